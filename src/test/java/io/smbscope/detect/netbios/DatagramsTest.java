package io.smbscope.detect.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AHost;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Browsers} and {@link Mailslots}. */
class DatagramsTest {
  private final Trial trial = new Trial();

  private AHost from(int number) {
    return new AHost()
        .at(trial.next())
        .source(new Endpoint("10.7.0." + number, 138, "02:00:00:00:00:0" + number));
  }

  private AHost announcement(int number, String server) {
    return from(number)
        .sourceName(server + "<00>")
        .server(server)
        .version("6.1")
        .roles(List.of("workstation", "server"));
  }

  private void elections(int count, Duration apart) {
    for (int i = 0; i < count; i++) {
      trial.see(from(9).kind("election-request").server("EVIL").roles(List.of()).build());
      trial.pass(apart);
    }
  }

  @Test
  void elections() {
    elections(5, Duration.ofMinutes(1));

    assertThat(trial.raised("browser-election-abuse")).hasSize(1);
  }

  @Test
  void oneElectionOfManyRequestsAndOthersSeldom() {
    elections(20, Duration.ofSeconds(1));
    elections(10, Duration.ofMinutes(12));

    assertThat(trial.raised("browser-election-abuse")).isEmpty();
  }

  @Test
  void announcesAnother() {
    trial.see(announcement(1, "FILESRV").build(), announcement(1, "FILESRV").build());
    trial.see(announcement(1, "FILESRV").roles(List.of("server", "master-browser")).build());
    trial.see(announcement(2, "CLIENT").build());
    assertThat(trial.raised("browser-spoof")).isEmpty();

    trial.see(announcement(9, "FILESRV").sourceName("EVIL<00>").build());
    trial.see(announcement(2, "CLIENT").version("10.0").build());
    trial.see(
        announcement(2, "CLIENT").version("10.0").roles(List.of("domain-controller")).build());
    trial.see(from(5).kind("reset-state").server(null).build());
    assertThat(trial.raised("browser-spoof"))
        .extracting(finding -> finding.entities().client())
        .containsExactly("10.7.0.9", "10.7.0.2", "10.7.0.5");
  }

  @Test
  void answersAsDomainController() {
    trial.see(announcement(1, "DC1").roles(List.of("domain-controller")).build());
    AHost answer = from(1).kind("datagram").server(null).mailslot("\\MAILSLOT\\NET\\GETDC7F0");
    trial.see(answer.build());
    trial.see(from(2).kind("datagram").server(null).mailslot("\\MAILSLOT\\NET\\NETLOGON").build());
    assertThat(trial.raised("netlogon-mailslot")).isEmpty();

    trial.see(answer.source(new Endpoint("10.7.0.9", 138, null)).build());
    assertThat(trial.raised("netlogon-mailslot").get(0).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void messages() {
    trial.see(from(2).kind("datagram").mailslot("\\MAILSLOT\\BROWSE").build());
    assertThat(trial.raised("messenger-mailslot")).isEmpty();

    trial.see(from(2).kind("datagram").mailslot("\\MAILSLOT\\MESSNGR").build());
    assertThat(trial.raised("messenger-mailslot")).hasSize(1);
  }
}
