package io.smbscope.session.media;

/** Octets at an offset, or at any of a range of offsets. */
final class OctetMatch implements Placed {
  private final int from;
  private final int to;
  private final boolean ignoresCase;
  private final byte[] pattern;
  private final byte[] mask;

  /**
   * Octets as they must be under a mask.
   *
   * @param mask null for all bits; what it has beyond {@code pattern} must be zero in the file
   */
  OctetMatch(int from, int to, byte[] pattern, byte[] mask, boolean ignoresCase) {
    int length = Math.max(pattern.length, mask == null ? 0 : mask.length);
    this.from = from;
    this.to = to;
    this.ignoresCase = ignoresCase;
    this.pattern = new byte[length];
    this.mask = new byte[length];
    for (int i = 0; i < length; i++) {
      this.mask[i] = mask == null || i >= mask.length ? (byte) 0xFF : mask[i];
      int octet = i < pattern.length ? pattern[i] & this.mask[i] : 0;
      this.pattern[i] = (byte) (ignoresCase ? lowerCase((byte) octet) : octet);
    }
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public boolean canBeginWith(int octet) {
    return pattern.length == 0 || takes(0, (byte) octet);
  }

  @Override
  public boolean canBeginWith(int first, int second) {
    return canBeginWith(first) && (pattern.length < 2 || takes(1, (byte) second));
  }

  /** There must be enough octets for the first of the offsets. */
  @Override
  public boolean matchesAt(byte[] start, int offset) {
    if (start.length < from + pattern.length) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      if (!takes(i, offset + i < start.length ? start[offset + i] : 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an octet is right at a place of the pattern. */
  private boolean takes(int place, byte octet) {
    byte seen = (byte) (octet & mask[place]);
    return (ignoresCase ? lowerCase(seen) : seen) == pattern[place];
  }

  private static byte lowerCase(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 'a' - 'A') : octet;
  }

  @Override
  public int size() {
    return pattern.length;
  }
}
