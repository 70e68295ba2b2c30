package io.smbscope.base;

import java.time.Instant;

/** FILETIME: 100 ns ticks since 1601-01-01T00:00:00Z, unsigned. [MS-DTYP] 2.3.3 */
public final class FileTime {
  private static final long EPOCH_DIFFERENCE_SECONDS = 11_644_473_600L;
  private static final long TICKS_PER_SECOND = 10_000_000L;

  private FileTime() {}

  /** The instant, or null for 0 and for "never" (all bits or all but the highest set). */
  public static Instant toInstant(long ticks) {
    if (ticks == 0 || ticks == -1L || ticks == Long.MAX_VALUE) {
      return null;
    }
    long seconds = Long.divideUnsigned(ticks, TICKS_PER_SECOND) - EPOCH_DIFFERENCE_SECONDS;
    long rest = Long.remainderUnsigned(ticks, TICKS_PER_SECOND);
    return Instant.ofEpochSecond(seconds, rest * 100);
  }
}
