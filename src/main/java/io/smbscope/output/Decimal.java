package io.smbscope.output;

/** Decimal digits as ASCII octets, written into a buffer two at a time. */
public final class Decimal {
  /** Octets of the longest number. */
  public static final int LONGEST = 20;

  /** Digits of the greatest long. */
  private static final int MOST_DIGITS = 19;

  /** 2^37 / 100, rounded up: exact for every product with an int that is not negative. */
  private static final long HUNDREDTH = 0x51EB_851FL;

  private static final int HUNDREDTH_SHIFT = 37;

  private static final byte[] TENS = new byte[100];
  private static final byte[] ONES = new byte[100];

  static {
    for (int i = 0; i < TENS.length; i++) {
      TENS[i] = (byte) ('0' + i / 10);
      ONES[i] = (byte) ('0' + i % 10);
    }
  }

  private Decimal() {}

  /**
   * Writes a number of 64 bits.
   *
   * @param into has room for {@link #LONGEST} octets from {@code at} on
   * @return where it ends
   */
  public static int write(long value, byte[] into, int at) {
    if (value >= 0) {
      return digits(value, count(value), into, at);
    }
    if (value == Long.MIN_VALUE) {
      into[at] = '-';
      int end = digits(-(value / 10), MOST_DIGITS - 1, into, at + 1);
      into[end] = '8';
      return end + 1;
    }
    into[at] = '-';
    return digits(-value, count(-value), into, at + 1);
  }

  private static int count(long value) {
    int digits = 1;
    for (long bound = 10; digits < MOST_DIGITS && value >= bound; bound *= 10) {
      digits++;
    }
    return digits;
  }

  /**
   * Writes the last digits of a number that is not negative, with zeros in front where it has
   * fewer.
   *
   * @return where they end
   */
  public static int digits(long value, int width, byte[] into, int from) {
    long rest = value;
    int at = from + width;
    while (rest > Integer.MAX_VALUE) {
      long hundreds = rest / 100;
      at -= 2;
      pair((int) (rest - hundreds * 100), into, at);
      rest = hundreds;
    }
    int small = (int) rest;
    while (at >= from + 2) {
      // A division by 100, which the simple compiler would leave to a slow instruction.
      int hundreds = (int) ((small * HUNDREDTH) >>> HUNDREDTH_SHIFT);
      at -= 2;
      pair(small - hundreds * 100, into, at);
      small = hundreds;
    }
    if (at > from) {
      into[from] = ONES[small % 10];
    }
    return from + width;
  }

  private static void pair(int number, byte[] into, int at) {
    into[at] = TENS[number];
    into[at + 1] = ONES[number];
  }
}
