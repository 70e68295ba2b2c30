package io.smbscope.net;

import java.nio.ByteBuffer;

/**
 * The beginnings of the segments of one direction that were handed on last, to compare
 * retransmissions with: {@value #HEAD} octets (a session header, an SMB2 header and what its body
 * begins with) of each of the last {@value #SEGMENTS}.
 */
final class RecentSegments {
  static final int SEGMENTS = 8;
  static final int HEAD = 72;
  private static final int WORDS = HEAD / Long.BYTES;

  /** Eight octets each, the first one in the highest bits: words are the cheapest to copy. */
  private final long[] heads = new long[SEGMENTS * WORDS];

  private final long[] starts = new long[SEGMENTS];
  private final byte[] lengths = new byte[SEGMENTS];
  private int newest;

  /** Takes in a segment; {@code buffer} is in network order. */
  void add(long start, ByteBuffer buffer, int offset, int length) {
    newest = (newest + 1) % SEGMENTS;
    int first = newest * WORDS;
    if (offset + HEAD <= buffer.capacity()) {
      for (int i = 0; i < WORDS; i++) {
        heads[first + i] = buffer.getLong(offset + i * Long.BYTES);
      }
    } else {
      for (int i = 0; i < Math.min(length, HEAD); i++) {
        int shift = 56 - 8 * (i % Long.BYTES);
        int word = first + i / Long.BYTES;
        heads[word] = (heads[word] & ~(0xFFL << shift)) | (buffer.get(offset + i) & 0xFFL) << shift;
      }
    }
    starts[newest] = start;
    lengths[newest] = (byte) Math.min(length, HEAD);
  }

  private byte octet(int segment, int index) {
    return (byte) (heads[segment * WORDS + index / Long.BYTES] >>> (56 - 8 * (index % Long.BYTES)));
  }

  /** Whether an octet of a segment at {@code start} is another than the one that came first. */
  boolean differ(long start, ByteBuffer buffer, int offset, int length) {
    for (int i = 0; i < SEGMENTS; i++) {
      long from = Math.max(start, starts[i]);
      long to = Math.min(start + length, starts[i] + lengths[i]);
      for (long at = from; at < to; at++) {
        if (octet(i, (int) (at - starts[i])) != buffer.get(offset + (int) (at - start))) {
          return true;
        }
      }
    }
    return false;
  }
}
