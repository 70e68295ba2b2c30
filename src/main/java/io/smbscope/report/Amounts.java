package io.smbscope.report;

import java.util.Locale;

/** Counts, sizes and times as a person reads them. */
final class Amounts {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Amounts() {}

  /** {@code 1,234,567}. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 1 packet}, {@code 1,204 packets}. */
  static String count(long value, String noun) {
    return count(value) + " " + noun + (value == 1 ? "" : "s");
  }

  /** {@code 999 B}, {@code 1.2 MB}: units of 1000. */
  static String bytes(long octets) {
    double size = octets;
    int unit = 0;
    while (size >= 999.95 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return unit == 0 ? octets + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }

  /** {@code 1.234 s}, {@code 12 min 3 s}, {@code 3 h 5 min}, {@code 2 d 4 h}. */
  static String duration(long nanos) {
    long seconds = nanos / NANOS_PER_SECOND;
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.3f s", nanos / (double) NANOS_PER_SECOND);
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min " + seconds % 60 + " s";
    }
    long hours = minutes / 60;
    return hours < 24
        ? hours + " h " + minutes % 60 + " min"
        : hours / 24 + " d " + hours % 24 + " h";
  }
}
