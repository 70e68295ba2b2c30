package io.smbscope.capture.live;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stretch of memory that one thread fills with packets, one behind the other, while others read
 * what it has shown them. A packet has {@value #HEADER} octets before it: its time (8), how many
 * octets were captured (4) and were on the wire (4), its link type (4), and nothing (4).
 */
final class RingBlock {
  static final int SIZE = 1 << 20;
  static final int HEADER = 24;

  private static final long LARGEST_PAGE = 1 << 16;

  private static final int LENGTH = 8;
  private static final int WIRE_LENGTH = 12;
  private static final int LINK_TYPE = 16;

  final ByteBuffer octets = ByteBuffer.allocateDirect(SIZE);

  /** Those who read it and have not let go of it yet. */
  final AtomicInteger holders = new AtomicInteger();

  /** Octets filled; the filling thread's own. */
  private int filled;

  /** Octets that may be read. */
  private volatile int shown;

  /** Nothing will be added. */
  private volatile boolean full;

  /** Whether octets were put into it since its memory was given back. */
  private boolean resident = true;

  /**
   * Gives its memory back to the system until it is used again, as far as the system knows how.
   * Nobody reads it.
   */
  void release() {
    if (!resident) {
      return;
    }
    resident = false;
    if (Platform.isWindows() || Native.POINTER_SIZE != Long.BYTES) {
      return;
    }
    Pointer begin = Native.getDirectBufferPointer(octets);
    long before = -Pointer.nativeValue(begin) & LARGEST_PAGE - 1;
    long length = (SIZE - before) & -LARGEST_PAGE;
    PosixFunctions.madvise(begin.share(before), length, PosixFunctions.MADV_DONTNEED);
  }

  /** Makes it empty again. */
  void clear() {
    resident = true;
    filled = 0;
    shown = 0;
    full = false;
  }

  boolean hasRoomFor(int length) {
    return SIZE - filled >= HEADER + length;
  }

  /** Takes in the packet that {@code feed} has at hand; there is room for it. */
  void add(PacketFeed feed) {
    int length = feed.length();
    int at = filled;
    octets.putLong(at, feed.nanos());
    octets.putInt(at + LENGTH, length);
    octets.putInt(at + WIRE_LENGTH, Math.max(length, feed.wireLength()));
    octets.putInt(at + LINK_TYPE, feed.linkType());
    feed.copyTo(octets, at + HEADER);
    // Behind a multiple of eight, headers lie in one cache line.
    filled = at + (HEADER + length + 7 & ~7);
  }

  /** Lets others see what was added. */
  void show() {
    shown = filled;
  }

  /** Shows all, and that nothing follows. */
  void seal() {
    show();
    full = true;
  }

  int shown() {
    return shown;
  }

  boolean isFull() {
    return full;
  }

  long nanos(int at) {
    return octets.getLong(at);
  }

  int length(int at) {
    return octets.getInt(at + LENGTH);
  }

  int wireLength(int at) {
    return octets.getInt(at + WIRE_LENGTH);
  }

  int linkType(int at) {
    return octets.getInt(at + LINK_TYPE);
  }

  /** Where the packet behind the one at {@code at} begins. */
  int behind(int at) {
    return at + (HEADER + length(at) + 7 & ~7);
  }
}
