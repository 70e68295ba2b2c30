package io.smbscope.output.eve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowEvent.Side;
import io.smbscope.event.FlowKey;
import io.smbscope.event.TreeRef;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.ErrorResponse;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Write;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events beside SMB's own, and what holds for each line. */
class EveSinkTest {
  private static final Smb2Body NOTHING = new Smb2Body.Unparsed(4);

  private static EveScene writing(EveScene scene) {
    FileId file = new FileId(0x4D, 0xFFFF_FFFF_0000_0009L);
    return scene
        .smb2(
            Smb2Command.WRITE,
            new Write.Request(9, 0, file, 0, 0, 0, Bytes.EMPTY),
            new Write.Response(9, 0))
        .open(EveScene.open("a.txt"))
        .told();
  }

  private static ContentEvent content(boolean written, boolean closed, long missing) {
    return new ContentEvent(
        EveScene.at(9),
        EveScene.flow(),
        EveScene.DISK,
        EveScene.open("a.txt"),
        written,
        EveScene.at(1),
        EveScene.at(8),
        1_234 - missing,
        1_234,
        missing,
        0,
        false,
        null,
        closed,
        null,
        "text/plain",
        "d41d8cd98f00b204e9800998ecf8427e",
        null,
        null);
  }

  private static String from(String key, String line) {
    return line.substring(line.indexOf("\"" + key + "\":"));
  }

  @Test
  void aFileThatWasWrittenGoesToTheServer() {
    EveScene scene = writing(new EveScene()).tell(content(true, true, 0));
    assertThat(scene.smb()).hasSize(1);
    assertThat(scene.events("fileinfo").get(0))
        .contains("\"src_ip\":\"10.0.0.1\",\"src_port\":50000,\"dest_ip\":\"10.0.0.2\"")
        .contains(scene.smb().get(0))
        .endsWith(
            "\"app_proto\":\"smb\",\"fileinfo\":{\"filename\":\"a.txt\",\"gaps\":false,"
                + "\"state\":\"CLOSED\",\"md5\":\"d41d8cd98f00b204e9800998ecf8427e\","
                + "\"stored\":false,\"size\":1234,\"tx_id\":0},"
                + "\"metadata\":{\"flowvars\":[{\"smbscope\":{\"mime_type\":\"text/plain\"}}]}}");
  }

  @Test
  void aFileThatWasReadGoesToTheClient() {
    EveScene scene = new EveScene().tell(content(false, true, 0));
    assertThat(scene.events("fileinfo").get(0))
        .contains(
            "\"src_ip\":\"10.0.0.2\",\"src_port\":445,\"dest_ip\":\"10.0.0.1\",\"dest_port\":50000")
        .doesNotContain("\"smb\":", "tx_id");
  }

  @Test
  void whatMayBeAPipeIsNoFile() {
    ContentEvent file = content(false, true, 0);
    EveScene scene = new EveScene();
    for (TreeRef tree : Arrays.asList(null, EveScene.IPC)) {
      scene.tell(
          new ContentEvent(
              file.at(),
              file.flow(),
              tree,
              file.open(),
              false,
              file.start(),
              file.last(),
              9,
              9,
              0,
              0,
              false,
              null,
              true,
              null,
              null,
              null,
              null,
              null));
    }
    assertThat(scene.target.lines).isEmpty();
  }

  @Test
  void aFileThatStayedOpenIsTruncated() {
    EveScene scene = writing(new EveScene()).tell(content(true, false, 34)).end();
    assertThat(from("fileinfo", scene.events("fileinfo").get(0)))
        .contains("\"gaps\":true,\"state\":\"TRUNCATED\"")
        .contains("\"size\":1200");
    assertThat(scene.smb()).hasSize(1);
  }

  private static String flow(int clientFlags, int serverFlags, String endReason) {
    Side client = new Side(11, 1_540, 1_694, 1_100, 1_112, 24, clientFlags, null, List.of());
    Side server = new Side(7, 900, 998, 600, 600, 0, serverFlags, null, List.of());
    EveScene scene = new EveScene();
    scene.tell(
        new FlowEvent(
            EveScene.at(5_000),
            EveScene.flow(),
            EveScene.at(1_500),
            endReason,
            client,
            server,
            true,
            "ShA"));
    return scene.events("flow").get(0);
  }

  @Test
  void aFlowTellsWhatEachSideSent() {
    assertThat(flow(0x1B, 0x1A, "end-of-capture"))
        .doesNotContain("pcap_cnt", "pkt_src")
        .endsWith(
            "\"app_proto\":\"smb\",\"flow\":{\"pkts_toserver\":11,\"pkts_toclient\":7,"
                + "\"bytes_toserver\":1694,\"bytes_toclient\":998,"
                + "\"start\":\"2024-05-02T10:11:12.001000+0000\","
                + "\"end\":\"2024-05-02T10:11:13.500000+0000\",\"age\":1,"
                + "\"state\":\"established\",\"reason\":\"shutdown\",\"alerted\":false,"
                + "\"tx_cnt\":0},\"tcp\":{\"tcp_flags\":\"1b\",\"tcp_flags_ts\":\"1b\","
                + "\"tcp_flags_tc\":\"1a\",\"fin\":true,\"syn\":true,\"psh\":true,\"ack\":true,"
                + "\"state\":\"fin_wait1\",\"ts_gap\":true},"
                + "\"metadata\":{\"flowvars\":[{\"smbscope\":{\"midstream\":false,"
                + "\"missing_toserver\":24,\"missing_toclient\":0}}]}}");
  }

  @ParameterizedTest
  @CsvSource({
    "0x02, 0x00, idle, new, timeout, syn_sent",
    "0x02, 0x12, idle, new, timeout, syn_recv",
    "0x1A, 0x1A, evicted, established, forced, established",
    "0x18, 0x19, reused, established, tcp_reuse, close_wait",
    "0x1B, 0x1B, fin, closed, timeout, closed",
    "0x1A, 0x14, rst, closed, timeout, closed",
  })
  void aFlowTellsHowItEnded(
      String client, String server, String end, String state, String reason, String tcp) {
    assertThat(flow(Integer.decode(client), Integer.decode(server), end))
        .contains("\"state\":\"" + state + "\",\"reason\":\"" + reason + "\"")
        .contains("\"state\":\"" + tcp + "\"");
  }

  @Test
  void aConversationOverUdpHasNoTcp() {
    FlowKey key =
        new FlowKey(
            4,
            EveScene.at(4),
            false,
            new Endpoint("fe80::1", 137, null),
            new Endpoint("fe80::2", 137, null),
            List.of(10, 20),
            false);
    Side side = new Side(1, 78, 92, 50, 50, 0, 0, null, List.of());
    EveScene scene = new EveScene("eth0");
    scene.tell(new FlowEvent(EveScene.at(5), key, EveScene.at(4), "idle", side, side, false, "Dd"));
    assertThat(scene.target.lines.get(0))
        .contains("\"in_iface\":\"eth0\",\"event_type\":\"flow\",\"vlan\":[10,20],")
        .contains("\"proto\":\"UDP\",\"ip_v\":6,")
        .contains("\"state\":\"established\"")
        .doesNotContain("\"tcp\"", "app_proto");
  }

  private static String anomaly(AnomalyKind kind, FlowKey flow) {
    EveScene scene = new EveScene();
    Anomaly anomaly =
        new Anomaly(kind, EveScene.at(3), flow == null ? 0 : flow.id(), "MS-SMB2 2.2.13", "why");
    scene.tell(new AnomalyEvent(anomaly, flow));
    return scene.events("anomaly").get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "TCP_GAP, stream, stream.reassembly_seq_gap",
    "TCP_OVERLAP_CONFLICT, stream, stream.reassembly_overlap_different_data",
    "FRAGMENT_OVERLAP, decode, decoder.ipv4.frag_overlap",
    "TRUNCATED_PACKET, decode, decoder.ipv4.trunc_pkt",
  })
  void anomaliesBelowSmbHaveSuricatasNames(AnomalyKind kind, String type, String event) {
    assertThat(from("anomaly", anomaly(kind, EveScene.flow())))
        .startsWith("\"anomaly\":{\"type\":\"" + type + "\",\"event\":\"" + event + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED_SMB2, smb, malformed_data",
    "MALFORMED_NTLMSSP, smb, malformed_ntlmssp_request",
    "MALFORMED_NBNS, nbns, malformed_data",
  })
  void anomaliesOfSmbHaveSuricatasNames(AnomalyKind kind, String protocol, String event) {
    assertThat(from("anomaly", anomaly(kind, EveScene.flow())))
        .isEqualTo(
            "\"anomaly\":{\"app_proto\":\""
                + protocol
                + "\",\"type\":\"applayer\",\"event\":\""
                + event
                + "\",\"layer\":\"proto_parser\"},\"metadata\":{\"flowvars\":[{\"smbscope\":"
                + "{\"kind\":\""
                + kind.label()
                + "\",\"section\":\"MS-SMB2 2.2.13\",\"detail\":\"why\"}}]}}");
  }

  @ParameterizedTest
  @CsvSource({"MALFORMED_PACKET", "UNKNOWN_LINK_TYPE", "LIMIT_REACHED", "FRAGMENT_INCOMPLETE"})
  void anAnomalyOfNoFlowHasNoAddresses(AnomalyKind kind) {
    assertThat(anomaly(kind, null)).contains("\"anomaly\":{").doesNotContain("flow_id", "src_ip");
  }

  @Test
  void theStatisticsComeLast() {
    EveScene scene = new EveScene();
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).told().end();
    scene.tell(
        new AnomalyEvent(
            new Anomaly(AnomalyKind.TCP_GAP, EveScene.at(3), 1, "", ""), EveScene.flow()));
    scene.tell(
        new AnomalyEvent(
            new Anomaly(AnomalyKind.MALFORMED_SMB2, EveScene.at(3), 1, "", ""), EveScene.flow()));
    scene.tell(
        new CaptureEvent(
            EveScene.at(8_001), EveScene.at(1), List.of(), 100, 9_000, 9_500, 90, 0, 3, List.of()));
    assertThat(scene.target.lines.get(scene.target.lines.size() - 1))
        .isEqualTo(
            "{\"timestamp\":\"2024-05-02T10:11:20.001000+0000\",\"event_type\":\"stats\","
                + "\"stats\":{\"uptime\":8,\"decoder\":{\"pkts\":100,\"bytes\":9000,\"invalid\":3},"
                + "\"flow\":{\"total\":1,\"tcp\":1,\"udp\":0},\"tcp\":{\"sessions\":1,"
                + "\"midstream_pickups\":0,\"reassembly_gap\":1,\"overlap_diff_data\":0},"
                + "\"app_layer\":{\"flow\":{\"smb\":1},\"tx\":{\"smb\":1},"
                + "\"error\":{\"smb\":{\"parser\":1}}}}}");
  }

  @Test
  void allEventsOfAFlowHaveItsIdAndItsKey() {
    EveScene scene = writing(new EveScene());
    scene.tell(content(true, true, 0)).tell(content(false, true, 0)).end();
    String id = scene.target.lines.get(0).replaceAll(".*\"flow_id\":(\\d+).*", "$1");
    assertThat(scene.target.lines)
        .hasSize(4)
        .allMatch(line -> line.contains("\"flow_id\":" + id + ","));
    assertThat(Long.parseLong(id)).isBetween(0L, 1L << 53);
    assertThat(scene.target.keys).allMatch(key -> key.startsWith("1:")).hasSize(4);
    EveScene other = new EveScene();
    Side side = new Side(1, 1, 1, 1, 1, 0, 0, null, List.of());
    other.tell(
        new FlowEvent(
            EveScene.at(3),
            EveScene.flow(3, List.of()),
            EveScene.at(3),
            "idle",
            side,
            side,
            false,
            ""));
    assertThat(other.target.lines.get(0)).doesNotContain("\"flow_id\":" + id + ",");
  }

  @Test
  void aFlowWhoseSidesChangePlacesKeepsItsId() {
    EveScene scene = new EveScene();
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).told();
    FlowKey key = EveScene.flow();
    Endpoint first = key.server();
    Endpoint second = key.client();
    FlowKey turned = new FlowKey(1, key.start(), true, first, second, List.of(), false);
    Side side = new Side(1, 1, 1, 1, 1, 0, 0x18, null, List.of());
    scene.tell(new FlowEvent(EveScene.at(3), turned, EveScene.at(3), "idle", side, side, true, ""));
    String last = scene.events("flow").get(0);
    assertThat(last).contains("\"src_ip\":\"10.0.0.2\"");
    assertThat(from("flow_id", last).substring(0, 20))
        .isEqualTo(from("flow_id", scene.target.lines.get(0)).substring(0, 20));
  }

  @Property(tries = 300)
  void noNameBreaksALine(@ForAll String name) throws IOException {
    assertReadBack(name);
  }

  @ParameterizedTest
  @CsvSource({
    "a\\u0000b, NUL",
    "a\\u000Ab\\u000D, line",
    "\\u001B[31m, escape",
    "\\u0022\\u005C, quote",
    "\\uD800x, lone surrogate",
    "\\u2028\\u202E\\uFEFF, invisible",
  })
  void hostileNamesStayInOneLine(String escaped, String what) throws IOException {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.startsWith("\\u", i)) {
        name.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        name.append(escaped.charAt(i));
      }
    }
    String line = assertReadBack(name.toString());
    assertThat(line).as(what).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  }

  /** The line is one JSON document that says the name as it was. */
  private static String assertReadBack(String name) throws IOException {
    EveScene scene = new EveScene();
    scene
        .smb2(
            Smb2Command.CREATE,
            new Create.Request(0, 0, 0, 0, 0, 1, 0, name, List.of()),
            new ErrorResponse(0, 0, null, -1, null))
        .status(0xC000_0022L)
        .told();
    String line = scene.target.lines.get(0);
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      String read = null;
      while (parser.nextToken() != null) {
        if ("filename".equals(parser.currentName())) {
          read = parser.getText();
        }
      }
      assertThat(read).isEqualTo(name.isEmpty() ? "<share_root>" : name);
    }
    return line;
  }

  @Test
  void linesAreFlushedAndClosedWithTheSink() throws IOException {
    EveScene scene = new EveScene();
    scene.sink.flush();
    scene.sink.close();
    assertThat(scene.target.closed()).isTrue();
  }
}
