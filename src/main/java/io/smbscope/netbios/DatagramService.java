package io.smbscope.netbios;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;

/** UDP 138: NetBIOS datagrams. RFC 1002 4.4 */
public final class DatagramService implements FlowHandler {
  private final FlowInfo flow;
  private final NetbiosObserver observer;

  public DatagramService(FlowInfo flow, Limits limits, NetbiosObserver observer) {
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
