package io.smbscope.net;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Feeds a flow table with segments of one client and one server; sequence numbers are relative. */
final class TcpTraffic {
  static final int CLIENT_ISN = 1_000;
  static final int SERVER_ISN = 5_000;
  private static final int S = Segment.SYN;
  private static final int A = Segment.ACK;

  final RecordedFlows recorded = new RecordedFlows();
  final FlowTable table;
  long packet;
  long nanos = 1_700_000_000_000_000_000L;
  int clientIsn = CLIENT_ISN;
  int serverIsn = SERVER_ISN;
  int clientPort = 50_000;
  int serverPort = 445;

  TcpTraffic() {
    this(Limits.DEFAULT);
  }

  TcpTraffic(Limits limits) {
    table = new FlowTable(limits, Ports.DEFAULT, recorded, recorded);
  }

  TcpTraffic handshake() {
    send(true, -1, S, -1, "");
    send(false, -1, S | A, 0, "");
    return client(0, 0, "");
  }

  /** Positions count from behind the SYN. */
  TcpTraffic client(long position, long acknowledges, String octets) {
    return send(true, position, A, acknowledges, octets);
  }

  TcpTraffic server(long position, long acknowledges, String octets) {
    return send(false, position, A, acknowledges, octets);
  }

  TcpTraffic send(boolean fromClient, long position, int flags, long acknowledges, String octets) {
    byte[] payload = octets.getBytes(StandardCharsets.ISO_8859_1);
    return send(fromClient, position, flags, acknowledges, payload, payload.length);
  }

  TcpTraffic send(
      boolean fromClient,
      long position,
      int flags,
      long acknowledges,
      byte[] payload,
      int wireLength) {
    table.segment(segment(fromClient, position, flags, acknowledges, payload, wireLength));
    return this;
  }

  Segment segment(
      boolean fromClient,
      long position,
      int flags,
      long acknowledges,
      byte[] payload,
      int wireLength) {
    Segment segment = new Segment();
    segment.packet = ++packet;
    nanos += 1_000;
    segment.nanos = nanos;
    segment.tcp = true;
    segment.sourceLow = 0xFFFF_0A00_0001L;
    segment.destinationLow = 0xFFFF_0A00_0002L;
    segment.sourcePort = clientPort;
    segment.destinationPort = serverPort;
    segment.sequence = (fromClient ? clientIsn : serverIsn) + 1 + (int) position;
    segment.acknowledgement = (fromClient ? serverIsn : clientIsn) + 1 + (int) acknowledges;
    if (!fromClient) {
      segment.sourceLow = 0xFFFF_0A00_0002L;
      segment.destinationLow = 0xFFFF_0A00_0001L;
      segment.sourcePort = serverPort;
      segment.destinationPort = clientPort;
    }
    segment.flags = flags;
    segment.advertisedWindow = 1_024;
    segment.ipLength = 40 + wireLength;
    segment.frameLength = 54 + wireLength;
    segment.buffer = ByteBuffer.wrap(payload);
    segment.length = payload.length;
    segment.wireLength = wireLength;
    segment.sourceMac = -1;
    segment.destinationMac = -1;
    segment.hashAddresses();
    return segment;
  }

  TcpTraffic pass(long seconds) {
    nanos += seconds * 1_000_000_000L;
    return this;
  }

  RecordedFlows finish() {
    table.finish(now());
    return recorded;
  }

  Stamp now() {
    return new Stamp(packet, nanos);
  }
}
