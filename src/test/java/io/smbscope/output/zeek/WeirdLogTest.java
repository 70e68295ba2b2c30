package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.output.stream.LogFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeirdLogTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "MALFORMED_SMB2, MS-SMB2 2.2.13, SMB_parsing_error MS-SMB2 2.2.13: why F smbscope SMB",
    "MALFORMED_PACKET, RFC 768, UDP_datagram_length_mismatch RFC 768: why F smbscope IP",
    "MALFORMED_PACKET, RFC 9293 3.1, bad_TCP_header_len RFC 9293 3.1: why F smbscope IP",
    "FRAGMENT_OVERLAP, '', fragment_overlap why F smbscope IP",
    "TCP_GAP, '', tcp_gap why F smbscope TCP",
    "LIMIT_REACHED, '', limit_reached why F smbscope -"
  })
  void namesAreZeeksWhereItHasOne(AnomalyKind kind, String section, String row) throws IOException {
    assertThat(rows(List.of(anomaly(kind, section, "why", Rows.FLOW))))
        .containsExactly("0.002000 " + row);
  }

  @Test
  void anAnomalyOfNoFlow() throws IOException {
    assertThat(rows(List.of(anomaly(AnomalyKind.UNKNOWN_LINK_TYPE, "", "a\tb\n", null))))
        .containsExactly("0.002000 unknown_link_type a\\x09b\\x0a F smbscope IP");
  }

  @Test
  void ofAFloodOnlySamplesAreWritten() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 3_500; i++) {
      events.add(anomaly(AnomalyKind.TCP_GAP, "", "gap", Rows.FLOW));
    }
    events.add(anomaly(AnomalyKind.TCP_GAP, "", "of another", Rows.flow(5)));
    assertThat(rows(events)).hasSize(25 + 3 + 1);
  }

  private static AnomalyEvent anomaly(
      AnomalyKind kind, String section, String detail, FlowKey flow) {
    long id = flow == null ? 0 : flow.id();
    return new AnomalyEvent(new Anomaly(kind, Rows.at(2), id, section, detail), flow);
  }

  private List<String> rows(List<Event> events) throws IOException {
    ZeekForm form = new ZeekForm(folder, false, false, LogFiles.once());
    return Rows.of(folder, new WeirdLog(form, new ZeekIds()), events);
  }
}
