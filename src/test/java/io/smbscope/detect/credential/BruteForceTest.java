package io.smbscope.detect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.FindingEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BruteForceTest {
  private final Trial trial = new Trial();

  private void fails(String user, int times) {
    for (int i = 0; i < times; i++) {
      trial.see(
          new ASession()
              .at(trial.next())
              .established(false)
              .status("STATUS_LOGON_FAILURE")
              .identity(new AIdentity().user(user).build())
              .begun());
    }
  }

  @Test
  void tenFailuresOfOneUser() {
    fails("alice", 11);

    assertThat(trial.raised("bruteforce-user"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().user()).isEqualTo("alice"));
    FindingEvent closed = trial.closed("bruteforce-user").get(0);
    assertThat(closed.count()).isEqualTo(2);
    assertThat(closed.first().packet()).isEqualTo(1);
    assertThat(closed.last().packet()).isEqualTo(11);
  }

  @Test
  void nineFailures() {
    fails("alice", 9);

    assertThat(trial.raised("bruteforce-user")).isEmpty();
  }

  @Test
  void tenUsersOnceEach() {
    for (int i = 0; i < 10; i++) {
      fails("user" + i, 1);
    }

    assertThat(trial.raised("bruteforce-user")).isEmpty();
  }

  @Test
  void tenFailuresOverAnHour() {
    for (int i = 0; i < 10; i++) {
      fails("alice", 1);
      trial.pass(Duration.ofMinutes(6));
    }

    assertThat(trial.raised("bruteforce-user")).isEmpty();
  }

  @Test
  void noUser() {
    fails("", 20);

    assertThat(trial.raised("bruteforce-user")).isEmpty();
  }

  private void getsIn(String user, boolean guest) {
    trial.see(
        new ASession()
            .at(trial.next())
            .guest(guest)
            .identity(new AIdentity().user(user).build())
            .begun());
  }

  @Test
  void rightAfterTenFailures() {
    fails("alice", 10);
    trial.pass(Duration.ofMinutes(9));
    getsIn("Alice", false);

    assertThat(trial.raised("bruteforce-success"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.packets()).containsExactly(10L, 11L));
  }

  @Test
  void rightAfterNineFailures() {
    fails("alice", 9);
    getsIn("alice", false);

    assertThat(trial.raised("bruteforce-success")).isEmpty();
  }

  @Test
  void anotherUserOrGuestOrLongAfterTenFailures() {
    fails("alice", 10);
    getsIn("bob", false);
    getsIn("alice", true);
    trial.pass(Duration.ofMinutes(11));
    getsIn("alice", false);

    assertThat(trial.raised("bruteforce-success")).isEmpty();
  }
}
