package io.smbscope.dissect.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text as UTF-8 octets in one array that grows. Used by one thread. */
public final class Utf8 {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 20;

  private byte[] octets;
  private int length;

  public Utf8(int capacity) {
    this.octets = new byte[capacity];
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  /** Writes all and is empty. */
  public void drainTo(OutputStream out) throws IOException {
    out.write(octets, 0, length);
    length = 0;
  }

  /** A character of ASCII. */
  public Utf8 put(char ascii) {
    room(1);
    octets[length++] = (byte) ascii;
    return this;
  }

  public Utf8 add(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      char unit = text.charAt(i);
      if (unit >= 0x80) {
        return encoded(text.substring(i));
      }
      octets[length++] = (byte) unit;
    }
    return this;
  }

  private Utf8 encoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    room(encoded.length);
    System.arraycopy(encoded, 0, octets, length, encoded.length);
    length += encoded.length;
    return this;
  }

  public Utf8 add(Utf8 other) {
    room(other.length);
    System.arraycopy(other.octets, 0, octets, length, other.length);
    length += other.length;
    return this;
  }

  /** Unsigned, decimal. */
  Utf8 decimal(long number) {
    if (number < 0) {
      return add(Long.toUnsignedString(number));
    }
    room(LONGEST_NUMBER);
    int count = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      count++;
    }
    long rest = number;
    for (int at = length + count - 1; at >= length; at--) {
      octets[at] = DIGITS[(int) (rest % 10)];
      rest /= 10;
    }
    length += count;
    return this;
  }

  /** Decimal, with zeros before it up to so many digits. */
  Utf8 padded(long number, int digits) {
    long least = 1;
    for (int i = 1; i < digits; i++) {
      least *= 10;
      if (number < least) {
        put('0');
      }
    }
    return decimal(number);
  }

  /** Hexadecimal, at least so many digits. */
  Utf8 hex(long number, int digits) {
    int needed = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 3) / 4);
    int count = Math.max(digits, needed);
    room(count);
    for (int at = count - 1; at >= 0; at--) {
      octets[length++] = at >= 16 ? (byte) '0' : DIGITS[(int) (number >>> (4 * at)) & 15];
    }
    return this;
  }

  Utf8 hex(byte[] value) {
    room(2 * value.length);
    for (byte octet : value) {
      octets[length++] = DIGITS[octet >> 4 & 15];
      octets[length++] = DIGITS[octet & 15];
    }
    return this;
  }

  @Override
  public String toString() {
    return new String(octets, 0, length, StandardCharsets.UTF_8);
  }

  private void room(int more) {
    if (length + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
    }
  }
}
