package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Events;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowEvent.Side;
import io.smbscope.event.FlowKey;
import io.smbscope.event.TokenEvent;
import io.smbscope.output.stream.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnLogTest {
  private static final Side CLIENT =
      new Side(11, 1_540, 1_694, 1_112, 1_100, 24, 0x1b, null, List.of());
  private static final Side SERVER =
      new Side(21, 2_940, 3_234, 2_132, 2_100, 54, 0x1a, null, List.of());

  @TempDir Path folder;

  @Test
  void aWholeConnection() throws IOException {
    NegotiateMessage ntlm = Events.full(NegotiateMessage.class);
    AuthToken token =
        new AuthToken(
            Framing.SPNEGO_INIT, List.of("NTLMSSP"), null, null, ntlm, null, null, false, false);
    TokenEvent logon = new TokenEvent(Rows.at(4), Rows.FLOW, Rows.at(4), true, false, false, token);
    assertThat(rows(false, logon, logon, end(Rows.FLOW, 9, true, "ShADadFf")))
        .containsExactly(
            "0.001000 tcp smb,gssapi,ntlm 0.008000 1100 2100 SF T T 78 ShADadFf 11 1540 21 2940"
                + " - 6");
  }

  /** Zeek leaves out the octets where it has no duration. */
  @Test
  void anAttemptOfOnePacket() throws IOException {
    assertThat(rows(false, end(Rows.FLOW, 1, false, "S")))
        .containsExactly("0.001000 tcp - - - - S0 T T 78 S 11 1540 21 2940 - 6");
  }

  @Test
  void columnsOfOurOwnStandBehindZeeks() throws IOException {
    FlowKey tagged =
        new FlowKey(
            1,
            Rows.at(1),
            true,
            new Endpoint("66.35.250.204", 80, "02:00:00:00:00:01"),
            new Endpoint("128.232.110.120", 34855, null),
            List.of(7, 9),
            false);
    assertThat(rows(true, end(tagged, 9, false, "Sh")))
        .containsExactly(
            "0.001000 tcp - 0.008000 1100 2100 S1 F F 78 Sh 11 1540 21 2940 - 6"
                + " 1:LQU9qZlK+B5F3KDmev6m5PMibrg= 7 9 02:00:00:00:00:01 - fin");
    assertThat(Files.readAllLines(folder.resolve("conn.log")).get(6))
        .endsWith(
            "ip_proto\tcommunity_id\tvlan\tinner_vlan\torig_l2_addr\tresp_l2_addr\tend_reason");
  }

  private static FlowEvent end(FlowKey flow, long last, boolean smb, String history) {
    return new FlowEvent(Rows.at(12), flow, Rows.at(last), "fin", CLIENT, SERVER, smb, history);
  }

  private List<String> rows(boolean extra, io.smbscope.event.Event... events) throws IOException {
    ZeekForm form = new ZeekForm(folder, false, extra, LogFiles.once());
    return Rows.of(folder, new ConnLog(form, new ZeekIds()), List.of(events));
  }
}
