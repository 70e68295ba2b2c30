package io.smbscope.output.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Octets of one line in the form its peer wants, put together anew for each line. */
final class Frame {
  private byte[] octets = new byte[1 << 12];
  private int length;

  void clear() {
    length = 0;
  }

  Frame put(int octet) {
    room(1);
    octets[length++] = (byte) octet;
    return this;
  }

  Frame put(byte[] from, int count) {
    room(count);
    System.arraycopy(from, 0, octets, length, count);
    length += count;
    return this;
  }

  Frame put(byte[] from) {
    return put(from, from.length);
  }

  /** A number from 0 on, in decimal digits. */
  Frame decimal(int number) {
    return put(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
  }

  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  private void room(int more) {
    if (more > octets.length - length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
    }
  }
}
