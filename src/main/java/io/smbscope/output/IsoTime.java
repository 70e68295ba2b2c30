package io.smbscope.output;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * ISO-8601 in UTC with nine fractional digits, {@code 2024-05-02T10:11:12.345678901Z}, into a
 * buffer used again for each. A year above 9999, which a FILETIME can hold, has a sign and more
 * digits.
 */
final class IsoTime {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final char[] text = new char[40];
  private int length;

  /** The buffer; good until the next call. */
  char[] text() {
    return text;
  }

  /** Formats nanoseconds since 1970-01-01T00:00:00Z and returns the characters used. */
  int format(long nanos) {
    return format(
        Math.floorDiv(nanos, NANOS_PER_SECOND), (int) Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  /** Formats a time and returns the characters used. */
  int format(long epochSecond, int nanoOfSecond) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, nanoOfSecond, ZoneOffset.UTC);
    length = 0;
    year(time.getYear());
    append('-', time.getMonthValue(), 2);
    append('-', time.getDayOfMonth(), 2);
    append('T', time.getHour(), 2);
    append(':', time.getMinute(), 2);
    append(':', time.getSecond(), 2);
    append('.', time.getNano(), 9);
    text[length++] = 'Z';
    return length;
  }

  private void year(int year) {
    if (year >= 0 && year <= 9999) {
      digits(year, 4);
    } else {
      int absolute = Math.abs(year);
      append(year < 0 ? '-' : '+', absolute, Math.max(4, Integer.toString(absolute).length()));
    }
  }

  private void append(char before, int value, int width) {
    text[length++] = before;
    digits(value, width);
  }

  private void digits(int value, int width) {
    int rest = value;
    for (int i = length + width - 1; i >= length; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
  }
}
