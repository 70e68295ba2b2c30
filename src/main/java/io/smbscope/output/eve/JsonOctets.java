package io.smbscope.output.eve;

import io.smbscope.output.Decimal;
import io.smbscope.output.KnownTexts;
import io.smbscope.output.WireEscapes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON that is being written, as UTF-8. Commas come by themselves. Texts are escaped as {@link
 * WireEscapes} says; as most come again soon, those written last are kept in their written form.
 */
final class JsonOctets {
  private static final int FIRST_SIZE = 1 << 12;

  /** Larger buffers are not kept for what comes next. */
  private static final int LARGEST_KEPT = 1 << 16;

  /** Most octets that one character of a text becomes. */
  private static final int LONGEST_ESCAPE = 6;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UPPER_HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final int DELETE = 0x7F;

  private byte[] octets = new byte[FIRST_SIZE];
  private int length;

  private final KnownTexts texts = new KnownTexts();

  /** With the comma in front and the colon behind. */
  private final KnownTexts names = new KnownTexts();

  /** All that was written since {@link #clear}; the first {@link #length()} octets count. */
  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
    if (octets.length > LARGEST_KEPT) {
      octets = new byte[LARGEST_KEPT];
    }
  }

  /** What was written, in a copy. */
  byte[] copy() {
    return Arrays.copyOf(octets, length);
  }

  /** Members or values in their written form, with the comma that they need. */
  void raw(byte[] written) {
    room(written.length);
    System.arraycopy(written, 0, octets, length, written.length);
    length += written.length;
  }

  /** One ASCII character that is no value by itself. */
  void put(char c) {
    room(1);
    octets[length++] = (byte) c;
  }

  /** Goes before each element of an array. */
  void separate() {
    if (octets[length - 1] != '[') {
      put(',');
    }
  }

  /** Name of the next member: one of few. */
  void name(String name) {
    byte[] written = names.get(name);
    if (written == null) {
      written = (",\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
      names.put(name, written);
    }
    room(written.length);
    int from = length > 0 && octets[length - 1] == '{' ? 1 : 0;
    System.arraycopy(written, from, octets, length, written.length - from);
    length += written.length - from;
  }

  /** A string. */
  void text(String text) {
    byte[] written = texts.get(text);
    if (written != null) {
      raw(written);
    } else {
      int start = length;
      quoted(text);
      texts.put(text, Arrays.copyOfRange(octets, start, length));
    }
  }

  void number(long value) {
    room(Decimal.LONGEST);
    length = Decimal.write(value, octets, length);
  }

  /** All 64 bits as a number without sign. */
  void unsigned(long value) {
    if (value >= 0) {
      number(value);
    } else {
      raw(Long.toUnsignedString(value).getBytes(StandardCharsets.US_ASCII));
    }
  }

  void flag(boolean value) {
    raw(value ? TRUE : FALSE);
  }

  /** Hexadecimal digits of a number's last bits; no text by themselves. */
  void hexadecimal(long value, int digits) {
    room(digits);
    long rest = value;
    for (int i = length + digits - 1; i >= length; i--) {
      octets[i] = HEX[(int) rest & 0xF];
      rest >>>= 4;
    }
    length += digits;
  }

  private void quoted(String text) {
    int count = text.length();
    room(LONGEST_ESCAPE * count + 2);
    octets[length++] = '"';
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < DELETE && c != '"' && c != '\\') {
        octets[length++] = (byte) c;
      } else if (c <= DELETE) {
        escaped(c);
      } else {
        beyondAscii(c);
      }
    }
    octets[length++] = '"';
  }

  private void escaped(char c) {
    int letter =
        switch (c) {
          case '"', '\\' -> c;
          case '\b' -> 'b';
          case '\t' -> 't';
          case '\n' -> 'n';
          case '\f' -> 'f';
          case '\r' -> 'r';
          default -> 0;
        };
    if (letter == 0) {
      byNumber(c);
    } else {
      octets[length++] = '\\';
      octets[length++] = (byte) letter;
    }
  }

  private void beyondAscii(char c) {
    if (WireEscapes.hidden(c)) {
      byNumber(c);
    } else if (c < 0x800) {
      octets[length++] = (byte) (0xC0 | (c >>> 6));
      octets[length++] = (byte) (0x80 | (c & 0x3F));
    } else {
      octets[length++] = (byte) (0xE0 | (c >>> 12));
      octets[length++] = (byte) (0x80 | (c >>> 6 & 0x3F));
      octets[length++] = (byte) (0x80 | (c & 0x3F));
    }
  }

  private void byNumber(char c) {
    octets[length++] = '\\';
    octets[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      octets[length++] = UPPER_HEX[c >>> shift & 0xF];
    }
  }

  private void room(int more) {
    if (octets.length - length < more) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
    }
  }
}
