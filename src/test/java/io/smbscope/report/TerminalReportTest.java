package io.smbscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/smbscope/report");
  private static final String COLOUR = "\u001b\\[[0-9]*m";

  static String print(int columns, boolean colour, List<? extends Event> events)
      throws IOException {
    Summary summary = new Summary();
    events.forEach(summary::accept);
    StringBuilder text = new StringBuilder();
    new TerminalReport(columns, colour).print(summary, text);
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120, 200})
  void printsAnOfficesTraffic(int columns) throws IOException {
    String text = print(columns, false, Office.events());

    String name = "office-" + columns + ".txt";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN.resolve(name), text);
    }
    assertThat(text).isEqualTo(Files.readString(GOLDEN.resolve(name)));
  }

  @Test
  void coloursSayTheSameAsThePlainText() throws IOException {
    String coloured = print(100, true, Office.events());

    assertThat(coloured.replaceAll(COLOUR, "")).isEqualTo(print(100, false, Office.events()));
    assertThat(coloured)
        .contains("\u001b[31mSMB1\u001b[0m", "\u001b[31mNTLMv1\u001b[0m", "\u001b[31mguest")
        .contains("\u001b[31munsigned\u001b[0m", "\u001b[32mencrypted\u001b[0m");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 60, 80, 120, 200})
  void noLineIsWiderThanTheTerminal(int columns) throws IOException {
    String longName = "很长的名字".repeat(60) + "x".repeat(200);
    List<Event> events = Office.events();
    events.add(Events.file().share("\\\\" + longName).name(longName).bytes(1, 1).build());
    events.add(Events.file().share(longName).user(longName).renamedTo("x").build());
    events.add(Events.tree().user(longName).path(longName).dialect(longName).build());
    events.add(Events.tree().user(longName).path(longName + 1).refused(longName).build());
    events.add(Events.session().user(longName, longName).serverNames(longName, "x").build());
    events.add(Events.session().workstation(longName).failed(longName).build());
    events.add(Events.connection().dialect(longName).netbios(longName, longName).build());
    events.add(Events.anomaly(AnomalyKind.MALFORMED_SMB1, 5, longName));
    events.add(Events.announcement("10.0.0.5", longName, longName, longName));
    events.add(
        new CaptureEvent(
            Events.at(5), Events.at(1), List.of(longName), 1, 2, 3, 1, 0, 0, List.of(longName)));

    assertThat(print(columns, false, events).lines())
        .allSatisfy(
            line ->
                assertThat(TerminalText.width(line))
                    .as(line)
                    .isLessThanOrEqualTo(Math.max(40, columns)));
  }

  @Property(tries = 50)
  void nothingFromTheWireReachesTheTerminalAsControl(
      @ForAll @StringLength(max = 250) String name,
      @ForAll @IntRange(min = 40, max = 200) int width)
      throws IOException {
    List<Event> events =
        List.of(
            Events.connection().netbios(name, name).dialect(name).build(),
            Events.session().user(name, name).workstation(name).serverNames(name, name).build(),
            Events.session().user(name, name).failed(name).build(),
            Events.tree().user(name).path(name).build(),
            Events.file().user(name).share(name).name(name).bytes(1, 1).deleted(name).build(),
            Events.announcement(name, name, name, name),
            Events.name(name, 0x20, name),
            Events.anomaly(AnomalyKind.MALFORMED_NBNS, 1, name),
            Events.capture(9, name));

    String text = print(width, false, events);

    assertThat(text.codePoints().filter(TerminalReportTest::mayAct)).containsOnly((int) '\n');
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(width));
  }

  private static boolean mayAct(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isISOControl(codePoint)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  @Test
  void leavesOutWhatHasNoContent() throws IOException {
    String text = print(80, false, List.of(Events.capture(3, "empty.pcap")));

    assertThat(text)
        .isEqualTo(
            """
            Capture
              Input    empty.pcap
              Packets  3 (600 B), all of them SMB or NetBIOS
              Time     2024-05-02 10:11:12.000 to 10:11:12.002 UTC, 0.002 s
              Loss     none seen
            """);
    assertThat(print(80, false, List.of())).isEmpty();
  }

  @Test
  void readsACaptureWithoutPackets() throws IOException {
    CaptureEvent capture =
        new CaptureEvent(Events.at(0), null, List.of("x"), 0, 0, 0, 0, 0, 0, List.of());

    assertThat(print(80, false, List.of(capture))).contains("no packet").doesNotContain("Loss");
  }

  @Test
  void unknownWidthIsEighty() throws IOException {
    assertThat(print(0, false, Office.events())).isEqualTo(print(80, false, Office.events()));
  }
}
