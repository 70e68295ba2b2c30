package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import java.util.Arrays;

/** What was decompressed so far; no more than was announced, whatever the input says. */
final class Plain {
  private static final int FIRST = 4096;

  private final int most;
  private byte[] octets;
  private int length;

  /**
   * @param most octets there may be in the end
   */
  Plain(int most) {
    this.most = most;
    this.octets = new byte[Math.min(most, FIRST)];
  }

  int length() {
    return length;
  }

  boolean isFull() {
    return length == most;
  }

  /** Octets that may still come. */
  int room() {
    return most - length;
  }

  void add(int octet) {
    room(1);
    octets[length++] = (byte) octet;
  }

  void add(Bytes more) {
    room(more.length());
    for (int i = 0; i < more.length(); i++) {
      octets[length++] = (byte) more.u8(i);
    }
  }

  void add(int octet, int times) {
    room(times);
    Arrays.fill(octets, length, length + times, (byte) octet);
    length += times;
  }

  /** Again what stands {@code back} octets before the end, {@code count} octets of it. */
  void repeat(int back, long count) {
    if (back <= 0 || back > length) {
      throw new IllegalArgumentException("before the beginning");
    }
    room(count);
    for (int i = 0; i < count; i++) {
      octets[length] = octets[length - back];
      length++;
    }
  }

  Bytes octets() {
    return Bytes.of(Arrays.copyOf(octets, length));
  }

  private void room(long count) {
    if (count < 0 || count > most - length) {
      throw new IllegalArgumentException("more than was announced");
    }
    if (length + count > octets.length) {
      octets =
          Arrays.copyOf(octets, (int) Math.min(most, Math.max(2L * octets.length, length + count)));
    }
  }
}
