package io.smbscope.output.eve;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Suricata's time stamps, {@code 2024-05-02T10:11:12.345678+0000}, in UTC. */
final class EveTime {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int SECOND_END = 19;
  private static final int FRACTION_START = 20;
  private static final int FRACTION_END = 26;

  private static final long EPOCH_TICKS = 116_444_736_000_000_000L;
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

  private final char[] text = "0000-00-00T00:00:00.000000+0000".toCharArray();

  /** What {@code text} says before the fraction; most time stamps share it with the one before. */
  private long second = Long.MIN_VALUE;

  /** The buffer, good until the next call. */
  char[] format(long nanos) {
    long epochSecond = Math.floorDiv(nanos, NANOS_PER_SECOND);
    if (epochSecond != second) {
      second = epochSecond;
      LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
      digits(time.getYear(), 0, 4);
      digits(time.getMonthValue(), 5, 7);
      digits(time.getDayOfMonth(), 8, 10);
      digits(time.getHour(), 11, 13);
      digits(time.getMinute(), 14, 16);
      digits(time.getSecond(), 17, SECOND_END);
    }
    digits(
        (int) Math.floorMod(nanos, NANOS_PER_SECOND) / NANOS_PER_MICRO,
        FRACTION_START,
        FRACTION_END);
    return text;
  }

  /** Seconds since 1970 of a FILETIME, 0 of one before, in 32 bits as Suricata keeps them. */
  static long unixSeconds(long ticks) {
    return Long.compareUnsigned(ticks, EPOCH_TICKS) <= 0
        ? 0
        : Long.divideUnsigned(ticks - EPOCH_TICKS, TICKS_PER_SECOND) & UNSIGNED_32;
  }

  private void digits(int value, int from, int to) {
    int rest = value;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
