package io.smbscope.session;

import java.nio.charset.StandardCharsets;

/** Names of what CREATE asks for and answers, which SMB1 and SMB2 share. [MS-SMB2] 2.2.13 */
final class Access {
  static final long DIRECTORY_FILE = 0x0000_0001L;
  static final long DELETE_ON_CLOSE = 0x0000_1000L;
  static final long ATTRIBUTE_DIRECTORY = 0x10L;

  private static final String[] DISPOSITIONS = {
    "SUPERSEDE", "OPEN", "CREATE", "OPEN_IF", "OVERWRITE", "OVERWRITE_IF"
  };
  private static final String[] ACTIONS = {"SUPERSEDED", "OPENED", "CREATED", "OVERWRITTEN"};

  private Access() {}

  static String disposition(long value) {
    return name(DISPOSITIONS, value);
  }

  static String action(long value) {
    return name(ACTIONS, value);
  }

  private static String name(String[] names, long value) {
    return value >= 0 && value < names.length ? names[(int) value] : "0x" + Long.toHexString(value);
  }

  /** Granted level: 0 none, 1 II, 8 exclusive, 9 batch. */
  static String oplock(int level) {
    return switch (level) {
      case 0 -> "none";
      case 1 -> "II";
      case 8 -> "exclusive";
      case 9 -> "batch";
      default -> "0x" + Integer.toHexString(level);
    };
  }

  /** {@code lease RWH}: 1 read, 4 write, 2 handle caching. [MS-SMB2] 2.2.13.2.8 */
  static String lease(long state) {
    StringBuilder text = new StringBuilder("lease");
    String letters =
        ((state & 1) != 0 ? "R" : "")
            + ((state & 4) != 0 ? "W" : "")
            + ((state & 2) != 0 ? "H" : "");
    return text.append(' ').append(letters.isEmpty() ? "none" : letters).toString();
  }

  /** What an open is, from its tree, what was asked, and what the server told. */
  static String type(TreeConnect tree, long options, Long attributes) {
    if (tree.pipe()) {
      return "pipe";
    }
    if ("print".equals(tree.type)) {
      return "printer";
    }
    boolean directory =
        attributes == null
            ? (options & DIRECTORY_FILE) != 0
            : (attributes & ATTRIBUTE_DIRECTORY) != 0;
    return directory ? "directory" : "file";
  }

  /** {@code 0x} and so many digits. */
  static String hexadecimal(long number, int digits) {
    byte[] text = new byte[2 + digits];
    text[0] = '0';
    text[1] = 'x';
    digits(number, digits, text, 2);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Two numbers of 16 digits each. */
  static String hexadecimal(long first, long second) {
    byte[] text = new byte[32];
    digits(first, 16, text, 0);
    digits(second, 16, text, 16);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void digits(long number, int digits, byte[] text, int at) {
    for (int i = 0; i < digits; i++) {
      int digit = (int) (number >>> (4 * (digits - 1 - i))) & 15;
      text[at + i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
  }
}
