package io.smbscope.capture.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When the capture is to end: because somebody said so, after a time, or behind a number of
 * packets. Used by all threads.
 */
final class StopSign {
  private static final long NEVER = Long.MAX_VALUE;

  private final boolean counting;
  private final AtomicLong left;
  private final long end;

  /** Nanoseconds since 1970: later packets do not count. */
  private volatile long lastNanos = NEVER;

  private volatile long raised;

  /**
   * Raised by nobody yet.
   *
   * @param count packets to take, 0 for any number
   * @param seconds to go on for, 0 for any time
   */
  StopSign(long count, long seconds) {
    counting = count > 0;
    left = new AtomicLong(count);
    end = seconds > 0 ? System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) : 0;
  }

  void raise() {
    if (lastNanos == NEVER) {
      raised = System.nanoTime();
      lastNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() + 1);
    }
  }

  /** Raises it when the time is over. */
  void checkTime() {
    if (end != 0 && System.nanoTime() - end >= 0) {
      raise();
    }
  }

  /** Whether a packet of this time is still wanted; it is then counted. */
  boolean takes(long nanos) {
    if (nanos > lastNanos) {
      return false;
    }
    if (!counting) {
      return true;
    }
    long before = left.getAndDecrement();
    if (before <= 1) {
      raise();
    }
    return before >= 1;
  }

  boolean isRaised() {
    return lastNanos != NEVER;
  }

  /** Whether it was raised so long ago that the kernel holds back no packet from before. */
  boolean isOver() {
    return isRaised()
        && System.nanoTime() - raised
            > TimeUnit.MILLISECONDS.toNanos(LiveHandle.READ_TIMEOUT + 20L);
  }
}
