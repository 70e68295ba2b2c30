package io.smbscope.session.media;

/**
 * Tells text from other octets, as Apache Tika's {@code TextDetector} does when it is given all of
 * them, but goes no further than to the octet that decides.
 */
final class TextOctets {
  /** So many in 100 octets are control characters without use in text: it is none. */
  private static final int CONTROL_PERCENT = 2;

  /** More in 100 octets are ASCII: it is text. */
  private static final int ASCII_PERCENT = 90;

  /** UTF-8 that is cut off lacks so many octets of its last character. */
  private static final int CUT_OFF = 3;

  /** Octets between two looks at what was counted. */
  private static final int STEP = 64;

  /** Tab, line feed, form feed, return, escape. */
  private static final int USEFUL_CONTROLS = 1 << 9 | 1 << 10 | 1 << 12 | 1 << 13 | 1 << 27;

  /** 1 for each other control character. */
  private static final byte[] USELESS = new byte[256];

  static {
    for (int octet = 0; octet < ' '; octet++) {
      USELESS[octet] = (byte) (~USEFUL_CONTROLS >>> octet & 1);
    }
  }

  private TextOctets() {}

  /** Whether they are mostly ASCII, or look like UTF-8. */
  static boolean isText(byte[] octets) {
    int limit = CONTROL_PERCENT * octets.length;
    int controls = 0;
    int eightBit = 0;
    int at = 0;
    while (at < octets.length && 100 * controls < limit) {
      int end = Math.min(octets.length, at + STEP);
      while (at < end) {
        int octet = octets[at++];
        controls += USELESS[octet & 0xFF];
        eightBit -= octet >> 7;
      }
    }
    if (100 * controls >= limit) {
      return false;
    }
    int useful = octets.length - eightBit - controls;
    return 100 * useful > ASCII_PERCENT * octets.length || isUtf8(octets, useful, controls);
  }

  private static boolean isUtf8(byte[] octets, int usefulAscii, int controls) {
    int leading = 0;
    int missing = 0;
    for (byte octet : octets) {
      // Ones before the first zero: none in ASCII, one in a continuation, else octets of a
      // character.
      int ones = Integer.numberOfLeadingZeros(~(octet << 24));
      switch (ones) {
        case 0 -> {
          // Counted before.
        }
        case 1 -> missing--;
        case 2, 3, 4 -> {
          leading++;
          missing += ones - 1;
        }
        default -> {
          return false;
        }
      }
    }
    int printable = leading + usefulAscii - useful(octets);
    return missing >= 0 && missing <= CUT_OFF && 100 * controls < CONTROL_PERCENT * printable;
  }

  /** Control characters that text has a use for: they count for ASCII, but not for UTF-8. */
  private static int useful(byte[] octets) {
    int count = 0;
    for (byte octet : octets) {
      if (octet >= 0 && octet < ' ' && (USEFUL_CONTROLS >>> octet & 1) != 0) {
        count++;
      }
    }
    return count;
  }
}
