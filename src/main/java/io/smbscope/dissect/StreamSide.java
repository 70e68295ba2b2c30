package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import java.util.Arrays;

/** One direction of a TCP connection: what of a message is there while the rest is to come. */
final class StreamSide {
  /** A message of more octets than the framing can say is none. */
  private static final int MOST = 1 << 24 | 4;

  private boolean begun;
  private int next;
  private byte[] held = new byte[0];
  private int length;

  /** Octets that {@link #held} must have before it is worth a look. */
  private int needed;

  /** Where a segment stands: behind what was seen, before it, or in order. */
  enum Place {
    IN_ORDER,
    EARLIER,
    LATER
  }

  Place place(int sequence) {
    if (!begun || sequence == next) {
      return Place.IN_ORDER;
    }
    return sequence - next < 0 ? Place.EARLIER : Place.LATER;
  }

  /** The octets up to {@code sequence} are known. */
  void at(int sequence) {
    begun = true;
    next = sequence;
  }

  boolean holds() {
    return length > 0;
  }

  void drop() {
    length = 0;
  }

  /** Keeps the beginning of a message of {@code whole} octets. */
  void hold(Bytes octets, int whole) {
    byte[] beginning = octets.copy();
    needed = Math.min(whole, MOST);
    length = 0;
    append(Bytes.of(beginning));
  }

  /** Adds to it as much as it lacks; returns how many octets that were. */
  int append(Bytes octets) {
    int count = Math.min(octets.length(), Math.max(needed - length, 0));
    if (length + count > held.length) {
      held = Arrays.copyOf(held, Math.min(MOST, Math.max(length + count, 2 * held.length)));
    }
    octets.copyTo(0, held, length, count);
    length += count;
    return count;
  }

  /** Octets of a segment at {@code sequence} that were seen before. */
  int known(int sequence) {
    return next - sequence;
  }

  boolean complete() {
    return length >= needed;
  }

  /** What is held; stays until the next call. */
  Bytes octets() {
    return Bytes.of(held).slice(0, length);
  }
}
