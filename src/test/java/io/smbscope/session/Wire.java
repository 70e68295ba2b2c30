package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.smb.SmbMessage;
import java.util.List;

/** A flow, and what is sent on it: each message in a packet of its own. */
final class Wire {
  static final FlowStats.Side CLIENT =
      new FlowStats.Side(11, 1_100, 12, 1, 2, 24, 3, 1_540, 1_694, 1_112, 0x1b, -1, List.of());
  static final FlowStats.Side SERVER =
      new FlowStats.Side(21, 2_100, 22, 4, 5, 54, 6, 2_940, 3_234, 2_132, 0x1a, -1, List.of());

  final Scene scene;
  final FlowInfo flow;
  private boolean open = true;

  Wire(Scene scene, FlowInfo flow) {
    this.scene = scene;
    this.flow = flow;
  }

  long id() {
    return flow.id();
  }

  Stamp fromClient(SmbMessage message) {
    return send(true, message);
  }

  Stamp fromServer(SmbMessage message) {
    return send(false, message);
  }

  private Stamp send(boolean fromClient, SmbMessage message) {
    Stamp at = scene.next();
    scene.tracker.smb(at, flow, fromClient, message);
    return at;
  }

  /** Both sides send FIN. */
  Wire close() {
    return close(EndReason.FIN);
  }

  Wire close(EndReason reason) {
    if (open) {
      open = false;
      Stamp at = scene.next();
      scene.tracker.flowEnded(at, flow, new FlowStats(CLIENT, SERVER, reason, at, "ShADadFf"));
    }
    return this;
  }
}
