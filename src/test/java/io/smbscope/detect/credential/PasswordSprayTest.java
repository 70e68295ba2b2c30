package io.smbscope.detect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordSprayTest {
  private final Trial trial = new Trial();

  private void fails(String user, String server, String status) {
    trial.see(
        new ASession()
            .at(trial.next())
            .server(new Endpoint(server, 445, null))
            .established(false)
            .status(status)
            .identity(new AIdentity().user(user).build())
            .begun());
  }

  private void users(int count, int triesEach, String status) {
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < triesEach; k++) {
        fails("user" + i, "10.7.0.1", status);
      }
    }
  }

  @Test
  void fiveUsersTwice() {
    users(5, 2, "STATUS_LOGON_FAILURE");

    assertThat(trial.raised("password-spray"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.values())
                    .containsEntry("users", "user0 user1 user2 user3 user4"));
  }

  @Test
  void fourUsersTwice() {
    users(4, 2, "STATUS_LOGON_FAILURE");

    assertThat(trial.raised("password-spray")).isEmpty();
  }

  @Test
  void fiveUsersThreeTimes() {
    users(5, 3, "STATUS_LOGON_FAILURE");

    assertThat(trial.raised("password-spray")).isEmpty();
  }

  @Test
  void fiveUsersInAnHour() {
    for (int i = 0; i < 5; i++) {
      fails("user" + i, "10.7.0.1", "STATUS_LOGON_FAILURE");
      trial.pass(Duration.ofMinutes(12));
    }

    assertThat(trial.raised("password-spray")).isEmpty();
  }

  @Test
  void oneUserOnFiveServers() {
    for (int i = 0; i < 5; i++) {
      fails("alice", "10.7.0." + i, "STATUS_LOGON_FAILURE");
    }

    assertThat(trial.raised("password-spray"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().user()).isEqualTo("alice"));
  }

  @Test
  void oneUserOnFourServers() {
    for (int i = 0; i < 4; i++) {
      fails("alice", "10.7.0." + i, "STATUS_LOGON_FAILURE");
    }

    assertThat(trial.raised("password-spray")).isEmpty();
  }

  @Test
  void tenNamesThatNobodyHas() {
    users(10, 1, "STATUS_NO_SUCH_USER");

    assertThat(trial.raised("user-probe")).hasSize(1);
  }

  @Test
  void nineNamesThatNobodyHas() {
    users(9, 4, "STATUS_NO_SUCH_USER");

    assertThat(trial.raised("user-probe")).isEmpty();
  }

  @Test
  void tenUsersWithWrongPasswords() {
    users(10, 1, "STATUS_WRONG_PASSWORD");

    assertThat(trial.raised("user-probe")).isEmpty();
  }

  @Test
  void threeUsersLockedOut() {
    users(3, 1, "STATUS_ACCOUNT_LOCKED_OUT");

    assertThat(trial.raised("account-lockout-wave")).hasSize(1);
  }

  @Test
  void twoUsersLockedOut() {
    users(2, 5, "STATUS_ACCOUNT_LOCKED_OUT");

    assertThat(trial.raised("account-lockout-wave")).isEmpty();
  }
}
