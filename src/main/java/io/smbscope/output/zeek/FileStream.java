package io.smbscope.output.zeek;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much of a file was seen, told as Zeek puts it together from pieces that come in any order:
 * what lies ahead waits, until half a megabyte does; then what is missing before it is given up.
 * Only positions are kept, no octets.
 */
final class FileStream {
  /** Octets that may wait. */
  private static final long WAITING_LIMIT = 524_288;

  private static final int PIECE_LIMIT = 4_096;

  /** Octets that Zeek looks at to tell a file's type. */
  private static final long TYPE_OCTETS = 4_096;

  /** Octets from the file's start that were delivered or given up. */
  private long position;

  private long seen;
  private long missing;
  private long overflow;

  /** Null when not known. */
  private Long total;

  /** Pieces ahead of {@link #position}, end by start; null until the first of them came. */
  private NavigableMap<Long, Long> waiting;

  private long waitingOctets;

  /** Up to here pieces are not taken any more. */
  private long trimmed;

  private Boolean startSeen;

  /** Takes octets at a place of the file; 64-bit places beyond what is signed are no places. */
  void add(long start, long count) {
    long end = start + count;
    if (waiting == null && start == position) {
      deliver(count);
    } else {
      if (waiting == null) {
        waiting = new TreeMap<>();
        trimmed = position;
      } else if (waitingOctets > WAITING_LIMIT || waiting.size() > PIECE_LIMIT) {
        overflow += flush();
      }
      if (start >= 0 && end > Math.max(start, trimmed)) {
        insert(Math.max(start, trimmed), end);
        deliverWaiting();
      }
    }
  }

  private void insert(long start, long end) {
    long from = start;
    Map.Entry<Long, Long> before = waiting.floorEntry(from);
    if (before != null) {
      from = Math.max(from, before.getValue());
    }
    while (from < end) {
      Map.Entry<Long, Long> next = waiting.ceilingEntry(from);
      long to = next == null ? end : Math.min(end, next.getKey());
      if (to > from) {
        waiting.put(from, to);
        waitingOctets += to - from;
      }
      from = next == null ? end : Math.max(to, next.getValue());
    }
  }

  /** Delivers what waits for nothing more. */
  private void deliverWaiting() {
    Iterator<Map.Entry<Long, Long>> pieces = waiting.entrySet().iterator();
    while (pieces.hasNext()) {
      Map.Entry<Long, Long> piece = pieces.next();
      if (piece.getKey() != position) {
        break;
      }
      long count = piece.getValue() - piece.getKey();
      pieces.remove();
      waitingOctets -= count;
      deliver(count);
    }
    trimmed = Math.max(trimmed, position);
  }

  /** Gives up what is missing between the pieces; returns the octets missing before the first. */
  private long flush() {
    if (waiting == null || waiting.isEmpty()) {
      return 0;
    }
    long firstGap = waiting.firstKey() - position;
    while (!waiting.isEmpty()) {
      long gap = waiting.firstKey() - position;
      if (gap > 0) {
        giveUp(gap);
      }
      deliverWaiting();
    }
    return firstGap;
  }

  private void deliver(long count) {
    position += count;
    seen += count;
    if (startSeen == null && position >= TYPE_OCTETS) {
      startSeen = missing == 0;
    }
  }

  private void giveUp(long gap) {
    if (startSeen == null) {
      startSeen = seen > 0 && missing == 0;
    }
    missing += gap;
    position += gap;
  }

  /** No more comes. */
  void end() {
    flush();
    if (startSeen == null) {
      startSeen = seen > 0 && missing == 0;
    }
  }

  void total(Long octets) {
    total = octets;
  }

  /** All of a file whose size is known was delivered or given up. */
  boolean complete() {
    return total != null && Long.compareUnsigned(position, total) >= 0;
  }

  /** Octets delivered. */
  long seen() {
    return seen;
  }

  /** Null when not known. */
  Long total() {
    return total;
  }

  /** Octets given up. */
  long missing() {
    return missing;
  }

  /** Octets given up while more came. */
  long overflow() {
    return overflow;
  }

  /** Its first octets were seen without a gap, so that they tell its type. */
  boolean startSeen() {
    return startSeen != null && startSeen;
  }
}
