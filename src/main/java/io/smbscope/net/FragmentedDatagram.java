package io.smbscope.net;

import java.util.Arrays;
import java.util.BitSet;

/** One IP datagram on its way to being whole; see {@link IpFragments}. */
final class FragmentedDatagram {
  /** Whose port numbers the first fragment shows. */
  enum Owner {
    OURS,
    OTHERS,
    /** It has not come, or holds a tunnel. */
    UNKNOWN
  }

  private static final int BLOCK = 8;
  private static final int FIRST_SIZE = 4_096;

  /** Nanoseconds since 1970 of the fragment that came first. */
  final long since;

  int protocol;

  private byte[] octets = new byte[0];
  private final BitSet blocks = new BitSet();
  private int blocksHeld;
  private int total = -1;
  private int present = Integer.MAX_VALUE;
  private boolean overlaps;

  private Owner owner = Owner.UNKNOWN;

  FragmentedDatagram(int protocol, long since) {
    this.protocol = protocol;
    this.since = since;
  }

  /** What the first fragment shows; what an earlier one showed stays. */
  void owner(Owner shown) {
    if (owner == Owner.UNKNOWN) {
      owner = shown;
    }
    if (notOurs()) {
      octets = new byte[0];
    }
  }

  boolean isOurs() {
    return owner == Owner.OURS;
  }

  boolean notOurs() {
    return owner == Owner.OTHERS;
  }

  boolean overlaps() {
    return overlaps;
  }

  boolean complete() {
    return total >= 0 && blocksHeld == (total + BLOCK - 1) / BLOCK;
  }

  /** Octets of the whole datagram, without IP header. */
  int total() {
    return total;
  }

  /** Octets from the start up to the first that the snap length cut. */
  int present() {
    return Math.min(present, total);
  }

  /** At least {@link #present} octets. */
  byte[] octets() {
    return octets;
  }

  /**
   * Takes in the fragment at the cursor.
   *
   * @param length on the wire, checked: not 0, a multiple of 8 with {@code more}, ending within
   *     65535
   */
  void add(Cursor cursor, int offset, int length, boolean more) {
    int end = offset + length;
    if (contradicts(end, more)) {
      overlaps = true;
      return;
    }
    if (!more) {
      total = end;
    }
    int captured = cursor.end - cursor.at;
    int first = offset / BLOCK;
    int last = (end + BLOCK - 1) / BLOCK;
    int known = blocks.get(first, last).cardinality();
    if (known == last - first && repeats(cursor, offset, captured)) {
      return;
    }
    overlaps |= known > 0;
    if (captured < length) {
      present = Math.min(present, offset + captured);
    }
    keep(cursor, offset, captured, first, last);
    blocks.set(first, last);
    blocksHeld += last - first - known;
  }

  private boolean contradicts(int end, boolean more) {
    if (total >= 0) {
      return more ? end > total : end != total;
    }
    return !more && blocks.length() * BLOCK > (end + BLOCK - 1) / BLOCK * BLOCK;
  }

  private boolean repeats(Cursor cursor, int offset, int captured) {
    if (notOurs()) {
      return true;
    }
    for (int i = 0; i < captured && offset + i < octets.length; i++) {
      if (octets[offset + i] != (byte) cursor.u8(i)) {
        return false;
      }
    }
    return true;
  }

  /** Copies the blocks not held yet. */
  private void keep(Cursor cursor, int offset, int captured, int first, int last) {
    if (notOurs()) {
      return;
    }
    int end = offset + captured;
    if (octets.length < end) {
      octets = Arrays.copyOf(octets, Math.max(end, Math.max(FIRST_SIZE, octets.length * 2)));
    }
    int block = blocks.nextClearBit(first);
    while (block < last) {
      int next = blocks.nextSetBit(block);
      int from = block * BLOCK;
      int to = Math.min(end, next < 0 || next > last ? end : next * BLOCK);
      if (from < to) {
        cursor.buffer.get(cursor.at + from - offset, octets, from, to - from);
      }
      block = next < 0 ? last : blocks.nextClearBit(next);
    }
  }
}
