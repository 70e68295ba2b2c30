package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.DropEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.output.stream.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSinkTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/smbscope/output/events.jsonl");

  static Stream<Class<? extends Event>> events() {
    return Stream.of(Event.class.getPermittedSubclasses())
        .filter(Class::isRecord)
        .map(type -> type.asSubclass(Event.class));
  }

  static Event full(Class<? extends Event> type) {
    return (Event) Events.full(type.asSubclass(Record.class));
  }

  @Test
  void writesLinesAsReviewed() throws IOException {
    String lines =
        JsonLines.write(
            Events.connection().id(4).netbios("FILESRV<20>", "WS7<00>").loss(1, 1460, 0).build(),
            Events.session().build(),
            Events.session().unseen().build(),
            Events.tree().opens(3, 1).bytes(1_000, 0).build(),
            Events.file().name("Übung\\名前.txt").bytes(12_345, 0).build(),
            Events.file().operation("rename").renamedTo("new.txt").build(),
            Events.name("FILESRV", 0x20, "10.0.0.5"),
            Events.announcement("10.0.0.5", "FILESRV", "6.1", "server", "print-queue"),
            Events.anomaly(AnomalyKind.TCP_GAP, 9, "1460 octets missing from the server"),
            Events.capture(184, "office.pcap"));

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, lines);
    }
    assertThat(lines).isEqualTo(Files.readString(GOLDEN));
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesEveryComponentInTheRecordsOrder(Class<? extends Event> type) throws IOException {
    assertThat(JsonLines.read(full(type)).keySet()).containsExactlyElementsOf(keys(type));
  }

  /** What the rules say of an event's keys, from the record alone. */
  private static List<String> keys(Class<? extends Event> event) {
    List<String> keys = new ArrayList<>(List.of("type", "packet", "time"));
    if (event == AnomalyEvent.class) {
      keys.addAll(List.of("kind", "flow", "section", "detail", "client", "server"));
      return keys;
    }
    List<RecordComponent> components = List.of(event.getRecordComponents());
    if (components.stream().anyMatch(component -> component.getName().equals("start"))) {
      keys.addAll(List.of("start_packet", "start_time"));
    }
    for (RecordComponent component : components) {
      String name = component.getName();
      if (component.getType() == Stamp.class) {
        if (name.equals("first") || name.equals("last")) {
          keys.addAll(List.of(name + "_packet", name + "_time"));
        }
      } else if (name.equals("type")) {
        keys.add(event == TreeEvent.class ? "share_type" : "file_type");
      } else {
        keys.add(snakeCase(name));
      }
    }
    return keys;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  static Stream<Class<? extends Record>> nested() {
    return Stream.of(
        ConnectionEvent.Negotiation.class,
        ConnectionEvent.NetbiosSession.class,
        ConnectionEvent.Traffic.class,
        DropEvent.Losses.class,
        FindingEvent.Entities.class,
        SessionEvent.Identity.class,
        Encryption.class,
        Signing.class);
  }

  @ParameterizedTest
  @MethodSource("nested")
  void writesEveryComponentOfNestedRecords(Class<? extends Record> type) throws IOException {
    List<String> expected = new ArrayList<>();
    if (type == Encryption.class || type == Signing.class) {
      expected.add("verdict");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      expected.add(snakeCase(component.getName()));
    }
    Class<? extends Event> holder =
        type == SessionEvent.Identity.class
            ? SessionEvent.class
            : type == DropEvent.Losses.class
                ? DropEvent.class
                : type == FindingEvent.Entities.class ? FindingEvent.class : ConnectionEvent.class;

    List<Object> objects =
        JsonLines.read(full(holder)).values().stream()
            .filter(value -> value instanceof Map<?, ?>)
            .map(value -> (Object) List.copyOf(((Map<?, ?>) value).keySet()))
            .toList();

    assertThat(objects).contains(expected);
  }

  @Test
  void leavesOutWhatWasNotSeenAndWritesEmptyLists() throws IOException {
    Map<String, Object> file = JsonLines.read(Events.file().operation("delete").build());

    assertThat(file)
        .containsEntry("set_info", List.of())
        .containsEntry("other_connections", List.of())
        .doesNotContainKeys("file_id", "granted_access", "renamed_to", "created", "action");
  }

  @Test
  void writesMasksAsHexadecimal() throws IOException {
    FileEvent file = Events.full(FileEvent.class);
    TreeEvent tree = Events.full(TreeEvent.class);

    for (String mask : List.of("desired_access", "granted_access", "options", "attributes")) {
      assertThat(JsonLines.read(file)).containsEntry(mask, "0x00000007");
    }
    assertThat(JsonLines.read(tree)).containsEntry("maximal_access", "0x00000007");
    assertThat(JsonLines.write(Events.file().build()))
        .contains("\"desired_access\":\"0x001200a9\"");
  }

  @Test
  void writesTimesWithNineDigits() throws IOException {
    CaptureEvent capture =
        new CaptureEvent(
            new Stamp(2, 1_709_251_199_000_000_001L),
            new Stamp(1, -1),
            List.of(),
            2,
            0,
            0,
            0,
            0,
            0,
            List.of());

    assertThat(JsonLines.read(capture))
        .containsEntry("time", "2024-02-29T23:59:59.000000001Z")
        .containsEntry("first_time", "1969-12-31T23:59:59.999999999Z");
  }

  @Test
  void escapesWhatATerminalOrAReaderMayActOn() throws IOException {
    String line =
        JsonLines.write(
            Events.file()
                .name(
                    "\u001b[2J\n\r\t\"\\\u007f\u0085\u009b\u2028\u2029\u202e\u2066\ufeff\ud800x😀")
                .build());

    assertThat(line)
        .contains(
            "\"name\":\"\\u001B[2J\\n\\r\\t\\\"\\\\\\u007F\\u0085\\u009B"
                + "\\u2028\\u2029\\u202E\\u2066\\uFEFF\\uD800x\\uD83D\\uDE00\"");
  }

  @Property(tries = 300)
  void writesOneLineThatReadsBackAsItWas(@ForAll String name) throws IOException {
    FileEvent event = Events.file().name(name).user(name).build();
    String line = JsonLines.write(event);

    assertThat(line.substring(0, line.length() - 1).codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    assertThat(line).endsWith("}\n");
    assertThat(JsonLines.read(event)).containsEntry("name", name).containsEntry("user", name);
  }

  @Test
  void escapesNamesLongerThanItsBuffer() throws IOException {
    String name = "a\u001b名😀".repeat(20_000);

    assertThat(JsonLines.read(Events.file().name(name).build())).containsEntry("name", name);
  }

  @Test
  void flushHandsOverWholeLines() throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (JsonSink sink = new JsonSink(Targets.open("-", octets, LogFiles.once()))) {
      sink.accept(Events.file().build());
      sink.flush();
      assertThat(octets.toString(StandardCharsets.UTF_8)).endsWith("\"end\":\"close\"}\n");
    }
  }
}
