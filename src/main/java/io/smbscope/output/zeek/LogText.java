package io.smbscope.output.zeek;

import io.smbscope.output.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing run of octets, and the ways in which Zeek writes text into it.
 *
 * <p>In columns, a backslash is doubled, and a control character, the separator, and octets that
 * are no UTF-8 (here: a lone surrogate) become {@code \xNN} for each octet of their UTF-8 form. In
 * JSON the same octets become {@code \\xNN}, save what JSON has an escape of its own for. Beyond
 * Zeek, characters that are invisible, turn the direction of text or end a line are escaped too, in
 * a way that reads back as the same character.
 */
final class LogText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int DELETE = 0x7F;
  private static final long MILLION = 1_000_000;

  /** A power of two. */
  private static final int SECONDS = 1 << 5;

  byte[] octets = new byte[1 << 12];
  int length;

  /** Seconds that were written lately, each at the place of its last bits, and their digits. */
  private final long[] seconds = new long[SECONDS];

  private final byte[][] secondDigits = new byte[SECONDS][];

  void put(byte octet) {
    room(1);
    octets[length++] = octet;
  }

  void put(byte[] more) {
    put(more, more.length);
  }

  /** The first octets of {@code more}. */
  void put(byte[] more, int count) {
    room(count);
    System.arraycopy(more, 0, octets, length, count);
    length += count;
  }

  /** Text of ours: ASCII, and nothing in it to escape. */
  void plain(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      octets[length++] = (byte) text.charAt(i);
    }
  }

  void number(long value) {
    room(Decimal.LONGEST);
    length = Decimal.write(value, octets, length);
  }

  /** Seconds with six decimals, of microseconds. */
  void seconds(long micros) {
    long whole = micros;
    if (micros < 0) {
      put((byte) '-');
      whole = -micros;
    }
    long second = whole / MILLION;
    int place = (int) second & (SECONDS - 1);
    if (second != seconds[place] || secondDigits[place] == null) {
      seconds[place] = second;
      byte[] digits = new byte[Decimal.LONGEST];
      secondDigits[place] = Arrays.copyOf(digits, Decimal.write(second, digits, 0));
    }
    put(secondDigits[place]);
    room(7);
    octets[length++] = '.';
    length = Decimal.digits(whole - second * MILLION, 6, octets, length);
  }

  /**
   * A value of a column.
   *
   * @param element of a set or vector, in which a comma separates
   */
  void escaped(String text, boolean element) {
    int count = text.length();
    room(2 * count);
    byte[] into = octets;
    int at = length;
    int i = 0;
    for (; i < count; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= DELETE || (c == ',' && element)) {
        break;
      }
      if (c == '\\') {
        into[at++] = '\\';
      }
      into[at++] = (byte) c;
    }
    length = at;
    if (i < count) {
      escapedFrom(i, text, element);
    }
  }

  private void escapedFrom(int start, String text, boolean element) {
    int at = start;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (point > DELETE) {
        beyondAscii(point, hidden(point));
      } else if (point < ' ' || point == DELETE || (point == ',' && element)) {
        hex(point);
      } else {
        put((byte) point);
        if (point == '\\') {
          put((byte) point);
        }
      }
    }
  }

  /** A JSON string with its quotes. */
  void quoted(String text) {
    int count = text.length();
    room(count + 2);
    put((byte) '"');
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < DELETE) {
        if (c == '"' || c == '\\') {
          put((byte) '\\');
        }
        put((byte) c);
      } else if (c <= DELETE) {
        control(c);
      } else {
        int point = text.codePointAt(i);
        i += Character.charCount(point) - 1;
        jsonBeyondAscii(point);
      }
    }
    put((byte) '"');
  }

  private void control(char c) {
    int letter =
        switch (c) {
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 0;
        };
    put((byte) '\\');
    if (letter == 0) {
      hex(c);
    } else {
      put((byte) letter);
    }
  }

  private void jsonBeyondAscii(int point) {
    if (!hidden(point)) {
      beyondAscii(point, false);
    } else if (Character.getType(point) == Character.SURROGATE || isControl(point)) {
      int octetCount = isControl(point) ? 2 : 3;
      for (int i = octetCount - 1; i >= 0; i--) {
        put((byte) '\\');
        hex(octet(point, i, octetCount));
      }
    } else {
      for (char half : Character.toChars(point)) {
        put((byte) '\\');
        put((byte) 'u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          put(HEX[half >>> shift & 15]);
        }
      }
    }
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static boolean isControl(int point) {
    return Character.getType(point) == Character.CONTROL;
  }

  /** The UTF-8 form of a code point above ASCII. RFC 3629 3 */
  private void beyondAscii(int point, boolean asHex) {
    int octetCount = point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
    for (int i = octetCount - 1; i >= 0; i--) {
      int octet = octet(point, i, octetCount);
      if (asHex) {
        hex(octet);
      } else {
        put((byte) octet);
      }
    }
  }

  /** The octet that {@code index} others follow. */
  private static int octet(int point, int index, int octetCount) {
    int bits = point >>> (6 * index);
    if (index < octetCount - 1) {
      return 0x80 | (bits & 0x3F);
    }
    return (0xF00 >>> octetCount & 0xFF) | bits;
  }

  private void hex(int octet) {
    put((byte) '\\');
    put((byte) 'x');
    put(HEX[octet >>> 4]);
    put(HEX[octet & 15]);
  }

  private void room(int more) {
    if (octets.length - length < more) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
    }
  }
}
