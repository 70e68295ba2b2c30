package io.smbscope.output.eve;

import io.smbscope.output.Decimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Suricata's time stamps, {@code "2024-05-02T10:11:12.345678+0000"}, in UTC. */
final class EveTime {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int FRACTION_START = 21;

  private static final long EPOCH_TICKS = 116_444_736_000_000_000L;
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

  private final byte[] text =
      "\"0000-00-00T00:00:00.000000+0000\"".getBytes(StandardCharsets.US_ASCII);

  /** What {@code text} says before the fraction; most time stamps share it with the one before. */
  private long second = Long.MIN_VALUE;

  /** As a JSON string. The buffer, good until the next call. */
  byte[] format(long nanos) {
    long epochSecond = Math.floorDiv(nanos, NANOS_PER_SECOND);
    if (epochSecond != second) {
      second = epochSecond;
      LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
      Decimal.digits(time.getYear(), 4, text, 1);
      Decimal.digits(time.getMonthValue(), 2, text, 6);
      Decimal.digits(time.getDayOfMonth(), 2, text, 9);
      Decimal.digits(time.getHour(), 2, text, 12);
      Decimal.digits(time.getMinute(), 2, text, 15);
      Decimal.digits(time.getSecond(), 2, text, 18);
    }
    long fraction = nanos - epochSecond * NANOS_PER_SECOND;
    Decimal.digits(fraction / NANOS_PER_MICRO, 6, text, FRACTION_START);
    return text;
  }

  /** Seconds since 1970 of a FILETIME, 0 of one before, in 32 bits as Suricata keeps them. */
  static long unixSeconds(long ticks) {
    return Long.compareUnsigned(ticks, EPOCH_TICKS) <= 0
        ? 0
        : Long.divideUnsigned(ticks - EPOCH_TICKS, TICKS_PER_SECOND) & UNSIGNED_32;
  }
}
