package io.smbscope.session;

import java.util.Arrays;

/**
 * Which octets of a file were read or written. Of more than {@value #LARGEST} ranges, or when there
 * is no room, the two lowest become one: what then comes of the hole between them counts as
 * repeated.
 */
final class Coverage {
  static final int LARGEST = 1024;
  private static final int RANGE = 16;

  private final Room room;

  /** Start and end of each range in turn, ascending; between two of them is at least one octet. */
  private long[] bounds = new long[2];

  private int ranges;

  Coverage(Room room) {
    this.room = room;
  }

  /** Adds a range; returns how many of its octets were not there before. */
  long add(long start, long end) {
    if (start >= end) {
      return 0;
    }
    int first = firstEndingFrom(start);
    int behind = first;
    long known = 0;
    long from = start;
    long to = end;
    while (behind < ranges && bounds[2 * behind] <= end) {
      long rangeStart = bounds[2 * behind];
      long rangeEnd = bounds[2 * behind + 1];
      known += Math.max(0, Math.min(end, rangeEnd) - Math.max(start, rangeStart));
      from = Math.min(from, rangeStart);
      to = Math.max(to, rangeEnd);
      behind++;
    }
    replace(first, behind, from, to);
    return end - start - known;
  }

  /** Index of the first range that ends at or behind a position. */
  private int firstEndingFrom(long position) {
    int low = 0;
    int high = ranges;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bounds[2 * middle + 1] < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Puts one range in the place of those from {@code first} to before {@code behind}. */
  private void replace(int first, int behind, long from, long to) {
    if (first == behind && 2 * ranges == bounds.length && !grow()) {
      mergeLowest(first, from, to);
      return;
    }
    System.arraycopy(bounds, 2 * behind, bounds, 2 * first + 2, 2 * (ranges - behind));
    bounds[2 * first] = from;
    bounds[2 * first + 1] = to;
    ranges += 1 - (behind - first);
  }

  private boolean grow() {
    if (ranges >= LARGEST || !room.take((long) RANGE * ranges)) {
      return false;
    }
    bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    return true;
  }

  /** Inserts at {@code index}, and makes the two lowest ranges one. */
  private void mergeLowest(int index, long from, long to) {
    if (index == 0) {
      bounds[0] = from;
    } else if (index == 1) {
      bounds[1] = to;
    } else {
      bounds[2] = bounds[0];
      System.arraycopy(bounds, 2, bounds, 0, 2 * (index - 1));
      bounds[2 * index - 2] = from;
      bounds[2 * index - 1] = to;
    }
  }

  /** Gives the room back; the last call. */
  void release() {
    room.give((long) RANGE * (bounds.length / 2 - 1));
  }
}
