package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminSharesTest {
  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource({
    "\\\\10.7.0.1\\ADMIN$, 1",
    "\\\\10.7.0.1\\admin$, 1",
    "\\\\10.7.0.1\\C$, 1",
    "C$, 1",
    "\\\\10.7.0.1\\d$, 1",
    "\\\\10.7.0.1\\IPC$, 0",
    "\\\\10.7.0.1\\print$, 0",
    "\\\\10.7.0.1\\1$, 0",
    "\\\\10.7.0.1\\share, 0",
    "\\\\10.7.0.1\\NOADMIN$, 0"
  })
  void connects(String path, int found) {
    trial.see(new ATree().at(trial.next()).path(path).begun());

    assertThat(trial.raised("admin-share-connect")).hasSize(found);
  }

  private void connect(String server) {
    trial.see(
        new ATree()
            .at(trial.next())
            .server(new Endpoint(server, 445, null))
            .path("\\\\" + server + "\\C$")
            .begun());
  }

  @Test
  void spreads() {
    for (int i = 1; i <= 5; i++) {
      connect("10.7.0." + i);
    }

    assertThat(trial.raised("admin-share-spread"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.HIGH));
  }

  @Test
  void oneServerAgainAndAgain() {
    for (int i = 1; i <= 5; i++) {
      connect("10.7.0.1");
    }

    assertThat(trial.raised("admin-share-spread"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.MEDIUM));
  }

  @Test
  void fiveInAnHour() {
    for (int i = 1; i <= 5; i++) {
      connect("10.7.0." + i);
      trial.pass(Duration.ofMinutes(12));
    }

    assertThat(trial.raised("admin-share-spread")).isEmpty();
  }

  @Test
  void writes() {
    trial.see(new AFile().at(trial.next()).share("\\\\10.7.0.1\\C$").bytesWritten(5).build());

    assertThat(trial.raised("admin-share-write")).hasSize(1);
  }

  @Test
  void readsOrWritesElsewhere() {
    trial.see(
        new AFile().at(trial.next()).share("\\\\10.7.0.1\\C$").bytesRead(5).build(),
        new AFile().at(trial.next()).share("\\\\10.7.0.1\\share").bytesWritten(5).build());

    assertThat(trial.raised("admin-share-write")).isEmpty();
  }
}
