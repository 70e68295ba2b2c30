package io.smbscope.net;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Stamp;

/** The datagrams between two address and port pairs; of a broadcast, one of them is it. */
final class UdpConversation {
  final SideCount client = new SideCount();
  final SideCount server = new SideCount();
  final FlowHistory history = new FlowHistory();

  private final long id;
  private final FlowHandler handler;
  private final AnomalySink anomalies;
  private boolean truncationReported;

  UdpConversation(long id, FlowHandler handler, AnomalySink anomalies) {
    this.id = id;
    this.handler = handler;
    this.anomalies = anomalies;
  }

  void datagram(Segment segment, boolean fromClient) {
    SideCount count = fromClient ? client : server;
    int cut = segment.wireLength - segment.length;
    count.add(segment);
    history.datagram(fromClient);
    count.truncated += cut;
    if (cut > 0 && !truncationReported) {
      truncationReported = true;
      anomalies.anomaly(
          new Anomaly(
              AnomalyKind.TRUNCATED_PACKET,
              new Stamp(segment.packet, segment.nanos),
              id,
              "",
              "datagrams are cut by the snap length"));
    }
    handler.data(
        fromClient,
        segment.buffer,
        segment.offset,
        segment.length,
        segment.wireLength,
        segment.packet,
        segment.nanos);
  }
}
