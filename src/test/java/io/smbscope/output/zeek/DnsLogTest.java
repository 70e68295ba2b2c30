package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.event.NbnsEvent;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NbnsMessage.Question;
import io.smbscope.netbios.NbnsMessage.ResourceRecord;
import io.smbscope.netbios.NetbiosName;
import io.smbscope.output.stream.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: rows that Zeek wrote, and its scripts for DNS. */
class DnsLogTest {
  private static final FlowKey FLOW =
      new FlowKey(
          1,
          Rows.at(1),
          false,
          new Endpoint("10.0.0.1", 137, null),
          new Endpoint("10.0.0.255", 137, null),
          List.of(),
          false);
  private static final NetbiosName FILESRV = new NetbiosName("FILESRV", 0x20, "");
  private static final int NB = NbnsMessage.TYPE_NB;
  private static final int NBSTAT = NbnsMessage.TYPE_NBSTAT;
  private static final int QUERY = 0;
  private static final int REGISTRATION = 5;
  private static final int BROADCAST = 0x11;
  private static final String ASKED = "udp 7 - FILESRV 1 C_INTERNET 32 NIMLOC ";

  @TempDir Path folder;
  private final List<Event> events = new ArrayList<>();

  @Test
  void aRegistrationNobodyAnswers() throws IOException {
    request(1, 7, REGISTRATION, FILESRV, NB);
    assertThat(rows())
        .containsExactly("0.001000 " + ASKED + "- - F F T F 1 - - F 5 netbios-registration");
  }

  @Test
  void aRequestSentAgainHasItsOwnRow() throws IOException {
    request(1, 7, QUERY, FILESRV, NB);
    request(2, 7, QUERY, FILESRV, NB);
    reply(3, 7, QUERY, 0, NB, 0);
    assertThat(rows())
        .containsExactly(
            "0.001000 " + ASKED + "0 NOERROR F F T F 1 - - F 0 netbios-query",
            "0.002000 " + ASKED + "- - F F T F 1 - - F 0 netbios-query");
  }

  @Test
  void aStatusQuery() throws IOException {
    request(1, 7, QUERY, new NetbiosName("*", 0, ""), NBSTAT);
    reply(2, 7, QUERY, 0, NBSTAT, 0);
    assertThat(rows())
        .containsExactly(
            "0.001000 udp 7 - * 1 C_INTERNET 33 NBSTAT 0 NOERROR F F T F 1 - - F 0 netbios-query");
  }

  @Test
  void aNameThatIsNotThere() throws IOException {
    request(1, 7, QUERY, FILESRV, NB);
    reply(3, 7, QUERY, 3, 10, 0);
    assertThat(rows())
        .containsExactly(
            "0.001000 udp 7 0.002000 FILESRV 1 C_INTERNET 32 NIMLOC 3 NXDOMAIN T F T T 1"
                + " <unknown type=10> 0.000000 T 0 netbios-query");
  }

  @Test
  void aReplyNobodyAskedFor() throws IOException {
    reply(2, 9, REGISTRATION, 6, NB, 300);
    assertThat(rows())
        .containsExactly(
            "0.002000 udp 9 - - - - - - 6 YXDOMAIN F F F F 0 - - T 5 netbios-registration");
  }

  @Test
  void aReplyBeforeItsRequest() throws IOException {
    reply(2, 7, QUERY, 0, NB, 300);
    request(3, 7, QUERY, FILESRV, NB);
    assertThat(rows())
        .containsExactly("0.002000 " + ASKED + "0 NOERROR F F T F 1 - - F 0 netbios-query");
  }

  @ParameterizedTest
  @CsvSource({"6", "7", "8", "9", "15"})
  void whatZeekDoesNotFollow(int opcode) throws IOException {
    request(1, 7, opcode, FILESRV, NB);
    reply(2, 7, opcode, 0, NB, 300);
    assertThat(rows()).isEmpty();
  }

  @Test
  void namesOfAnyOctets() throws IOException {
    request(1, 1, QUERY, new NetbiosName("\1\2__MSBROWSE__\2", 1, ""), NB);
    request(2, 2, QUERY, new NetbiosName("AB\u00c7D", 0x20, ""), NB);
    request(3, 3, QUERY, new NetbiosName("", 0x1e, ""), NB);
    request(4, 4, QUERY, new NetbiosName("TAB\tX", 0x20, ""), NB);
    request(5, 5, QUERY, new NetbiosName("FRED", 0x20, "NETBIOS.COM"), NB);
    assertThat(rows())
        .extracting(row -> row.split(" ", 6)[4])
        .containsExactly(
            "\\x01\\x02__MSBROWSE__\\x02",
            "AB",
            "cacacacacacacacacacacacacacacabo",
            "TAB",
            "egfcefeecacacacacacacacacacacaca.netbios.com");
  }

  /** Whatever a hostile host sends, what waits is bounded, and nothing of it is lost. */
  @Test
  void whatWaitsIsBounded() throws IOException {
    int requests = 2_000;
    long sent = 2L * requests;
    try (ZeekSink sink = new ZeekSink(new ZeekForm(folder, false, false, LogFiles.once()))) {
      for (int i = 0; i < requests; i++) {
        request(i, i, QUERY, FILESRV, NB);
        request(i, 5, QUERY, FILESRV, NB);
      }
      for (Event event : events) {
        sink.accept(event);
      }
      sink.flush();
      long written = rowsIn(folder.resolve("dns.log"));
      assertThat(sent - written).isBetween(1L, 102L);
      sink.accept(Rows.end(FLOW, 5_000));
    }
    assertThat(rowsIn(folder.resolve("dns.log"))).isEqualTo(sent);
  }

  private static long rowsIn(Path log) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> !line.startsWith("#")).count();
  }

  private void request(long packet, int id, int opcode, NetbiosName name, int type) {
    List<Question> questions = List.of(new Question(name, type, 1));
    tell(packet, true, new NbnsMessage(id, false, opcode, BROADCAST, 0, questions, List.of()));
  }

  private void reply(long packet, int id, int opcode, int rcode, int type, long ttl) {
    ResourceRecord entry = new ResourceRecord(0, FILESRV, type, 1, ttl, List.of(), List.of(), -1);
    tell(packet, false, new NbnsMessage(id, true, opcode, 0x58, rcode, List.of(), List.of(entry)));
  }

  private void tell(long packet, boolean fromClient, NbnsMessage message) {
    events.add(new NbnsEvent(Rows.at(packet), FLOW, fromClient, message));
  }

  private List<String> rows() throws IOException {
    events.add(Rows.end(FLOW, 9));
    Path made = folder.resolve("made");
    ZeekForm form = new ZeekForm(made, false, false, LogFiles.once());
    return Rows.of(made, new DnsLog(form, new ZeekIds()), events);
  }
}
