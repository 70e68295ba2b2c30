package io.smbscope.detect.sigma;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/** A part of a time, in UTC. */
final class TimePart {
  private TimePart() {}

  static int of(Modifiers.Name part, double epochSeconds) {
    ZonedDateTime time =
        Instant.ofEpochSecond((long) Math.floor(epochSeconds)).atZone(ZoneOffset.UTC);
    return switch (part) {
      case MINUTE -> time.getMinute();
      case HOUR -> time.getHour();
      case DAY -> time.getDayOfMonth();
      case WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case MONTH -> time.getMonthValue();
      default -> time.get(ChronoField.YEAR);
    };
  }
}
