package io.smbscope.detect.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.ATree;
import io.smbscope.detect.events.Openings;
import io.smbscope.event.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WalksAndSweepsTest {
  private final Trial trial = new Trial();

  private void connects(String server, String share, String status) {
    trial.see(
        new ATree()
            .at(trial.next())
            .server(new Endpoint(server, 445, null))
            .path("\\\\" + server + "\\" + share)
            .status(status)
            .begun());
  }

  @Test
  void tenSharesRefused() {
    for (int i = 0; i < 10; i++) {
      connects(
          "10.7.0.1", "share" + i, i % 2 == 0 ? "STATUS_BAD_NETWORK_NAME" : "STATUS_ACCESS_DENIED");
    }

    assertThat(trial.raised("share-walk")).hasSize(1);
  }

  @Test
  void nineSharesRefusedManyTimesAndOthersNot() {
    for (int i = 0; i < 90; i++) {
      connects("10.7.0.1", "share" + i % 9, "STATUS_BAD_NETWORK_NAME");
      connects("10.7.0.1", "mine" + i, "STATUS_SUCCESS");
    }

    assertThat(trial.raised("share-walk")).isEmpty();
  }

  @Test
  void oneShareOnTenServers() {
    for (int i = 0; i < 10; i++) {
      connects("10.7.0." + i, i % 2 == 0 ? "Backup" : "BACKUP", "STATUS_SUCCESS");
    }

    assertThat(trial.raised("share-walk")).hasSize(1);
  }

  @Test
  void oneShareOnNineServersAndPipesOfMany() {
    for (int i = 0; i < 50; i++) {
      connects("10.7.0." + i, "IPC$", "STATUS_SUCCESS");
      connects("10.7.0." + i % 9, "backup", "STATUS_SUCCESS");
    }

    assertThat(trial.raised("share-walk")).isEmpty();
  }

  @Test
  void twentyHostsTried() {
    for (int i = 0; i < 20; i++) {
      trial.see(Openings.tcp(trial.next(), "10.7.0.2", "10.7.1." + i));
    }

    assertThat(trial.raised("smb-scan")).hasSize(1);
  }

  @Test
  void nineteenHostsTriedOftenOrTwentySlowly() {
    for (int i = 0; i < 100; i++) {
      trial.see(Openings.tcp(trial.next(), "10.7.0.2", "10.7.1." + i % 19));
    }
    for (int i = 0; i < 20; i++) {
      trial.see(Openings.tcp(trial.next(), "10.7.0.3", "10.7.1." + i));
      trial.pass(Duration.ofSeconds(10));
    }

    assertThat(trial.raised("smb-scan")).isEmpty();
  }

  @Test
  void twentyHostsAskedForTheirNames() {
    for (int i = 0; i < 20; i++) {
      trial.see(Openings.status(trial.next(), "10.7.0.2", "10.7.1." + i));
    }

    assertThat(trial.raised("nbstat-sweep")).hasSize(1);
    assertThat(trial.raised("smb-scan")).isEmpty();
  }

  @Test
  void nineteenHostsAskedForTheirNamesAndManyForOthers() {
    for (int i = 0; i < 50; i++) {
      trial.see(Openings.status(trial.next(), "10.7.0.2", "10.7.1." + i % 19));
      trial.see(Openings.query(trial.next(), "10.7.0.2", "10.7.1." + i, "FILESRV"));
    }

    assertThat(trial.raised("nbstat-sweep")).isEmpty();
  }
}
