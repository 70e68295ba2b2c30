package io.smbscope.netbios;

import io.smbscope.base.Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The beginning of a message that spans segments. Grows by what has come, is used again for the
 * next message, and is given back when it has grown large.
 */
final class GatherBuffer {
  private static final int SMALLEST = 256;
  private static final int LARGEST_KEPT = 8192;
  private static final byte[] NONE = {};

  private final GatherBudget budget;
  private byte[] octets = NONE;
  private int length;

  GatherBuffer(GatherBudget budget) {
    this.budget = budget;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  int u8(int index) {
    return octets[index] & 0xFF;
  }

  /** Adds octets, or none when there is no memory left for them. */
  boolean add(ByteBuffer buffer, int at, int count) {
    if (length + count > octets.length) {
      int size = Math.max(SMALLEST, Math.max(length + count, 2 * octets.length));
      if (!budget.take(size - octets.length)) {
        return false;
      }
      octets = Arrays.copyOf(octets, size);
    }
    buffer.get(at, octets, length, count);
    length += count;
    return true;
  }

  /** What was gathered; valid until the next {@link #clear}. */
  Bytes view() {
    return length == 0 ? Bytes.EMPTY : new Bytes(ByteBuffer.wrap(octets), 0, length);
  }

  void clear() {
    length = 0;
    if (octets.length > LARGEST_KEPT || budget.scarce()) {
      release();
    }
  }

  /** Gives the memory back. */
  void release() {
    budget.give(octets.length);
    octets = NONE;
    length = 0;
  }
}
