package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.ARpc;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DropThenRunTest {
  private final Trial trial = new Trial();

  private void drop(String share) {
    AFile file = new AFile().at(trial.next()).share(share).name("a.exe");
    trial.see(file.action("CREATED").begun());
    trial.see(file.at(trial.next()).bytesWritten(9).build());
  }

  private void run(String server) {
    trial.see(
        new ARpc()
            .at(trial.next())
            .server(server)
            .of("367abb81-9844-35f1-ad32-98f038001003")
            .opnum(19)
            .build());
  }

  @Test
  void dropsAndRuns() {
    drop("\\\\10.7.0.1\\ADMIN$");
    run("10.7.0.1");

    assertThat(trial.raised("lm-then-exec")).hasSize(1);
  }

  @Test
  void runsAndDrops() {
    run("10.7.0.1");
    drop("\\\\10.7.0.1\\ADMIN$");

    assertThat(trial.raised("lm-then-exec")).hasSize(1);
  }

  @Test
  void runsOnAnother() {
    drop("\\\\10.7.0.1\\ADMIN$");
    run("10.7.0.9");

    assertThat(trial.raised("lm-then-exec")).isEmpty();
  }

  @Test
  void dropsInAnOrdinaryShare() {
    drop("\\\\10.7.0.1\\share");
    run("10.7.0.1");

    assertThat(trial.raised("lm-then-exec")).isEmpty();
  }

  @Test
  void runsLongAfter() {
    drop("\\\\10.7.0.1\\ADMIN$");
    trial.pass(Duration.ofMinutes(11));
    run("10.7.0.1");

    assertThat(trial.raised("lm-then-exec")).isEmpty();
  }
}
