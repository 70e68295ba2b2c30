package io.smbscope.netbios;

import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;

/** UDP 137: name-service packets. RFC 1002 4.2 */
public final class NameService implements FlowHandler {
  private final FlowInfo flow;
  private final NetbiosObserver observer;

  public NameService(FlowInfo flow, NetbiosObserver observer) {
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
