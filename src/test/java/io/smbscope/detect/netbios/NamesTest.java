package io.smbscope.detect.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AName;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.Severity;
import io.smbscope.netbios.NbnsMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link NameAnswers} and {@link NameClaims}. */
class NamesTest {
  private final Trial trial = new Trial();

  private static Endpoint host(int number) {
    return new Endpoint("10.7.0." + number, 137, "02:00:00:00:00:0" + number);
  }

  private AName query(String name, int server) {
    return new AName()
        .at(trial.next())
        .operation("query")
        .broadcast(true)
        .name(name)
        .client(host(2))
        .server(host(server))
        .result("positive")
        .addresses(List.of("10.7.0." + server));
  }

  private AName registration(String name, int suffix, int client) {
    return new AName()
        .at(trial.next())
        .operation("registration")
        .broadcast(true)
        .name(name)
        .suffix(suffix)
        .client(host(client))
        .server(new Endpoint("10.7.0.255", 137, null))
        .result("no-answer")
        .addresses(List.of("10.7.0." + client));
  }

  @Test
  void answersForAll() {
    for (String name : List.of("FILESRV", "PRINTSRV", "INTRANET")) {
      trial.see(query(name, 9).build());
    }

    assertThat(trial.raised("nbns-poison"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().server()).isEqualTo("10.7.0.9"));
  }

  @Test
  void answersForItself() {
    trial.see(registration("FILESRV", 0, 9).build(), registration("ALIAS", 0, 9).build());
    for (String name : List.of("FILESRV", "ALIAS", "LABWG", "alice")) {
      trial.see(query(name, 9).build());
      trial.see(query(name + "X", 9).result("no-answer").addresses(List.of()).build());
      trial.see(query(name + "Y", 9).broadcast(false).build());
    }

    assertThat(trial.raised("nbns-poison")).isEmpty();
  }

  @Test
  void twoAnswersToOneQuery() {
    trial.see(query("FILESRV", 1).transactionId(77).build());
    trial.see(query("FILESRV", 1).transactionId(77).build());
    trial.see(query("FILESRV", 1).transactionId(78).build());
    assertThat(trial.raised("nbns-poison")).isEmpty();

    trial.see(query("FILESRV", 9).transactionId(77).build());
    assertThat(trial.raised("nbns-poison")).hasSize(1);
  }

  @Test
  void proxySettings() {
    trial.see(query("FILESRV", 9).build());
    trial.see(query("WPADX", 9).build());
    assertThat(trial.raised("nbns-wpad")).isEmpty();

    trial.see(query("WPAD", 9).result("no-answer").addresses(List.of()).build());
    assertThat(trial.raised("nbns-wpad").get(0).severity()).isEqualTo(Severity.MEDIUM);
    trial.see(query("WPAD", 9).build());
    assertThat(trial.raised("nbns-wpad").get(1).severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void claimsTheNameOfAnother() {
    trial.see(registration("FILESRV", 0x20, 1).build());
    trial.see(registration("FILESRV", 0x20, 1).build());
    trial.see(registration("FILESRV", 0x20, 1).operation("release").build());
    trial.see(registration("FILESRV", 0x20, 2).build());
    trial.see(registration("LABWG", 0x00, 1).group(true).build());
    trial.see(registration("LABWG", 0x00, 2).group(true).build());
    assertThat(trial.raised("nbns-special-name-claim")).isEmpty();

    trial.see(registration("FILESRV", 0x20, 3).build());
    assertThat(trial.raised("nbns-special-name-claim").get(0).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void claimsSpecialNames() {
    trial.see(registration("*SMBSERVER", 0x20, 3).build());
    trial.see(registration("LABWG", 0x1D, 3).build());

    assertThat(trial.raised("nbns-special-name-claim"))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.HIGH, Severity.LOW);
  }

  private void message(boolean response, int opcode, int rcode) {
    FlowKey flow = new FlowKey(1, trial.next(), false, host(9), host(1), List.of(), false);
    NbnsMessage message = new NbnsMessage(1, response, opcode, 0, rcode, List.of(), List.of());
    trial.see(new NbnsEvent(flow.start(), flow, true, message));
  }

  @Test
  void demandsThatOthersGiveUpNames() {
    for (int i = 0; i < 5; i++) {
      message(true, 5, 7);
    }

    assertThat(trial.raised("nbns-conflict-abuse")).hasSize(1);
  }

  @Test
  void releasesItsOwnOrDemandsSeldom() {
    for (int i = 0; i < 30; i++) {
      message(false, 6, 0);
      message(true, 5, 0);
    }
    for (int i = 0; i < 10; i++) {
      message(true, 5, 7);
      trial.pass(Duration.ofMinutes(1));
    }

    assertThat(trial.raised("nbns-conflict-abuse")).isEmpty();
  }
}
