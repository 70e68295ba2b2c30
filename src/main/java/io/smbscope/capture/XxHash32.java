package io.smbscope.capture;

/** The checksum XXH32 with seed 0, which lz4 frames carry. */
final class XxHash32 {
  private static final int PRIME_1 = 0x9E3779B1;
  private static final int PRIME_2 = 0x85EBCA77;
  private static final int PRIME_3 = 0xC2B2AE3D;
  private static final int PRIME_4 = 0x27D4EB2F;
  private static final int PRIME_5 = 0x165667B1;
  private static final int STRIPE = 16;

  /** {@link #PRIME_1} + {@link #PRIME_2} modulo 2^32. */
  private int lane1 = 0x24234428;

  private int lane2 = PRIME_2;
  private int lane3;
  private int lane4 = -PRIME_1;
  private long length;

  /** What does not fill a stripe yet. */
  private final byte[] pending = new byte[STRIPE];

  private int numPending;

  static int of(byte[] octets, int offset, int length) {
    XxHash32 hash = new XxHash32();
    hash.update(octets, offset, length);
    return hash.digest();
  }

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

  int digest() {
    int hash =
        length >= STRIPE
            ? Integer.rotateLeft(lane1, 1)
                + Integer.rotateLeft(lane2, 7)
                + Integer.rotateLeft(lane3, 12)
                + Integer.rotateLeft(lane4, 18)
            : PRIME_5;
    hash += (int) length;
    int at = 0;
    for (; numPending - at >= 4; at += 4) {
      hash = Integer.rotateLeft(hash + LittleEndian.u32(pending, at) * PRIME_3, 17) * PRIME_4;
    }
    for (; at < numPending; at++) {
      hash = Integer.rotateLeft(hash + (pending[at] & 0xFF) * PRIME_5, 11) * PRIME_1;
    }
    hash = (hash ^ hash >>> 15) * PRIME_2;
    hash = (hash ^ hash >>> 13) * PRIME_3;
    return hash ^ hash >>> 16;
  }

  private void stripe(byte[] octets, int at) {
    lane1 = mix(lane1, LittleEndian.u32(octets, at));
    lane2 = mix(lane2, LittleEndian.u32(octets, at + 4));
    lane3 = mix(lane3, LittleEndian.u32(octets, at + 8));
    lane4 = mix(lane4, LittleEndian.u32(octets, at + 12));
  }

  private static int mix(int lane, int word) {
    return Integer.rotateLeft(lane + word * PRIME_2, 13) * PRIME_1;
  }
}
