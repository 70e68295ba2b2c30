package io.smbscope.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as a user writes them: {@code 100M}, {@code 15m}. */
final class Quantity {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12})([a-zA-Z]?)");
  private static final Map<String, Long> OCTETS =
      Map.of(
          "", 1L, "K", 1L << 10, "M", 1L << 20, "G", 1L << 30, "T", 1L << 40, "k", 1L << 10, "m",
          1L << 20, "g", 1L << 30);
  private static final Map<String, Long> SECONDS =
      Map.of("", 1L, "s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);

  private Quantity() {}

  /**
   * Octets; K, M, G, T are powers of 1024.
   *
   * @throws IllegalArgumentException when it is no positive amount; the message names the option
   */
  static long octets(String option, String text) {
    return parse(option, text, OCTETS, "a size, such as 100M or 2G");
  }

  /**
   * Seconds; s, m, h, d are units.
   *
   * @throws IllegalArgumentException when it is no positive amount; the message names the option
   */
  static long seconds(String option, String text) {
    return parse(option, text, SECONDS, "a time, such as 90, 15m, 12h or 7d");
  }

  private static long parse(String option, String text, Map<String, Long> units, String wanted) {
    Matcher matcher = FORM.matcher(text);
    Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    long number = unit == null ? 0 : Long.parseLong(matcher.group(1));
    if (number < 1 || number > Long.MAX_VALUE / unit) {
      throw new IllegalArgumentException(option + " takes " + wanted + ", not '" + text + "'");
    }
    return number * unit;
  }
}
