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

  private final byte[] heads = new byte[SEGMENTS * HEAD];
  private final long[] starts = new long[SEGMENTS];
  private final byte[] lengths = new byte[SEGMENTS];
  private int newest;

  void add(long start, ByteBuffer buffer, int offset, int length) {
    newest = (newest + 1) % SEGMENTS;
    int head = Math.min(length, HEAD);
    buffer.get(offset, heads, newest * HEAD, head);
    starts[newest] = start;
    lengths[newest] = (byte) head;
  }

  /** Whether an octet of a segment at {@code start} is another than the one that came first. */
  boolean differ(long start, ByteBuffer buffer, int offset, int length) {
    for (int i = 0; i < SEGMENTS; i++) {
      long from = Math.max(start, starts[i]);
      long to = Math.min(start + length, starts[i] + lengths[i]);
      for (long at = from; at < to; at++) {
        if (heads[i * HEAD + (int) (at - starts[i])] != buffer.get(offset + (int) (at - start))) {
          return true;
        }
      }
    }
    return false;
  }
}
