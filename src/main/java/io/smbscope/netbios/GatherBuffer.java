package io.smbscope.netbios;

import io.smbscope.base.Bytes;
import java.nio.ByteBuffer;

/**
 * The beginning of a message that spans segments. Grows by what has come, is used again for the
 * next message, and is given back when it has grown large.
 */
final class GatherBuffer {
  private static final int SMALLEST = 256;
  private static final int LARGEST_KEPT = 8192;
  private static final byte[] NONE = {};

  private byte[] octets = NONE;
  private int length;

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  int u8(int index) {
    return octets[index] & 0xFF;
  }

  void add(ByteBuffer buffer, int at, int count) {
    if (length + count > octets.length) {
      int size = Math.max(SMALLEST, Math.max(length + count, 2 * octets.length));
      byte[] larger = new byte[size];
      System.arraycopy(octets, 0, larger, 0, length);
      octets = larger;
    }
    buffer.get(at, octets, length, count);
    length += count;
  }

  /** What was gathered; valid until the next {@link #clear}. */
  Bytes view() {
    return length == 0 ? Bytes.EMPTY : new Bytes(ByteBuffer.wrap(octets), 0, length);
  }

  void clear() {
    length = 0;
    if (octets.length > LARGEST_KEPT) {
      octets = NONE;
    }
  }
}
