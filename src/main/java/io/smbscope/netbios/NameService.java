package io.smbscope.netbios;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;

/**
 * UDP 137: name-service packets. Raises {@link AnomalyKind#MALFORMED_NBNS}, at most once a packet;
 * what was read before the fault is passed on. RFC 1002 4.2
 */
public final class NameService implements FlowHandler {
  private final FlowInfo flow;
  private final NetbiosObserver observer;

  /** The caller has told {@code observer} of the flow's start, and hears of its end from here. */
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
      long nanos) {
    Stamp at = new Stamp(packet, nanos);
    boolean whole = length >= wireLength;
    NbnsDecoder.decode(new Bytes(buffer, offset, length), detail -> malformed(at, whole, detail))
        .ifPresent(message -> observer.nameService(at, flow, fromClient, message));
  }

  /** A packet that the snap length cut off is not malformed. */
  private void malformed(Stamp at, boolean whole, String detail) {
    if (whole) {
      observer.anomaly(
          new Anomaly(AnomalyKind.MALFORMED_NBNS, at, flow.id(), "RFC 1002 4.2.1", detail));
    }
  }

  @Override
  public void gap(boolean fromClient, long missing, Stamp at) {
    observer.gap(at, flow, fromClient, missing);
  }

  @Override
  public void end(Stamp at, FlowStats stats) {
    observer.flowEnded(at, flow, stats);
  }
}
