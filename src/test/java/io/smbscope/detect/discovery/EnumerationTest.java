package io.smbscope.detect.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.ARpc;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.rpc.Argument;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Transaction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnumerationTest {
  private static final String SRVSVC = "4b324fc8-1670-01d3-1278-5a47bf6ee188";
  private static final String WKSSVC = "6bffd098-a112-3610-9833-46c3f87e345a";
  private static final String SAMR = "12345778-1234-abcd-ef00-0123456789ac";
  private static final String LSARPC = "12345778-1234-abcd-ef00-0123456789ab";

  private final Trial trial = new Trial();

  private void call(String interfaceId, int opnum, String server) {
    trial.see(new ARpc().at(trial.next()).of(interfaceId).opnum(opnum).server(server).build());
  }

  private void calls(String interfaceId, int opnum, int times) {
    for (int i = 0; i < times; i++) {
      call(interfaceId, opnum, "10.7.0.1");
    }
  }

  private List<Severity> severities(String id) {
    return trial.raised(id).stream().map(FindingEvent::severity).toList();
  }

  @ParameterizedTest
  @CsvSource({
    SRVSVC + ", 15, share-enum, LOW, MEDIUM",
    SRVSVC + ", 36, share-enum, LOW, MEDIUM",
    SRVSVC + ", 12, session-enum, MEDIUM, MEDIUM",
    SRVSVC + ", 9, session-enum, MEDIUM, MEDIUM",
    WKSSVC + ", 2, session-enum, MEDIUM, MEDIUM",
    SAMR + ", 13, user-enum, LOW, MEDIUM",
    SAMR + ", 51, user-enum, LOW, MEDIUM",
    LSARPC + ", 57, user-enum, INFO, LOW",
    SAMR + ", 25, group-enum, LOW, MEDIUM",
    LSARPC + ", 36, group-enum, LOW, MEDIUM",
    LSARPC + ", 46, policy-enum, INFO, LOW",
    SAMR + ", 44, policy-enum, INFO, LOW",
    SRVSVC + ", 21, host-info, INFO, INFO",
    WKSSVC + ", 0, host-info, INFO, INFO",
  })
  void oneCallAndFive(String interfaceId, int opnum, String id, Severity one, Severity many) {
    calls(interfaceId, opnum, 4);
    assertThat(severities(id)).containsExactly(one);

    calls(interfaceId, opnum, 1);
    assertThat(severities(id)).containsExactly(one, many);
  }

  @Test
  void threeServers() {
    for (int i = 1; i <= 3; i++) {
      call(SRVSVC, 15, "10.7.0." + i);
    }

    assertThat(severities("share-enum"))
        .containsExactly(Severity.LOW, Severity.LOW, Severity.LOW, Severity.MEDIUM);
  }

  @Test
  void fiveCallsInAnHour() {
    for (int i = 0; i < 5; i++) {
      calls(SRVSVC, 15, 1);
      trial.pass(Duration.ofMinutes(12));
    }

    assertThat(severities("share-enum")).containsExactly(Severity.LOW);
  }

  @Test
  void callsThatListNothing() {
    calls(SRVSVC, 30, 50);
    calls(SRVSVC, 16, 4);
    calls(SAMR, 1, 50);
    calls(LSARPC, 44, 50);

    for (String id : List.of("share-enum", "session-enum", "user-enum", "group-enum")) {
      assertThat(trial.raised(id)).isEmpty();
    }
  }

  private void session(boolean guest, boolean anonymous) {
    trial.see(new ASession().at(trial.next()).guest(guest).anonymous(anonymous).begun());
  }

  @Test
  void sharesListedByAGuest() {
    session(true, false);
    calls(SRVSVC, 15, 1);

    assertThat(trial.raised("anonymous-shares-list")).hasSize(1);
  }

  @Test
  void sharesListedByNobody() {
    session(false, true);
    calls(SRVSVC, 15, 1);

    assertThat(trial.raised("anonymous-shares-list")).hasSize(1);
  }

  @Test
  void sharesRefusedToNobodyOrListedByAUser() {
    session(false, true);
    trial.see(new ARpc().at(trial.next()).opnum(15).result(Argument.STATUS, "0x00000005").build());
    trial.see(new ASession().anonymous(true).build());
    session(false, false);
    calls(SRVSVC, 15, 1);

    assertThat(trial.raised("anonymous-shares-list")).isEmpty();
  }

  private Smb1CommandEvent rap(int function, int status) {
    FlowKey flow =
        new FlowKey(
            1,
            trial.next(),
            true,
            new Endpoint("10.7.0.2", 50_000, null),
            new Endpoint("10.7.0.1", 445, null),
            List.of(),
            false);
    Transaction.Request request =
        new Transaction.Request(
            "\\PIPE\\LANMAN",
            0,
            0,
            8,
            1024,
            List.of(),
            Bytes.of(new byte[] {(byte) function, 0, 'W', 'r', 0}),
            Bytes.EMPTY);
    Transaction.Response response =
        new Transaction.Response(
            List.of(), Bytes.of(new byte[] {(byte) status, 0, 0, 0}), Bytes.EMPTY);
    Smb1Header header = new Smb1Header(0x25, 0, 0x80, 0, 1, 1, 1, 1, true);
    return new Smb1CommandEvent(
        flow.start(),
        flow,
        "NT LM 0.12",
        "ANONYMOUS",
        flow.start(),
        header,
        flow.start(),
        header,
        null,
        List.of(new Step(0x25, request, response, null)));
  }

  @Test
  void sharesListedAsLanManagerDid() {
    session(false, true);
    trial.see(rap(0, 0));

    assertThat(trial.raised("share-enum")).hasSize(1);
    assertThat(trial.raised("anonymous-shares-list")).hasSize(1);
  }

  @Test
  void serversListedAsLanManagerDidOrSharesRefused() {
    session(false, true);
    trial.see(rap(104, 0));
    assertThat(trial.raised("share-enum")).isEmpty();

    trial.see(rap(0, 5));
    assertThat(trial.raised("anonymous-shares-list")).isEmpty();
  }
}
