package io.smbscope.net;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Octets of one direction that cannot be handed on yet, copied out of their packets: pieces that do
 * not overlap, by their position in the stream. The octets that came first stay.
 */
final class HeldOctets {
  /** What a piece costs besides its octets. */
  private static final int OVERHEAD = 128;

  /**
   * One of them.
   *
   * @param start position of its first octet
   * @param end position behind its last octet on the wire
   * @param octets those captured, from {@code start} on
   * @param needs position that the other direction must have reached before: the lowest of what the
   *     segments that brought these octets say
   */
  record Piece(long start, long end, ByteBuffer octets, long packet, long nanos, long needs) {
    int wireLength() {
      return (int) (end - start);
    }

    private Piece part(long from, long to, long partNeeds) {
      int captured = octets.capacity();
      int first = (int) Math.min(from - start, captured);
      int last = (int) Math.min(to - start, captured);
      return new Piece(from, to, octets.slice(first, last - first), packet, nanos, partNeeds);
    }

    private int cost() {
      return OVERHEAD + octets.capacity();
    }
  }

  private final TreeMap<Long, Piece> pieces = new TreeMap<>();
  private final OctetBudget budget;
  private long cost;
  private long repeated;

  HeldOctets(OctetBudget budget) {
    this.budget = budget;
  }

  /** The one at the lowest position, or null. */
  Piece first() {
    Map.Entry<Long, Piece> first = pieces.firstEntry();
    return first == null ? null : first.getValue();
  }

  void removeFirst() {
    drop(first());
  }

  /** Octets of memory. */
  long cost() {
    return cost;
  }

  void clear() {
    pieces.clear();
    budget.used -= cost;
    cost = 0;
  }

  /** Octets of the last {@link #add} that were held already. */
  long repeated() {
    return repeated;
  }

  /**
   * Takes in what is not held yet.
   *
   * @param length octets in {@code buffer}; the segment ends at {@code end} all the same
   * @return whether it has an octet that differs from one held
   */
  boolean add(
      long start,
      long end,
      ByteBuffer buffer,
      int offset,
      int length,
      long packet,
      long nanos,
      long needs) {
    boolean differ = false;
    repeated = 0;
    long at = start;
    while (at < end) {
      Piece known = endingAfter(at);
      long free = known == null ? end : Math.min(end, known.start);
      if (free > at) {
        int skip = (int) (at - start);
        int captured = (int) Math.max(0, Math.min(free - at, length - skip));
        ByteBuffer octets = ByteBuffer.allocate(captured);
        octets.put(0, buffer, captured == 0 ? 0 : offset + skip, captured);
        hold(new Piece(at, free, octets, packet, nanos, needs));
        at = free;
      } else {
        long to = Math.min(end, known.end);
        differ |= differ(known, start, buffer, offset, length, at, to);
        repeated += to - at;
        if (needs < known.needs) {
          drop(known);
          hold(known.part(known.start, at, known.needs));
          hold(known.part(at, to, needs));
          hold(known.part(to, known.end, known.needs));
        }
        at = to;
      }
    }
    return differ;
  }

  private void drop(Piece piece) {
    pieces.remove(piece.start);
    cost -= piece.cost();
    budget.used -= piece.cost();
  }

  private void hold(Piece piece) {
    if (piece.start == piece.end) {
      return;
    }
    pieces.put(piece.start, piece);
    cost += piece.cost();
    budget.used += piece.cost();
  }

  private Piece endingAfter(long position) {
    Map.Entry<Long, Piece> entry = pieces.floorEntry(position);
    if (entry == null || entry.getValue().end <= position) {
      entry = pieces.higherEntry(position);
    }
    return entry == null ? null : entry.getValue();
  }

  private static boolean differ(
      Piece known, long start, ByteBuffer buffer, int offset, int length, long from, long to) {
    long end = Math.min(to, Math.min(start + length, known.start + known.octets.capacity()));
    for (long at = from; at < end; at++) {
      if (known.octets.get((int) (at - known.start)) != buffer.get(offset + (int) (at - start))) {
        return true;
      }
    }
    return false;
  }
}
