package io.smbscope.capture;

/** The checksum XXH64 with seed 0, whose lower half zstd frames carry. */
final class XxHash64 {
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;
  private static final int STRIPE = 32;

  /** {@link #PRIME_1} + {@link #PRIME_2} modulo 2^64. */
  private long lane1 = 0x60EA27EEADC0B5D6L;

  private long lane2 = PRIME_2;
  private long lane3;
  private long lane4 = -PRIME_1;
  private long length;

  /** What does not fill a stripe yet. */
  private final byte[] pending = new byte[STRIPE];

  private int numPending;

  void update(byte[] octets, int offset, int count) {
    length += count;
    int at = offset;
    int end = offset + count;
    if (numPending > 0) {
      int taken = Math.min(STRIPE - numPending, count);
      System.arraycopy(octets, at, pending, numPending, taken);
      numPending += taken;
      at += taken;
      if (numPending < STRIPE) {
        return;
      }
      stripe(pending, 0);
      numPending = 0;
    }
    while (end - at >= STRIPE) {
      stripe(octets, at);
      at += STRIPE;
    }
    numPending = end - at;
    System.arraycopy(octets, at, pending, 0, numPending);
  }

  long digest() {
    long hash = PRIME_5;
    if (length >= STRIPE) {
      hash =
          Long.rotateLeft(lane1, 1)
              + Long.rotateLeft(lane2, 7)
              + Long.rotateLeft(lane3, 12)
              + Long.rotateLeft(lane4, 18);
      hash = merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4);
    }
    hash += length;
    int at = 0;
    for (; numPending - at >= 8; at += 8) {
      hash = Long.rotateLeft(hash ^ mix(0, LittleEndian.u64(pending, at)), 27) * PRIME_1 + PRIME_4;
    }
    if (numPending - at >= 4) {
      long word = LittleEndian.u32(pending, at) & 0xFFFF_FFFFL;
      hash = Long.rotateLeft(hash ^ word * PRIME_1, 23) * PRIME_2 + PRIME_3;
      at += 4;
    }
    for (; at < numPending; at++) {
      hash = Long.rotateLeft(hash ^ (pending[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
    }
    hash = (hash ^ hash >>> 33) * PRIME_2;
    hash = (hash ^ hash >>> 29) * PRIME_3;
    return hash ^ hash >>> 32;
  }

  private void stripe(byte[] octets, int at) {
    lane1 = mix(lane1, LittleEndian.u64(octets, at));
    lane2 = mix(lane2, LittleEndian.u64(octets, at + 8));
    lane3 = mix(lane3, LittleEndian.u64(octets, at + 16));
    lane4 = mix(lane4, LittleEndian.u64(octets, at + 24));
  }

  private static long mix(long lane, long word) {
    return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ mix(0, lane)) * PRIME_1 + PRIME_4;
  }
}
