package io.smbscope.detect.coercion;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AvPair;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AHost;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.AToken;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final String VICTIM = "10.7.0.3";
  private static final String RELAY = "10.7.0.2";
  private static final String TARGET = "10.7.0.1";
  private static final String PROOF = "0123456789abcdef0123456789abcdef";

  private final Trial trial = new Trial();

  private AToken token(long flow, String client, String server) {
    return new AToken().at(trial.next()).flow(flow, client, server);
  }

  private List<Severity> severities(String id) {
    return trial.raised(id).stream().map(FindingEvent::severity).toList();
  }

  @Test
  void challengeHandedOn() {
    trial.see(token(2, RELAY, TARGET).challenge("0102030405060708"));
    trial.see(token(1, VICTIM, RELAY).challenge("0102030405060708"));

    assertThat(trial.raised("relay-challenge-reuse"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.entities().client()).isEqualTo(VICTIM);
              assertThat(finding.entities().server()).isEqualTo(TARGET);
              assertThat(finding.values()).containsEntry("relay", RELAY);
            });
  }

  @Test
  void challengeOfOneServerOrOfAToolOrLater() {
    trial.see(token(1, VICTIM, TARGET).challenge("0102030405060708"));
    trial.see(token(2, RELAY, TARGET).challenge("0102030405060708"));
    trial.see(token(3, VICTIM, TARGET).challenge("1122334455667788"));
    trial.see(token(4, VICTIM, RELAY).challenge("1122334455667788"));
    trial.see(token(5, VICTIM, TARGET).challenge("1102030405060708"));
    trial.pass(Duration.ofSeconds(61));
    trial.see(token(6, VICTIM, RELAY).challenge("1102030405060708"));

    assertThat(trial.raised("relay-challenge-reuse")).isEmpty();
  }

  @Test
  void responseHandedOn() {
    trial.see(token(1, VICTIM, RELAY).authenticate("alice", PROOF + "01".repeat(40)));
    trial.see(token(2, RELAY, TARGET).authenticate("alice", PROOF + "01".repeat(40)));

    assertThat(trial.raised("relay-proof-reuse"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().user()).isEqualTo("LAB\\alice"));
  }

  @Test
  void responsesThatDifferOrOneCapturedTwiceOrNone() {
    trial.see(token(1, VICTIM, TARGET).authenticate("alice", PROOF + "01".repeat(40)));
    trial.see(token(9, VICTIM, TARGET).authenticate("alice", PROOF + "01".repeat(40)));
    trial.see(token(2, RELAY, TARGET).authenticate("alice", "02" + PROOF + "01".repeat(40)));
    trial.see(token(5, RELAY, TARGET).authenticate("bob", PROOF + "01".repeat(40)));
    trial.see(token(3, VICTIM, RELAY).authenticate("", ""));
    trial.see(token(4, RELAY, TARGET).authenticate("", ""));

    assertThat(trial.raised("relay-proof-reuse")).isEmpty();
  }

  private void logsOnTo(String target) {
    trial.see(
        token(1, RELAY, TARGET)
            .pair(AvPair.NB_COMPUTER_NAME, "FILESRV")
            .pair(AvPair.DNS_COMPUTER_NAME, "filesrv.lab.example")
            .challenge("0102030405060708"));
    trial.see(
        token(1, RELAY, TARGET)
            .pair(AvPair.TARGET_NAME, target)
            .authenticate("alice", PROOF + "01".repeat(40)));
  }

  @Test
  void responseForAnotherAddress() {
    logsOnTo("cifs/10.7.0.2");

    assertThat(severities("relay-spn-mismatch")).containsExactly(Severity.HIGH);
  }

  @Test
  void responseForAnotherKnownHost() {
    trial.see(new AHost().server("PC-OF-EVE").build());
    logsOnTo("cifs/pc-of-eve.lab.example");

    assertThat(severities("relay-spn-mismatch")).containsExactly(Severity.HIGH);
  }

  @Test
  void responseForAnAlias() {
    logsOnTo("cifs/files");

    assertThat(severities("relay-spn-mismatch")).containsExactly(Severity.LOW);
  }

  @Test
  void responseForTheServer() {
    logsOnTo("cifs/FILESRV");
    logsOnTo("HOST/filesrv.lab.example:445");
    logsOnTo("cifs/10.7.0.1");
    logsOnTo("");

    assertThat(trial.raised("relay-spn-mismatch")).isEmpty();
  }

  private void logsOn(String user, String client) {
    trial.see(
        new ASession()
            .at(trial.next())
            .client(new Endpoint(client, 50_000, null))
            .identity(new AIdentity().user(user).build())
            .begun());
  }

  @Test
  void hostThatIsElsewhere() {
    trial.see(new AHost().server("DC1").source(new Endpoint("10.7.0.10", 138, null)).build());
    logsOn("DC1$", RELAY);

    assertThat(severities("relay-identity-jump")).containsExactly(Severity.HIGH);
  }

  @Test
  void hostThatWasElsewhereJustNow() {
    logsOn("PC1$", VICTIM);
    logsOn("PC1$", RELAY);

    assertThat(severities("relay-identity-jump")).containsExactly(Severity.MEDIUM);
  }

  @Test
  void hostThatIsWhereItIsOrUserThatIsAnywhere() {
    trial.see(new AHost().server("DC1").source(new Endpoint("10.7.0.10", 138, null)).build());
    logsOn("DC1$", "10.7.0.10");
    logsOn("DC1$", "fd07::10");
    logsOn("PC1$", VICTIM);
    logsOn("PC1$", VICTIM);
    trial.pass(Duration.ofMinutes(11));
    logsOn("PC1$", RELAY);
    logsOn("alice", VICTIM);
    logsOn("alice", RELAY);

    assertThat(trial.raised("relay-identity-jump")).isEmpty();
  }

  private void refused(int who, String user) {
    trial.see(
        new ASession()
            .at(trial.next())
            .client(new Endpoint("10.7.0.1" + who, 50_000, null))
            .server(new Endpoint(RELAY, 445, null))
            .established(false)
            .status("STATUS_ACCESS_DENIED")
            .identity(new AIdentity().user(user).build())
            .begun());
  }

  @Test
  void serverThatRefusesThreeUsersOnThreeClients() {
    for (int i = 0; i < 3; i++) {
      refused(i, "user" + i);
    }

    assertThat(trial.raised("relay-server-shape")).hasSize(1);
  }

  @Test
  void serverThatRefusesManyUsersOfOneClientOrOneUserOfMany() {
    for (int i = 0; i < 9; i++) {
      refused(1, "user" + i);
    }

    assertThat(trial.raised("relay-server-shape")).isEmpty();
  }

  @Test
  void serverThatLetsSomebodyIn() {
    trial.see(
        new ASession()
            .server(new Endpoint(RELAY, 445, null))
            .identity(new AIdentity().build())
            .begun());
    for (int i = 0; i < 9; i++) {
      refused(i, "user" + i);
    }

    assertThat(trial.raised("relay-server-shape")).isEmpty();
  }

  private void tree(int who, String status) {
    trial.see(
        new ATree()
            .at(trial.next())
            .client(new Endpoint("10.7.0.1" + who, 50_000, null))
            .server(new Endpoint(RELAY, 445, null))
            .path("\\\\10.7.0.2\\share")
            .status(status)
            .begun());
  }

  @Test
  void serverThatRefusesTheTreesOfThreeClients() {
    for (int i = 0; i < 3; i++) {
      tree(i, "STATUS_ACCESS_DENIED");
    }

    assertThat(trial.raised("relay-server-shape")).hasSize(1);
  }

  @Test
  void serverThatConnectsATree() {
    tree(9, "STATUS_SUCCESS");
    for (int i = 0; i < 3; i++) {
      tree(i, "STATUS_ACCESS_DENIED");
    }

    assertThat(trial.raised("relay-server-shape")).isEmpty();
  }
}
