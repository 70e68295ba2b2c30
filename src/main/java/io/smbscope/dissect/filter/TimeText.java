package io.smbscope.dissect.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in a filter: {@code 2011-07-04 12:34:56.123}, {@code Nov 12, 1999 08:55:44}; the time of
 * day may be left out. In UTC, as times are shown, unless an offset follows.
 */
final class TimeText {
  private static final String TIME =
      "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?\\s*(UTC|Z|[+-]\\d{2}:?\\d{2})?";
  private static final Pattern NUMBERS = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME);
  private static final Pattern WORDS =
      Pattern.compile("([A-Za-z]{3})[a-z]* +(\\d{1,2}),? +(\\d{4})" + TIME);
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private TimeText() {}

  /** Null for what is no time. */
  static Instant parse(String text) {
    try {
      Matcher numbers = NUMBERS.matcher(text.strip());
      if (numbers.matches()) {
        return time(numbers, numbers.group(1), number(numbers.group(2)), numbers.group(3));
      }
      Matcher words = WORDS.matcher(text.strip());
      if (!words.matches()) {
        return null;
      }
      int month = MONTHS.indexOf(words.group(1).toLowerCase(java.util.Locale.ROOT));
      return month % 3 != 0 ? null : time(words, words.group(3), month / 3 + 1, words.group(2));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant time(Matcher parts, String year, int month, String day) {
    String fraction = parts.group(7) == null ? "" : parts.group(7);
    LocalTime time =
        LocalTime.of(
            number(parts.group(4)),
            number(parts.group(5)),
            number(parts.group(6)),
            number((fraction + "000000000").substring(0, 9)));
    String zone = parts.group(8);
    ZoneOffset offset = zone == null || zone.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    return LocalDate.of(number(year), month, number(day)).atTime(time).toInstant(offset);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
