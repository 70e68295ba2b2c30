package io.smbscope.net;

import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats.EndReason;

/**
 * An entry of the flow table: a flow, or a TCP connection that is over and still absorbs what comes
 * late of it.
 */
final class Flow {
  /** What {@link #direction} says. */
  static final int FROM_CLIENT = 1;

  static final int FROM_SERVER = -1;
  static final int OTHER_FLOW = 0;

  final long id;
  final long clientHigh;
  final long clientLow;
  final long serverHigh;
  final long serverLow;
  final int clientPort;
  final int serverPort;
  final boolean tcp;

  /** Of the key, by {@link FlowMap}. */
  final int hash;

  /** Owned by {@link FlowMap}. */
  Flow nextInBucket;

  /** Owned by {@link FlowList}. */
  Flow newer;

  /** Owned by {@link FlowList}. */
  Flow older;

  /** Time of the last packet. */
  long lastNanos;

  /** Whether its handler still has to hear of its end. */
  boolean open = true;

  /** Null until opened, and for UDP. */
  TcpConnection connection;

  /** Null until opened, and for TCP. */
  UdpConversation conversation;

  private FlowHandler handler;

  Flow(Segment segment, boolean fromClient, int hash) {
    this.hash = hash;
    id = segment.packet;
    tcp = segment.tcp;
    lastNanos = segment.nanos;
    clientHigh = fromClient ? segment.sourceHigh : segment.destinationHigh;
    clientLow = fromClient ? segment.sourceLow : segment.destinationLow;
    clientPort = fromClient ? segment.sourcePort : segment.destinationPort;
    serverHigh = fromClient ? segment.destinationHigh : segment.sourceHigh;
    serverLow = fromClient ? segment.destinationLow : segment.sourceLow;
    serverPort = fromClient ? segment.destinationPort : segment.sourcePort;
  }

  /** Whether a segment is of these addresses and ports, and who sent it. */
  int direction(Segment segment) {
    if (segment.tcp != tcp) {
      return OTHER_FLOW;
    }
    if (segment.sourcePort == clientPort
        && segment.destinationPort == serverPort
        && segment.sourceLow == clientLow
        && segment.destinationLow == serverLow
        && segment.sourceHigh == clientHigh
        && segment.destinationHigh == serverHigh) {
      return FROM_CLIENT;
    }
    if (segment.sourcePort == serverPort
        && segment.destinationPort == clientPort
        && segment.sourceLow == serverLow
        && segment.destinationLow == clientLow
        && segment.sourceHigh == serverHigh
        && segment.destinationHigh == clientHigh) {
      return FROM_SERVER;
    }
    return OTHER_FLOW;
  }

  /** Opens the handler, and what feeds it. */
  void open(
      Segment segment,
      boolean fromClient,
      boolean midstream,
      FlowHandlers handlers,
      TcpConnection.Shared shared) {
    FlowInfo info =
        new FlowInfo(
            id,
            tcp,
            new IpAddress(clientHigh, clientLow),
            clientPort,
            new IpAddress(serverHigh, serverLow),
            serverPort,
            fromClient ? segment.sourceMac : segment.destinationMac,
            fromClient ? segment.destinationMac : segment.sourceMac,
            segment.vlanIds(),
            segment.encapsulationLabels(),
            midstream);
    handler = handlers.open(new Stamp(segment.packet, segment.nanos), info);
    if (tcp) {
      connection = new TcpConnection(id, handler, shared);
    } else {
      conversation = new UdpConversation(id, handler, shared.anomalies());
    }
  }

  /** Hands on what is held, and the end. */
  void end(Stamp at, EndReason reason) {
    open = false;
    if (tcp) {
      connection.flush(at);
      EndReason why = connection.finished() && reason != EndReason.RST ? EndReason.FIN : reason;
      TcpStream client = connection.client;
      TcpStream server = connection.server;
      handler.end(
          at,
          new FlowStats(
              client.count.side(client.next),
              server.count.side(server.next),
              why,
              last(client.count, server.count),
              connection.history.toString()));
    } else {
      SideCount client = conversation.client;
      SideCount server = conversation.server;
      handler.end(
          at,
          new FlowStats(
              client.side(client.bytes),
              server.side(server.bytes),
              reason,
              last(client, server),
              conversation.history.toString()));
    }
    handler = null;
  }

  /** Whether its last packet lies further than this from {@code nanos}, either way. */
  boolean idle(long nanos, long limit) {
    return Math.abs(nanos - lastNanos) > limit;
  }

  private static Stamp last(SideCount client, SideCount server) {
    SideCount later = client.lastPacket > server.lastPacket ? client : server;
    return new Stamp(later.lastPacket, later.lastNanos);
  }
}
