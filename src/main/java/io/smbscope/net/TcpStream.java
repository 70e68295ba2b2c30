package io.smbscope.net;

import io.smbscope.base.AnomalyKind;
import java.nio.ByteBuffer;

/**
 * One direction of a TCP connection. Positions in it are 64 bits, counted from the first octet
 * behind the SYN or, without one, from the first seen; so sequence numbers may wrap around. {@link
 * TcpConnection} states the policies.
 */
final class TcpStream {
  /** The largest window, RFC 7323 2.2: retransmissions do not lie further back. */
  private static final int MAX_WINDOW = 1 << 30;

  final SideCount count = new SideCount();

  boolean started;

  /** A SYN was seen, or the other side's acknowledgement of it. */
  boolean synSeen;

  /** Sequence number of position 0. */
  int base;

  /** The first octet not handed on. */
  long next;

  /** Behind the last octet or FIN that this side is known to have sent, seen or not. */
  long sent;

  /** Up to where the other side has acknowledged; not more than {@link #sent}. */
  long acked;

  /** Where FIN stands, or -1. */
  long fin = -1;

  /** Up to where the other direction no longer waits for this one. */
  long excused;

  private final TcpConnection connection;
  private final boolean fromClient;
  private HeldOctets held;
  private RecentSegments recent;
  private boolean truncationReported;

  TcpStream(TcpConnection connection, boolean fromClient) {
    this.connection = connection;
    this.fromClient = fromClient;
  }

  /** Begins with this sequence number at position 0. */
  void start(int sequence) {
    started = true;
    base = sequence;
  }

  /** Where a sequence number lies, given what was handed on. */
  long position(int sequence) {
    int ahead = sequence - nextSequence();
    return ahead < -MAX_WINDOW ? next + ahead + (1L << 32) : next + ahead;
  }

  int nextSequence() {
    return base + (int) next;
  }

  boolean finReached() {
    return fin >= 0 && next >= fin;
  }

  boolean finAcked() {
    return fin >= 0 && acked > fin;
  }

  /** How far the other direction's acknowledgements may go without being ahead of what we saw. */
  long reached() {
    return Math.max(excused, finReached() ? next + 1 : next);
  }

  /** Up to where the other side is known to have octets. */
  long confirmed() {
    return fin >= 0 ? Math.min(acked, fin) : acked;
  }

  HeldOctets.Piece firstHeld() {
    return held == null ? null : held.first();
  }

  long heldCost() {
    return held == null ? 0 : held.cost();
  }

  /** Whether something waits that patience alone may free: see {@link TcpConnection}. */
  boolean stuck() {
    HeldOctets.Piece first = firstHeld();
    return confirmed() > next || (first != null && first.start() <= next);
  }

  /**
   * Takes in the payload of a segment.
   *
   * @param start its position
   * @param needs position that the other direction must have reached before
   */
  void accept(Segment segment, long start, long needs) {
    if (segment.wireLength == 0) {
      return;
    }
    long end = start + segment.wireLength;
    if (fin >= 0 && end > fin) {
      if (acked > fin) {
        end = fin;
      } else {
        fin = -1;
      }
    }
    if (end <= start || isKeepAlive(start, end)) {
      return;
    }
    long from = start;
    boolean differ = false;
    if (from < next) {
      long known = Math.min(next, end);
      count.retransmitted += known - from;
      int captured = (int) Math.min(segment.length, known - from);
      differ = recent != null && recent.differ(from, segment.buffer, segment.offset, captured);
      from = known;
    }
    if (from == next && needs <= connection.other(this).reached()) {
      HeldOctets.Piece first = firstHeld();
      long to = first == null ? end : Math.min(end, first.start());
      if (to > from) {
        int skip = (int) (from - start);
        int captured = (int) Math.max(0, Math.min(to - from, segment.length - skip));
        deliver(
            segment.buffer,
            segment.offset + skip,
            captured,
            (int) (to - from),
            segment.packet,
            segment.nanos);
        from = to;
      }
    }
    if (from < end) {
      differ |= hold(segment, start, from, end, needs);
    }
    if (differ) {
      count.overlapConflicts++;
      connection.report(
          AnomalyKind.TCP_OVERLAP_CONFLICT,
          segment.wireLength + " octets at " + start + side() + " differ from those sent before");
    }
  }

  /** Keeps the first octets of what is handed on uncopied. */
  void inOrder(Segment segment) {
    deliver(
        segment.buffer,
        segment.offset,
        segment.length,
        segment.wireLength,
        segment.packet,
        segment.nanos);
  }

  /** Hands on what is held and wanted next; whether there was any. */
  boolean drain(TcpStream other) {
    boolean any = false;
    HeldOctets.Piece first = firstHeld();
    while (first != null && first.start() <= next && first.needs() <= other.reached()) {
      deliverFirst(first);
      any = true;
      first = firstHeld();
    }
    return any;
  }

  /** Hands on the first piece held, whatever it waits for; before it a gap, if need be. */
  void force(TcpStream other) {
    HeldOctets.Piece first = firstHeld();
    if (first.start() > next) {
      gap(first.start());
    } else {
      other.excused = Math.max(other.excused, first.needs());
      deliverFirst(first);
    }
  }

  /** Gives up what is missing up to {@code to}, or up to what is held before it. */
  void gap(long to) {
    HeldOctets.Piece first = firstHeld();
    long end = first == null ? to : Math.min(to, first.start());
    long missing = end - next;
    count.gaps++;
    count.missing += missing;
    connection.history.gap(fromClient);
    connection.report(
        AnomalyKind.TCP_GAP, missing + " octets at " + next + side() + " were not captured");
    next = end;
    sent = Math.max(sent, next);
    connection.handler().gap(fromClient, missing, connection.now());
  }

  /** Nothing comes any more: memory is given back. */
  void clear() {
    if (held != null) {
      held.clear();
      held = null;
    }
    recent = null;
  }

  /** The last octet once more, long acknowledged: asks for a sign of life. RFC 9293 3.8.4 */
  private boolean isKeepAlive(long start, long end) {
    return start == next - 1 && end == next && acked >= next;
  }

  private boolean hold(Segment segment, long start, long from, long end, long needs) {
    if (held == null) {
      held = new HeldOctets(connection.budget());
    }
    int skip = (int) (from - start);
    boolean differ =
        held.add(
            from,
            end,
            segment.buffer,
            segment.offset + skip,
            Math.max(0, Math.min(segment.length - skip, (int) (end - from))),
            segment.packet,
            segment.nanos,
            needs);
    count.retransmitted += held.repeated();
    return differ;
  }

  private void deliverFirst(HeldOctets.Piece piece) {
    held.removeFirst();
    deliver(
        piece.octets(),
        0,
        piece.octets().capacity(),
        piece.wireLength(),
        piece.packet(),
        piece.nanos());
  }

  private void deliver(
      ByteBuffer buffer, int offset, int captured, int onWire, long packet, long nanos) {
    if (captured > 0) {
      if (captured >= connection.handler().passesOver(fromClient)) {
        remember(buffer, offset, captured);
      }
      next += captured;
      connection.handler().data(fromClient, buffer, offset, captured, captured, packet, nanos);
    }
    if (captured < onWire) {
      next += onWire - captured;
      if (!truncationReported) {
        truncationReported = true;
        connection.report(
            AnomalyKind.TRUNCATED_PACKET, "segments" + side() + " are cut by the snap length");
      }
      connection.handler().gap(fromClient, onWire - captured, connection.now());
    }
  }

  private void remember(ByteBuffer buffer, int offset, int captured) {
    if (recent == null) {
      recent = new RecentSegments();
    }
    recent.add(next, buffer, offset, captured);
  }

  private String side() {
    return fromClient ? " from the client" : " from the server";
  }
}
