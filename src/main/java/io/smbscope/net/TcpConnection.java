package io.smbscope.net;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats.EndReason;

/**
 * A TCP connection being reassembled. RFC 9293
 *
 * <p><b>Order.</b> Octets are handed on in the order of their sequence numbers, those of a segment
 * in order without a copy. Across the two directions the order is that of cause and effect: a
 * segment that acknowledges what the capture has not shown yet of the other direction waits for it,
 * so that a request always comes before its response, however the capture mixed the packets.
 *
 * <p><b>Overlap.</b> The octets that came first stay. Whether later ones differ is seen for all
 * octets still held, and of those handed on for the first {@value RecentSegments#HEAD} octets of
 * each of the last {@value RecentSegments#SEGMENTS} pieces of a direction that the handler read;
 * what lies further in or further back, or was passed over as file content, is not compared.
 *
 * <p><b>Gaps.</b> Octets are given up when the other side has acknowledged them, the sender has
 * sent beyond them, and they have not come within {@value #PATIENCE_PACKETS} further packets of the
 * connection or one second, whichever is over first at one of its packets; so a capture may be out
 * of order by as much. Also when more is held than {@link Limits#outOfOrderBytes} or {@link
 * Limits#outOfOrderTotal} allows (each piece costs 128 octets besides its own), and when the
 * connection ends. What comes later of them counts as sent before.
 *
 * <p><b>Start and end.</b> Without SYN, the first segment of a direction says where it begins. A
 * FIN holds unless its sender goes on before it is acknowledged. The connection is over when both
 * FINs are reached and acknowledged, or on a RST within 16 MiB of what its sender sends next. A SYN
 * with another sequence number begins a new connection at once when this one has a FIN or was never
 * answered, else as soon as a segment shows that it was taken: an acknowledgement of it by the
 * other side, or the sender's next octet.
 */
final class TcpConnection {
  static final int PATIENCE_PACKETS = 256;
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long RST_WINDOW = 16 << 20;
  private static final int MAX_WINDOW = 1 << 30;

  /** What the connections of a shard share. */
  record Shared(Limits limits, AnomalySink anomalies, OctetBudget budget) {}

  /** A SYN that may begin another connection on the same addresses and ports. */
  record Successor(boolean fromClient, int sequence, boolean acknowledges) {}

  final TcpStream client = new TcpStream(this, true);
  final TcpStream server = new TcpStream(this, false);
  final FlowHistory history = new FlowHistory();

  private final long id;
  private final FlowHandler handler;
  private final Shared shared;

  private long packet;
  private long nanos;
  private Successor successor;
  private boolean rstFromClient;
  private boolean rst;
  private boolean limitReported;

  private boolean waiting;
  private int waitedPackets;
  private long waitingSince;
  private long waitingPacket;
  private long clientTarget;
  private long serverTarget;

  TcpConnection(long id, FlowHandler handler, Shared shared) {
    this.id = id;
    this.handler = handler;
    this.shared = shared;
  }

  FlowHandler handler() {
    return handler;
  }

  OctetBudget budget() {
    return shared.budget;
  }

  TcpStream other(TcpStream stream) {
    return stream == client ? server : client;
  }

  Stamp now() {
    return new Stamp(packet, nanos);
  }

  /**
   * When {@link #segment} said {@link EndReason#REUSED}: the earlier SYN that began the next
   * connection; null when that is the segment's own.
   */
  Successor successor() {
    return successor;
  }

  /**
   * Takes in the next segment of this connection.
   *
   * @return why the connection is over with it, or null. {@link EndReason#REUSED}: it was over
   *     before; the segment belongs to the next one.
   */
  EndReason segment(Segment segment, boolean fromClient) {
    TcpStream mine = fromClient ? client : server;
    TcpStream other = fromClient ? server : client;
    packet = segment.packet;
    nanos = segment.nanos;
    if (isInOrder(segment, mine, other)) {
      mine.count.add(segment);
      history.segment(segment, fromClient);
      if (segment.wireLength > 0) {
        mine.inOrder(segment);
        mine.sent = Math.max(mine.sent, mine.next);
      }
      return null;
    }
    boolean syn = (segment.flags & Segment.SYN) != 0;
    if (takesSuccessor(segment, mine, fromClient) || (syn && isNext(segment, mine, other))) {
      return EndReason.REUSED;
    }
    mine.count.add(segment);
    history.segment(segment, fromClient);
    mine.count.truncated += segment.wireLength - segment.length;
    checkPatience();
    if (syn && !shakesHands(segment, mine, other)) {
      return null;
    }
    return outOfOrder(segment, mine, other);
  }

  /** Whether a segment of a connection that is over shows that it lives on, despite a RST. */
  boolean revivedBy(Segment segment, boolean fromClient) {
    TcpStream mine = fromClient ? client : server;
    return rst
        && rstFromClient == fromClient
        && (segment.flags & Segment.RST) == 0
        && mine.started
        && mine.position(segment.sequence) + segment.wireLength > mine.sent;
  }

  /** Whether a SYN to a connection that is over is the one that began it, come again. */
  boolean begunBy(Segment segment, boolean fromClient) {
    TcpStream mine = fromClient ? client : server;
    return mine.started && mine.base == segment.sequence + 1;
  }

  /** Hands on all that is held, over gaps. */
  void flush(Stamp at) {
    packet = at.packet();
    nanos = at.nanos();
    drain();
    HeldOctets.Piece ofClient = client.firstHeld();
    HeldOctets.Piece ofServer = server.firstHeld();
    while (ofClient != null || ofServer != null) {
      if (ofServer == null || (ofClient != null && ofClient.packet() <= ofServer.packet())) {
        client.force(server);
      } else {
        server.force(client);
      }
      drain();
      ofClient = client.firstHeld();
      ofServer = server.firstHeld();
    }
    giveUpEnd(client);
    giveUpEnd(server);
    client.clear();
    server.clear();
  }

  boolean finished() {
    return client.fin >= 0 && server.fin >= 0;
  }

  void report(AnomalyKind kind, String detail) {
    shared.anomalies.anomaly(new Anomaly(kind, now(), id, "", detail));
  }

  /** Nothing but the next octets or acknowledgements of what was seen; updates the latter. */
  private boolean isInOrder(Segment segment, TcpStream mine, TcpStream other) {
    if ((segment.flags & (Segment.SYN | Segment.FIN | Segment.RST | Segment.ACK)) != Segment.ACK
        || waiting
        || successor != null
        || !mine.started
        || !other.started
        || segment.sequence != mine.nextSequence()
        || segment.length != segment.wireLength
        || mine.fin >= 0
        || mine.firstHeld() != null) {
      return false;
    }
    int ahead = segment.acknowledgement - other.nextSequence();
    if (ahead > 0 || ahead < -MAX_WINDOW) {
      return false;
    }
    other.acked = Math.max(other.acked, other.next + ahead);
    return true;
  }

  private EndReason outOfOrder(Segment segment, TcpStream mine, TcpStream other) {
    if (!mine.started) {
      mine.start(segment.sequence);
    }
    boolean syn = (segment.flags & Segment.SYN) != 0;
    long start = mine.position(segment.sequence + (syn ? 1 : 0));
    if (start == 1 && mine.next == 0 && !mine.synSeen && mine.sent == 0) {
      mine.next = 1;
    }
    long needs = acknowledge(segment, other);
    if ((segment.flags & Segment.RST) != 0) {
      return reset(mine, start);
    }
    boolean finFlag = (segment.flags & Segment.FIN) != 0;
    long end = start + segment.wireLength;
    mine.sent = Math.max(mine.sent, finFlag ? end + 1 : end);
    long repeated = mine.count.retransmitted;
    mine.accept(segment, start, needs);
    if (mine.count.retransmitted > repeated) {
      history.repeated(mine == client);
    }
    if (finFlag && mine.fin < 0 && end >= mine.next) {
      mine.fin = end;
    }
    drain();
    keepLimits(mine);
    if (client.finReached() && server.finReached() && client.finAcked() && server.finAcked()) {
      return EndReason.FIN;
    }
    beginPatience();
    return null;
  }

  /** Whether a SYN begins another connection, this one being over or never answered. */
  private static boolean isNext(Segment segment, TcpStream mine, TcpStream other) {
    if (!mine.started) {
      boolean acknowledges = (segment.flags & Segment.ACK) != 0;
      return other.started && !other.synSeen && !acknowledges;
    }
    return mine.base != segment.sequence + 1 && (mine.fin >= 0 || other.fin >= 0 || !other.started);
  }

  /** Whether a SYN is this connection's; if not, it is remembered or left out. */
  private boolean shakesHands(Segment segment, TcpStream mine, TcpStream other) {
    int first = segment.sequence + 1;
    boolean acknowledges = (segment.flags & Segment.ACK) != 0;
    if (mine.started && mine.base != first) {
      successor = new Successor(mine == client, segment.sequence, acknowledges);
      return false;
    }
    if (!mine.started) {
      if (acknowledges && other.synSeen && segment.acknowledgement != other.base) {
        return false;
      }
      mine.start(first);
    }
    mine.synSeen = true;
    if (acknowledges && !other.started) {
      other.start(segment.acknowledgement);
      other.synSeen = true;
    }
    return true;
  }

  /** Whether a segment shows that the SYN remembered was taken. */
  private boolean takesSuccessor(Segment segment, TcpStream mine, boolean fromClient) {
    if (successor == null || (segment.flags & Segment.RST) != 0) {
      return false;
    }
    int first = successor.sequence + 1;
    if (fromClient != successor.fromClient) {
      return (segment.flags & Segment.ACK) != 0 && segment.acknowledgement == first;
    }
    if ((segment.flags & Segment.SYN) != 0) {
      return false;
    }
    if (segment.sequence == first) {
      return true;
    }
    if (segment.sequence == mine.nextSequence()) {
      successor = null;
    }
    return false;
  }

  /** Position that the other side must have been seen to reach before this segment's octets. */
  private static long acknowledge(Segment segment, TcpStream other) {
    if ((segment.flags & Segment.ACK) == 0 || !other.started) {
      return 0;
    }
    long position = other.position(segment.acknowledgement);
    if (position <= other.sent) {
      other.acked = Math.max(other.acked, position);
    }
    return position;
  }

  private EndReason reset(TcpStream mine, long start) {
    if (Math.abs(start - mine.next) > RST_WINDOW) {
      return null;
    }
    rst = true;
    rstFromClient = mine == client;
    return EndReason.RST;
  }

  private void drain() {
    boolean any = client.firstHeld() != null || server.firstHeld() != null;
    while (any) {
      boolean fromClient = client.drain(server);
      any = server.drain(client) || fromClient;
    }
  }

  private void beginPatience() {
    boolean stuck = client.stuck() || server.stuck();
    if (stuck && !waiting) {
      waitedPackets = 0;
      waitingSince = nanos;
      waitingPacket = packet;
      clientTarget = client.confirmed();
      serverTarget = server.confirmed();
    }
    waiting = stuck;
  }

  /** Gives up what was acknowledged when waiting began, once that is long enough ago. */
  private void checkPatience() {
    if (!waiting
        || (++waitedPackets <= PATIENCE_PACKETS
            && Math.abs(nanos - waitingSince) <= PATIENCE_NANOS)) {
      return;
    }
    waiting = false;
    boolean any = true;
    while (any) {
      any =
          giveUp(client, clientTarget)
              || giveUp(server, serverTarget)
              || letPass(client, server)
              || letPass(server, client);
      drain();
    }
  }

  private static boolean giveUp(TcpStream stream, long target) {
    HeldOctets.Piece first = stream.firstHeld();
    if (stream.next >= target || (first != null && first.start() <= stream.next)) {
      return false;
    }
    stream.gap(target);
    return true;
  }

  /** Frees octets that only wait for the other direction: what they acknowledge will not come. */
  private boolean letPass(TcpStream stream, TcpStream other) {
    HeldOctets.Piece first = stream.firstHeld();
    if (first == null || first.start() > stream.next || first.packet() > waitingPacket) {
      return false;
    }
    long needed = other.fin >= 0 ? Math.min(first.needs(), other.fin) : first.needs();
    if (needed > other.sent || !giveUp(other, needed)) {
      stream.force(other);
    }
    return true;
  }

  private void keepLimits(TcpStream mine) {
    while (mine.heldCost() > shared.limits.outOfOrderBytes()
        || (mine.firstHeld() != null && shared.budget.used > shared.limits.outOfOrderTotal())) {
      shared.budget.exceeded++;
      if (!limitReported) {
        limitReported = true;
        report(AnomalyKind.LIMIT_REACHED, mine.heldCost() + " octets held out of order");
      }
      mine.force(other(mine));
      drain();
    }
  }

  private static void giveUpEnd(TcpStream stream) {
    long end = stream.fin >= 0 ? stream.fin : stream.acked;
    if (end > stream.next) {
      stream.gap(end);
    }
  }
}
