package io.smbscope.output.eve;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Suricata's {@code event_type}. */
enum EventType {
  SMB,
  FILEINFO,
  FLOW,
  ANOMALY,
  ALERT,
  STATS;

  /** With the comma in front. */
  @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
  final byte[] member =
      (",\"event_type\":\"" + name().toLowerCase(Locale.ROOT) + '"')
          .getBytes(StandardCharsets.US_ASCII);
}
