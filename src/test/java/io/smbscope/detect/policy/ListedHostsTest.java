package io.smbscope.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFlow;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedHostsTest {
  private static final AccessList BLOCK =
      new AccessList(List.of(Network.of("203.0.113.0/24")), List.of("LAB\\mallory", "guest"));
  private static final AccessList ALLOW =
      new AccessList(List.of(Network.of("10.7.0.0/24")), List.of("alice"));

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 10.7.0.1, smb-blocked",
    "10.7.0.2, 203.0.113.9, smb-blocked",
    "10.7.0.2, 10.7.0.1, ",
    "10.7.0.2, 10.8.0.1, ", // it is clients that are allowed
    "10.8.0.2, 10.7.0.1, smb-not-allowed",
  })
  void addresses(String client, String server, String id) {
    Trial trial = new Trial(Policies.lists(BLOCK, ALLOW));
    trial.see(new AFlow().from(client).to(server).begun());

    assertThat(ids(trial)).isEqualTo(id == null ? List.of() : List.of(id));
  }

  @ParameterizedTest
  @CsvSource({
    "LAB, Mallory, true, smb-blocked",
    "LAB, mallory, false, smb-blocked", // who tries counts
    "OTHER, mallory, true, smb-not-allowed",
    "OTHER, mallory, false, ",
    "ANY, Guest, true, smb-blocked",
    "LAB, alice, true, ",
    "LAB, malice, true, smb-not-allowed",
  })
  void users(String domain, String user, boolean established, String id) {
    Trial trial = new Trial(Policies.lists(BLOCK, ALLOW));
    trial.see(
        new ASession()
            .established(established)
            .identity(new AIdentity().domain(domain).user(user).build())
            .begun());

    assertThat(ids(trial)).isEqualTo(id == null ? List.of() : List.of(id));
  }

  private static List<String> ids(Trial trial) {
    return java.util.stream.Stream.of("smb-blocked", "smb-not-allowed")
        .flatMap(id -> trial.raised(id).stream())
        .map(FindingEvent::id)
        .toList();
  }

  @Test
  void anAnonymousSessionHasNoUser() {
    Trial trial = new Trial(Policies.lists(BLOCK, ALLOW));
    trial.see(new ASession().anonymous(true).identity(new AIdentity().user("").build()).begun());

    assertThat(ids(trial)).isEmpty();
  }

  @Test
  void whoIsBlockedIsSaid() {
    Trial trial = new Trial(Policies.lists(BLOCK, AccessList.NONE));
    trial.see(new AFlow().from("203.0.113.9").begun());

    FindingEvent finding = trial.raised("smb-blocked").get(0);
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.values()).containsEntry("blocked", "203.0.113.9");
  }

  @Test
  void withoutListsAllMay() {
    Trial trial = new Trial();
    trial.see(new AFlow().from("203.0.113.9").begun());

    assertThat(ids(trial)).isEmpty();
  }
}
