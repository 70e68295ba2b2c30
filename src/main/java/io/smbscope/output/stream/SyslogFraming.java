package io.smbscope.output.stream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line as a message of syslog: {@code <134>1 TIMESTAMP HOSTNAME smbscope PROCID MSGID - LINE}.
 * The time is when the line was written; the line holds the time of what it tells. RFC 5424 6
 */
final class SyslogFraming implements Framing {
  /** Facility local0 (16), severity informational (6). RFC 5424 6.2.1 */
  private static final int PRIORITY = 16 * 8 + 6;

  /** The largest datagram that IPv6 carries, and so IPv4. RFC 5426 3.2 */
  static final int DATAGRAM = 65_535 - 40 - 8;

  private static final int LONGEST_HOST = 255;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final boolean counted;
  private final int most;
  private final byte[] before;
  private final byte[] after;
  private final byte[] time = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);
  private long second = Long.MIN_VALUE;

  private SyslogFraming(
      String host, String messageId, boolean counted, int most, InstantSource clock) {
    this.clock = clock;
    this.counted = counted;
    this.most = most;
    before = ("<" + PRIORITY + ">1 ").getBytes(StandardCharsets.US_ASCII);
    after =
        (" " + name(host) + " smbscope " + ProcessHandle.current().pid() + " " + messageId + " - ")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * For TCP and TLS: {@code LENGTH MESSAGE}. RFC 6587 3.4.1, RFC 5425 4.3
   *
   * @param messageId up to 32 printable ASCII characters
   */
  static SyslogFraming counted(String host, String messageId, InstantSource clock) {
    return new SyslogFraming(host, messageId, true, Integer.MAX_VALUE, clock);
  }

  /** For UDP: a message a datagram, cut where it would be longer than one. RFC 5426 3.1 */
  static SyslogFraming datagram(String host, String messageId, InstantSource clock) {
    return new SyslogFraming(host, messageId, false, DATAGRAM, clock);
  }

  /** The name of this host; null when it has none. */
  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Printable ASCII or {@code -}. RFC 5424 6.2.4 */
  private static String name(String host) {
    if (host == null || host.isEmpty() || host.length() > LONGEST_HOST) {
      return "-";
    }
    return host.chars().allMatch(c -> c > ' ' && c < 0x7F) ? host : "-";
  }

  @Override
  public boolean frame(byte[] line, int length, String key, Frame frame) {
    stamp();
    int header = before.length + time.length + after.length;
    int kept = kept(line, length, most - header);
    if (counted) {
      frame.decimal(header + kept).put(' ');
    }
    frame.put(before).put(time).put(after).put(line, kept);
    return kept == length;
  }

  /** How many octets of a line go into so many, at whole characters of UTF-8. */
  private static int kept(byte[] line, int length, int room) {
    if (length <= room) {
      return length;
    }
    int kept = room;
    while (kept > 0 && (line[kept] & 0xC0) == 0x80) {
      kept--;
    }
    return kept;
  }

  private void stamp() {
    long millis = clock.millis();
    long now = Math.floorDiv(millis, 1000L);
    if (now != second) {
      second = now;
      byte[] text = SECOND.format(Instant.ofEpochSecond(now)).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(text, 0, time, 0, text.length);
    }
    int fraction = (int) Math.floorMod(millis, 1000L);
    int dot = time.length - 5;
    time[dot + 1] = (byte) ('0' + fraction / 100);
    time[dot + 2] = (byte) ('0' + fraction / 10 % 10);
    time[dot + 3] = (byte) ('0' + fraction % 10);
  }
}
