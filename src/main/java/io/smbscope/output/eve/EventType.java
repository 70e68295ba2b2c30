package io.smbscope.output.eve;

import java.nio.charset.StandardCharsets;

/** Suricata's {@code event_type}, written once. */
final class EventType {
  static final EventType SMB = new EventType("smb");
  static final EventType FILEINFO = new EventType("fileinfo");
  static final EventType FLOW = new EventType("flow");
  static final EventType ANOMALY = new EventType("anomaly");
  static final EventType ALERT = new EventType("alert");
  static final EventType STATS = new EventType("stats");

  /** With the comma in front. */
  final byte[] member;

  private EventType(String name) {
    member = (",\"event_type\":\"" + name + '"').getBytes(StandardCharsets.US_ASCII);
  }
}
