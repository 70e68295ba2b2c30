package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import io.smbscope.net.Segment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One direction of a TCP connection: which of its segments are new, and the messages that wait for
 * their rest.
 *
 * <p>What is taken for a retransmission follows tshark: of segments that come again nothing is
 * shown, so that each message is shown once.
 */
final class StreamSide {
  private static final int MOST_PENDING = 8;
  private static final long MOST_MEMORY = 64L << 20;

  /** Nanoseconds within which a segment that is behind others has only been overtaken. */
  private static final long OVERTAKEN = 3_000_000;

  /** Nanoseconds behind the last duplicate acknowledgement for a fast retransmission. */
  private static final long FAST = 20_000_000;

  private final AtomicLong memory;
  private final Deque<PendingMessage> pending = new ArrayDeque<>(2);
  private boolean begun;
  private int next;
  private long nextNanos;
  private boolean acknowledges;
  private int acknowledgement;
  private long acknowledgementNanos;
  private int duplicates;

  /**
   * @param memory octets that all pending messages take
   */
  StreamSide(AtomicLong memory) {
    this.memory = memory;
  }

  /** What a segment is to its stream. */
  enum Kind {
    NEW,
    /** Its octets were there before, or come too late: they fill holes, and are not shown. */
    AGAIN,
    /** One octet, or none, that the other side has, to hear from it. RFC 9293 3.8.4 */
    KEEP_ALIVE
  }

  /** Says what a segment is, and remembers it. */
  Kind take(Segment segment, StreamSide other) {
    int length = segment.wireLength;
    int end = segment.sequence + length;
    boolean opens = (segment.flags & (Segment.SYN | Segment.FIN)) != 0;
    Kind kind = Kind.NEW;
    if (begun && length <= 1 && !opens && segment.sequence == next - 1) {
      kind = Kind.KEEP_ALIVE;
    } else if (length > 0 && comesAgain(segment, other)) {
      kind = Kind.AGAIN;
    }
    if ((segment.flags & Segment.ACK) != 0) {
      acknowledge(segment);
    }
    int behind = opens ? end + 1 : end;
    if (!begun || behind - next > 0) {
      begun = true;
      next = behind;
      nextNanos = segment.nanos;
    }
    return kind;
  }

  private boolean comesAgain(Segment segment, StreamSide other) {
    int end = segment.sequence + segment.wireLength;
    boolean late = begun && segment.sequence - next < 0;
    if (segment.wireLength > 1 && segment.sequence == next - 1) {
      late = false;
    }
    if (late
        && other.duplicates >= 2
        && other.acknowledgement == segment.sequence
        && segment.nanos - other.acknowledgementNanos < FAST) {
      return false;
    }
    if (late && segment.nanos - nextNanos < OVERTAKEN && next != end) {
      return true;
    }
    return late || (other.acknowledges && end - other.acknowledgement <= 0);
  }

  private void acknowledge(Segment segment) {
    if (acknowledges && acknowledgement == segment.acknowledgement && segment.wireLength == 0) {
      duplicates++;
    } else {
      duplicates = 0;
    }
    acknowledges = true;
    acknowledgement = segment.acknowledgement;
    acknowledgementNanos = segment.nanos;
  }

  /** A new connection, or none any more: nothing of the former is waited for. */
  void clear() {
    pending.forEach(message -> memory.addAndGet(-message.size()));
    pending.clear();
    begun = false;
    acknowledges = false;
    duplicates = 0;
  }

  /** The message that an octet belongs to, or null. */
  PendingMessage covering(int sequence) {
    if (pending.isEmpty()) {
      return null;
    }
    for (PendingMessage message : pending) {
      if (message.covers(sequence)) {
        return message;
      }
    }
    return null;
  }

  /** Waits for the rest of a message that begins so; not when that takes too much memory. */
  void await(PendingMessage message, int sequence, Bytes beginning) {
    pending.addFirst(message);
    if (pending.size() > MOST_PENDING) {
      remove(pending.getLast());
    }
    add(message, sequence, beginning);
  }

  /** Adds what a segment has of a message; returns how many octets that are. */
  int add(PendingMessage message, int sequence, Bytes segment) {
    int grows = message.sizeWith(sequence, segment) - message.size();
    if (memory.get() + grows > MOST_MEMORY) {
      remove(message);
      return segment.length();
    }
    memory.addAndGet(grows);
    return message.add(sequence, segment);
  }

  void remove(PendingMessage message) {
    if (pending.remove(message)) {
      memory.addAndGet(-message.size());
    }
  }
}
