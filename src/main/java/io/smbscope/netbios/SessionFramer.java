package io.smbscope.netbios;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;

/** TCP 139 and 445: cuts one connection into messages. RFC 1002 4.3, [MS-SMB2] 2.1 */
public final class SessionFramer implements FlowHandler {
  private final FlowInfo flow;
  private final NetbiosObserver observer;

  public SessionFramer(
      FlowInfo flow, Limits limits, MessageHandler messages, NetbiosObserver observer) {
    this.flow = flow;
    this.observer = observer;
  }

  @Override
  public void data(
      boolean fromClient,
      ByteBuffer buffer,
      int offset,
      int length,
      int wireLength,
      long packet,
      long nanos) {}

  @Override
  public void gap(boolean fromClient, long missing, Stamp at) {
    observer.gap(at, flow, fromClient, missing);
  }

  @Override
  public void end(Stamp at, FlowStats stats) {
    observer.flowEnded(at, flow, stats);
  }
}
