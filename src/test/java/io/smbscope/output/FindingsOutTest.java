package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.Confidence;
import io.smbscope.event.Endpoint;
import io.smbscope.event.EventSink;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.output.ecs.EcsSink;
import io.smbscope.output.eve.EveSink;
import io.smbscope.output.stream.CefSink;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.output.zeek.ZeekForm;
import io.smbscope.output.zeek.ZeekSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding in each of the outputs. */
class FindingsOutTest {
  private static final Stamp AT = new Stamp(17, 1_700_000_000_000_000_000L);
  private static final FlowKey FLOW =
      new FlowKey(
          3,
          AT,
          true,
          new Endpoint("10.7.0.2", 50000, null),
          new Endpoint("10.7.0.1", 445, null),
          List.of(),
          false);

  private final List<String> lines = new ArrayList<>();
  private final LineTarget target =
      new LineTarget() {
        @Override
        public void line(byte[] octets, int length, String key) {
          lines.add(new String(octets, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public long lost() {
          return 0;
        }

        @Override
        public String trouble() {
          return null;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static FindingEvent finding(Stage stage, FlowKey flow) {
    return new FindingEvent(
        AT,
        stage,
        "bruteforce-user",
        "Many failed logons of one user",
        Severity.HIGH,
        Confidence.MEDIUM,
        List.of("T1110.001"),
        "Find out what runs there.",
        flow,
        new Entities("10.7.0.2", "10.7.0.1", "alice\t\u001b[2J", null, null, null, null),
        Map.of("failures", "10"),
        List.of(17L),
        1,
        300L,
        AT,
        AT);
  }

  private static void tell(EventSink sink, FlowKey flow) throws IOException {
    try (sink) {
      sink.accept(finding(Stage.RAISED, flow));
      sink.accept(finding(Stage.CLOSED, flow));
    }
  }

  @Test
  void alertOfEve() throws IOException {
    tell(new EveSink(target, null), FLOW);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("\"event_type\":\"alert\"", "\"src_ip\":\"10.7.0.2\"", "\"dest_port\":445")
        .contains("\"signature\":\"SMBSCOPE Many failed logons of one user\"", "\"severity\":1,")
        .contains(
            "\"metadata\":{\"confidence\":[\"Medium\"],\"mitre_technique_id\":[\"T1110.001\"]")
        .contains("\"id\":\"bruteforce-user\"", "\"values\":{\"failures\":\"10\"}")
        .contains("alice\\t\\u001B[2J");
  }

  @Test
  void alertWithoutFlow() throws IOException {
    tell(new EveSink(target, null), null);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).contains("\"event_type\":\"alert\"").doesNotContain("flow_id");
  }

  @Test
  void noticeOfZeek(@TempDir Path folder) throws IOException {
    tell(new ZeekSink(new ZeekForm(folder, false, false, LogFiles.once())), FLOW);

    List<String> rows = Files.readAllLines(folder.resolve("notice.log"));
    List<String> names = List.of(rows.get(6).split("\t", -1));
    List<String> values = List.of(rows.get(8).split("\t", -1));
    assertThat(names.get(0)).isEqualTo("#fields");
    assertThat(rows.get(9)).startsWith("#close");
    assertThat(values).hasSameSizeAs(names.subList(1, names.size()));
    assertThat(values.get(names.indexOf("note") - 1)).isEqualTo("SMBScope::Bruteforce_User");
    assertThat(values.get(names.indexOf("msg") - 1))
        .isEqualTo("Many failed logons of one user: alice\\x09\\x1b[2J from 10.7.0.2 to 10.7.0.1");
    assertThat(values.get(names.indexOf("src") - 1)).isEqualTo("10.7.0.2");
    assertThat(values.get(names.indexOf("suppress_for") - 1)).isEqualTo("3600.000000");
  }

  @Test
  void alertOfEcs() throws IOException {
    tell(new EcsSink(target), FLOW);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("\"kind\":\"alert\"", "\"rule\":{\"id\":\"bruteforce-user\"")
        .contains("\"technique\":{\"id\":[\"T1110.001\"]}");
  }

  @Test
  void findingInCef() throws IOException {
    tell(new CefSink(target, "1"), FLOW);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).contains("bruteforce-user|8|", "cs2=T1110.001", "cs2Label=techniques");
  }
}
