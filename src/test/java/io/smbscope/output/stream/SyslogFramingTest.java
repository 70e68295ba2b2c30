package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SyslogFramingTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T23:59:59.007Z"));
  private static final long PID = ProcessHandle.current().pid();
  private static final String HEADER =
      "<134>1 2026-03-01T23:59:59.007Z sensor1 smbscope " + PID + " EVE - ";

  private final Frame frame = new Frame();

  @Test
  void putsTheHeaderBeforeTheLine() {
    Framing framing = SyslogFraming.datagram("sensor1", "EVE", CLOCK);
    assertThat(frame(framing, "{\"n\":1}")).isEqualTo(HEADER + "{\"n\":1}");
  }

  @Test
  void countsOctetsForStreams() {
    Framing framing = SyslogFraming.counted("sensor1", "EVE", CLOCK);
    String message = HEADER + "\"é\"";
    int length = message.getBytes(StandardCharsets.UTF_8).length;
    assertThat(frame(framing, "\"é\"")).isEqualTo(length + " " + message);
  }

  @Test
  void writesNoHostNameThatIsNotPrintable() {
    for (String host : new String[] {null, "", "a b", "hôte", "x".repeat(256)}) {
      assertThat(frame(SyslogFraming.datagram(host, "CEF", CLOCK), "CEF:0|"))
          .isEqualTo("<134>1 2026-03-01T23:59:59.007Z - smbscope " + PID + " CEF - CEF:0|");
    }
  }

  @Test
  void cutsADatagramAtAWholeCharacter() {
    Framing framing = SyslogFraming.datagram("sensor1", "EVE", CLOCK);
    int room = SyslogFraming.DATAGRAM - HEADER.length();
    for (String character : new String[] {"x", "é", "€", "𝄞"}) {
      for (int before = 0; before < 4; before++) {
        String line = "x".repeat(before) + character.repeat(room + 1);
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        frame.clear();
        assertThat(framing.frame(octets, octets.length, null, frame)).isFalse();
        String cut = text().substring(HEADER.length());
        assertThat(line).startsWith(cut);
        assertThat(frame.length()).isBetween(SyslogFraming.DATAGRAM - 3, SyslogFraming.DATAGRAM);
      }
    }
  }

  private String frame(Framing framing, String line) {
    byte[] octets = line.getBytes(StandardCharsets.UTF_8);
    frame.clear();
    assertThat(framing.frame(octets, octets.length, null, frame)).isTrue();
    return text();
  }

  private String text() {
    return new String(frame.octets(), 0, frame.length(), StandardCharsets.UTF_8);
  }
}
