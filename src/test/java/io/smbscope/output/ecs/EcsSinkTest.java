package io.smbscope.output.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.smbscope.base.AnomalyKind;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.output.ActivityTest;
import io.smbscope.output.CollectedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field names and allowed values: the reference of the Elastic Common Schema 8.17. */
class EcsSinkTest {

  @Test
  void whatIsNotToldMakesNoLine() throws IOException {
    CollectedLines target = write(Events.capture(3, "a.pcap"));
    assertThat(target.lines).isEmpty();
    assertThat(target.closed()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.smbscope.output.ActivityTest#told")
  void everyDocumentSaysWhatAndWhen(Event event) throws IOException {
    Map<String, String> document = document(event);
    assertThat(document)
        .containsEntry("@timestamp", "1970-01-01T00:00:00.000000007Z")
        .containsEntry("ecs.version", "8.17.0")
        .containsEntry("event.kind", "event")
        .containsEntry("event.module", "smbscope")
        .containsKeys("event.category", "event.type", "event.action", "event.dataset")
        .containsKeys("source.ip", "client.ip", "network.transport", "related.ip");
    assertThat(document.get("event.outcome")).isIn("success", "failure", "unknown");
    assertThat(document.get("event.category")).isIn("network", "authentication", "file", "host");
    assertThat(document.get("event.dataset")).startsWith("smbscope.");
  }

  /** An index takes one type for each field. */
  @Test
  void aFieldHasOneTypeInAllDocuments() throws IOException {
    Map<String, JsonToken> types = new HashMap<>();
    for (Event event : ActivityTest.told().toList()) {
      walk(
          line(event),
          (field, parser) -> {
            JsonToken token = parser.currentToken();
            JsonToken kind = token == JsonToken.VALUE_FALSE ? JsonToken.VALUE_TRUE : token;
            JsonToken before = types.putIfAbsent(field, kind);
            assertThat(before == null || before == kind).as(field).isTrue();
          });
    }
  }

  @Test
  void theReadmeListsEveryField() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("### Elastic Common Schema"));
    section = section.substring(0, section.indexOf("\n### ", 1));
    Map<String, String> fields = new LinkedHashMap<>();
    for (Event event : ActivityTest.told().toList()) {
      fields.putAll(document(event));
    }
    for (String field : fields.keySet()) {
      if (!field.startsWith("smbscope.")) {
        assertThat(section).contains("`" + field + "`");
      }
    }
  }

  @Test
  void tellsAFile() throws IOException {
    Map<String, String> document =
        document(Events.file().name("reports\\plan.txt").deleted("disposition").build());
    assertThat(document)
        .containsEntry("event.category", "file")
        .containsEntry("event.type", "deletion")
        .containsEntry("event.action", "file-deleted")
        .containsEntry("file.name", "plan.txt")
        .containsEntry("file.extension", "txt")
        .containsEntry("source.ip", "10.0.0.7")
        .containsEntry("source.mac", "02-00-00-00-00-07")
        .containsEntry("destination.port", "445")
        .containsEntry("network.protocol", "smb")
        .containsEntry("network.type", "ipv4");
    assertThat(document.get("file.path")).endsWith("\\reports\\plan.txt");
    assertThat(document.get("file.directory")).endsWith("\\reports");
  }

  @Test
  void tellsALogon() throws IOException {
    Map<String, String> document = document(Events.session().build());
    assertThat(document)
        .containsEntry("event.category", "authentication")
        .containsEntry("event.type", "start")
        .containsEntry("event.outcome", "success")
        .containsEntry("user.name", "alice")
        .containsEntry("related.user", "alice");
  }

  @Test
  void aFailedLogonIsAFailure() throws IOException {
    assertThat(document(Events.session().failed("STATUS_LOGON_FAILURE").build()))
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.code", "STATUS_LOGON_FAILURE");
  }

  @Test
  void theKeyIsTheCommunityId() throws IOException {
    CollectedLines target = write(Events.file().build());
    assertThat(target.keys.get(0)).startsWith("1:");
    assertThat(target.lines.get(0)).contains("\"community_id\":\"" + target.keys.get(0) + "\"");
  }

  @Test
  void anAnomalyOfNoFlowHasNoEnds() throws IOException {
    AnomalyEvent event = Events.anomaly(AnomalyKind.MALFORMED_SMB2, 3, "odd");
    assertThat(document(new AnomalyEvent(event.anomaly(), null)))
        .containsEntry("event.action", "malformed-smb2")
        .containsEntry("event.reason", "odd")
        .doesNotContainKey("source.ip");
  }

  @Test
  void tellsIpv6() throws IOException {
    Event event = Events.file().from("2001:db8::7").to("2001:db8::5").build();
    assertThat(document(event)).containsEntry("network.type", "ipv6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tab\there",
        "line\nfeed\r\n{\"a\":1}",
        "quote\" and \\ and |pipe= ",
        "nul\0 \u0007 \u001b[31m \u007f \u0085",
        "separator \u2028 \u2029, bidi \u202e, joiner \u200d, mark \ufeff",
        "lone \ud800 and \udc00, pair \ud83d\ude00"
      })
  void textFromTheWireCannotBreakALine(String hostile) throws IOException {
    String line = line(Events.file().name(hostile).build());
    assertThat(line.codePoints())
        .allMatch(
            point ->
                point >= ' '
                    && point != 0x7F
                    && Character.getType(point) != Character.CONTROL
                    && Character.getType(point) != Character.FORMAT
                    && Character.getType(point) != Character.LINE_SEPARATOR
                    && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
                    && Character.getType(point) != Character.SURROGATE);
    assertThat(document(Events.file().name(hostile).build()).get("file.path")).endsWith(hostile);
  }

  @Test
  void anOverlongNameIsWhole() throws IOException {
    String name = "n".repeat(70_000);
    assertThat(document(Events.file().name(name).build())).containsEntry("file.name", name);
  }

  private static CollectedLines write(Event event) throws IOException {
    CollectedLines target = new CollectedLines();
    try (EcsSink sink = new EcsSink(target)) {
      sink.accept(event);
    }
    return target;
  }

  private static String line(Event event) throws IOException {
    return write(event).lines.get(0);
  }

  /** The values by their path, of an array the last. */
  private static Map<String, String> document(Event event) throws IOException {
    Map<String, String> document = new LinkedHashMap<>();
    walk(line(event), (field, parser) -> document.put(field, parser.getText()));
    return document;
  }

  private interface Visitor {
    void value(String field, JsonParser parser) throws IOException;
  }

  private static void walk(String line, Visitor visitor) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(line)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          String path = parser.getParsingContext().pathAsPointer().toString().substring(1);
          visitor.value(path.replaceAll("/\\d+$", "").replace('/', '.'), parser);
        }
      }
    }
  }
}
