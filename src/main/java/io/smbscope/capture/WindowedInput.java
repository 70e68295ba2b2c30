package io.smbscope.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An input seen through a {@link Window} that slides over it. A reader works with plain indexes in
 * {@link #octets} and asks {@link #has} before it reads; only where a window ends does anything
 * else happen. A record that {@code has} granted lies wholly in the present window.
 */
abstract class WindowedInput implements Closeable {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** The present window's octets in the reader's byte order. */
  ByteBuffer octets = NOTHING;

  /** The next octet to read, in {@link #octets}. */
  int at;

  /** Behind the last octet that is there. */
  int end;

  private Window window;
  private ByteOrder order = ByteOrder.BIG_ENDIAN;

  /** Offset in the input of the window's first octet. */
  private long start;

  /** Holds what {@link #octets} shows; in network byte order, whatever the reader's is. */
  final Window window() {
    return window;
  }

  /** Offset in the input of the octet at {@link #at}. */
  final long offset() {
    return start + at;
  }

  /** Sets the byte order of {@link #octets}, for this and all following windows. */
  final void order(ByteOrder readersOrder) {
    order = readersOrder;
    if (window != null) {
      octets.order(order);
    }
  }

  /** Whether {@code needed} octets follow, which then lie in one window; may move {@link #at}. */
  final boolean has(int needed) throws IOException {
    return end - at >= needed || slide(needed);
  }

  /** As {@link #has}, but says false instead of waiting for what is not written yet. */
  boolean hasNow(int needed) throws IOException {
    return has(needed);
  }

  /** Puts {@code next} in the place of the present window, whose hold is given up. */
  final void show(Window next, long nextStart, int length) {
    release();
    window = next;
    octets = next.buffer().duplicate().order(order);
    start = nextStart;
    at = 0;
    end = length;
  }

  /** Goes on where the present window does not reach. */
  final void jump(long count) {
    start += count - (end - at);
    at = end;
  }

  /** Gives up the hold on the present window; then there is none. */
  final void release() {
    if (window != null) {
      start += at;
      at = 0;
      end = 0;
      octets = NOTHING;
      window.release();
      window = null;
    }
  }

  /** Moves the window until {@code needed} octets follow in it; false when the input ends first. */
  abstract boolean slide(int needed) throws IOException;

  /**
   * Passes over {@code count} octets.
   *
   * @return how many of them the input does not have, so 0 when all is well
   */
  abstract long skip(long count) throws IOException;

  /** How many octets follow; known once {@link #has} or {@link #skip} met the end. */
  abstract long rest();

  /** Whether an end within a record is to be expected: somebody still writes the file. */
  abstract boolean unfinished();

  /** What {@link #offset} counts. */
  abstract String unit();

  /** Octets consumed, as stored. */
  abstract long position();
}
