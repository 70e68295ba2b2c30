package io.smbscope.capture;

import java.nio.ByteBuffer;

/**
 * An interface of a pcapng section, from its Interface Description Block (draft-ietf-opsawg-pcapng
 * 4.2).
 *
 * @param linkType LINKTYPE_ value
 * @param snapLength most octets captured of a packet; 0 when there is no limit
 * @param multiplier nanoseconds in a tick of the clock, or 0 when a tick is no whole number of them
 * @param resolution if_tsresol: a power of 10, or of 2 with the upper bit set
 * @param offset nanoseconds to add, from if_tsoffset
 */
record PcapngInterface(int linkType, int snapLength, long multiplier, int resolution, long offset) {
  private static final int IF_TSRESOL = 9;
  private static final int IF_TSOFFSET = 14;
  private static final int MICROSECONDS = 6;
  private static final int NANOSECONDS = 9;
  private static final int BINARY = 0x80;
  private static final long SECOND = 1_000_000_000L;

  /** Reads the block's body, which begins at {@code from} and has 8 octets at least. */
  static PcapngInterface read(ByteBuffer octets, int from, int to) {
    int resolution = MICROSECONDS;
    long offset = 0;
    int at = from + 8;
    while (to - at >= 4) {
      int code = octets.getShort(at) & 0xFFFF;
      int length = octets.getShort(at + 2) & 0xFFFF;
      if (code == 0 || length > to - at - 4) {
        break;
      }
      if (code == IF_TSRESOL && length == 1) {
        resolution = octets.get(at + 4) & 0xFF;
      } else if (code == IF_TSOFFSET && length == 8) {
        offset = octets.getLong(at + 4) * SECOND;
      }
      at += 4 + ((length + 3) & ~3);
    }
    return new PcapngInterface(
        LinkTypes.of(octets.getShort(from) & 0xFFFF),
        octets.getInt(from + 4),
        resolution <= NANOSECONDS ? powerOf10(NANOSECONDS - resolution) : 0,
        resolution,
        offset);
  }

  /** Nanoseconds since 1970 of a packet stamped {@code ticks}, unsigned. */
  long nanos(long ticks) {
    return offset + (multiplier != 0 ? ticks * multiplier : sinceOffset(ticks));
  }

  private long sinceOffset(long ticks) {
    if ((resolution & BINARY) != 0) {
      return ofBinary(ticks, resolution & 0x7F);
    }
    int digits = resolution - NANOSECONDS;
    return digits > 19 ? 0 : Long.divideUnsigned(ticks, powerOf10(digits));
  }

  /** {@code ticks} of 2^-bits seconds; beyond 2^-32 finer ones make no nanosecond's difference. */
  private static long ofBinary(long ticks, int bits) {
    int used = Math.min(bits, 32);
    long coarse = bits - used > 63 ? 0 : ticks >>> (bits - used);
    long fraction = coarse & ((1L << used) - 1);
    return (coarse >>> used) * SECOND + ((fraction * SECOND) >>> used);
  }

  /** 10^19 still fits, unsigned. */
  private static long powerOf10(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
