package io.smbscope.base;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A bounded, read-only view of octets. It owns nothing: whoever hands it out says how long the
 * octets stay. Reading past its end throws {@link IndexOutOfBoundsException}, which the decoders'
 * guards turn into an {@link Anomaly}.
 */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(ByteBuffer.allocate(0), 0, 0);

  /** Octets that are copied sooner one by one than at once. */
  private static final int FEW = 16;

  private final ByteBuffer buffer;
  private final int offset;
  private final int length;

  /**
   * @param buffer octets, addressed absolutely; its position, limit and order are not used
   * @param offset first octet of the view in {@code buffer}
   * @param length octets in the view
   */
  public Bytes(ByteBuffer buffer, int offset, int length) {
    if (offset < 0 || length < 0 || offset > buffer.capacity() - length) {
      throw new IndexOutOfBoundsException(
          "view of " + length + " at " + offset + " in " + buffer.capacity() + " octets");
    }
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
  }

  public static Bytes of(byte[] octets) {
    return new Bytes(ByteBuffer.wrap(octets), 0, octets.length);
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** Unsigned octet at {@code index}. */
  public int u8(int index) {
    return buffer.get(offset + check(index, 1)) & 0xFF;
  }

  /** Unsigned 16 bits, little-endian. */
  public int u16le(int index) {
    int at = check(index, 2);
    return u8(at) | u8(at + 1) << 8;
  }

  /** Unsigned 32 bits, little-endian. */
  public long u32le(int index) {
    check(index, 4);
    return u16le(index) | (long) u16le(index + 2) << 16;
  }

  /** 64 bits, little-endian; read as unsigned with {@link Long#toUnsignedString}. */
  public long u64le(int index) {
    check(index, 8);
    return u32le(index) | u32le(index + 4) << 32;
  }

  /** Unsigned 16 bits, big-endian. */
  public int u16be(int index) {
    int at = check(index, 2);
    return u8(at) << 8 | u8(at + 1);
  }

  /** Unsigned 32 bits, big-endian. */
  public long u32be(int index) {
    check(index, 4);
    return (long) u16be(index) << 16 | u16be(index + 2);
  }

  /** A view within this view. */
  public Bytes slice(int from, int count) {
    if (from < 0 || count < 0 || from > length - count) {
      throw new IndexOutOfBoundsException(
          "slice of " + count + " at " + from + " in " + length + " octets");
    }
    return new Bytes(buffer, offset + from, count);
  }

  /** From {@code from} to the end. */
  public Bytes from(int from) {
    return slice(from, length - from);
  }

  /** The view as a little-endian buffer of its own position and limit, sharing the octets. */
  public ByteBuffer toByteBuffer() {
    return buffer.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A copy that stays when the view's owner reuses the octets. */
  public byte[] copy() {
    byte[] octets = new byte[length];
    buffer.get(offset, octets);
    return octets;
  }

  /** Copies {@code count} octets from {@code from} on into {@code target}. */
  public void copyTo(int from, byte[] target, int at, int count) {
    int begin = offset + check(from, count);
    if (count > FEW) {
      buffer.get(begin, target, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[at + i] = buffer.get(begin + i);
    }
  }

  /** The same octets, in a copy that stays when the view's owner reuses its own. */
  public Bytes kept() {
    return length == 0 ? EMPTY : of(copy());
  }

  private int check(int index, int count) {
    if (index < 0 || index > length - count) {
      throw new IndexOutOfBoundsException(count + " octets at " + index + " of " + length);
    }
    return index;
  }
}
