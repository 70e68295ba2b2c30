package io.smbscope.netbios;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;

/**
 * UDP 138: NetBIOS datagrams, with the mailslot message and the browser frame in them. A fragmented
 * datagram is passed on when its last fragment has come, else when its flow ends or its time is
 * over, with what there is. Raises {@link AnomalyKind#MALFORMED_DATAGRAM} and {@link
 * AnomalyKind#MALFORMED_BROWSER}. RFC 1002 4.4
 */
public final class DatagramService implements FlowHandler {
  private final FlowInfo flow;
  private final NetbiosObserver observer;
  private final DatagramDecoder decoder;

  /** The caller has told {@code observer} of the flow's start, and hears of its end from here. */
  public DatagramService(FlowInfo flow, Limits limits, NetbiosObserver observer) {
    this.flow = flow;
    this.observer = observer;
    this.decoder = new DatagramDecoder(limits.fragmentIdle().toNanos());
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
    decoder
        .decode(
            new Bytes(buffer, offset, length),
            fromClient,
            nanos,
            (kind, detail) -> malformed(at, whole, kind, detail))
        .ifPresent(datagram -> observer.datagram(at, flow, fromClient, datagram));
  }

  /** A packet that the snap length cut off is not malformed. */
  private void malformed(Stamp at, boolean whole, AnomalyKind kind, String detail) {
    if (whole) {
      String section = kind == AnomalyKind.MALFORMED_BROWSER ? "MS-BRWS 2.2" : "RFC 1002 4.4";
      observer.anomaly(new Anomaly(kind, at, flow.id(), section, detail));
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
