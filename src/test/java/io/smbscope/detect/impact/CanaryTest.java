package io.smbscope.detect.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.detect.baseline.Baseline;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.ATree;
import io.smbscope.detect.policy.AccessList;
import io.smbscope.detect.policy.Decoys;
import io.smbscope.detect.policy.Inventory;
import io.smbscope.detect.policy.PathPattern;
import io.smbscope.detect.policy.Policy;
import io.smbscope.detect.policy.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryTest {
  private static final Decoys DECOYS =
      new Decoys(
          List.of(new PathPattern("passwords.xlsx")), List.of("Backup$"), List.of("svc-legacy"));

  private static final Policy POLICY =
      new Policy(
          Zones.NONE,
          Inventory.NONE,
          AccessList.NONE,
          AccessList.NONE,
          List.of(),
          DECOYS,
          Baseline.NONE);

  private final Trial trial = new Trial(Settings.DEFAULT.with(POLICY));

  @Test
  void touched() {
    trial.see(new AFile().at(trial.next()).name("it\\Passwords.xlsx").begun());
    trial.see(new AFile().at(trial.next()).name("a").renamedTo("passwords.xlsx").build());
    trial.see(new ATree().at(trial.next()).path("\\\\10.7.0.1\\backup$").begun());
    trial.see(
        new ASession()
            .at(trial.next())
            .established(false)
            .identity(new AIdentity().user("svc-legacy").build())
            .begun());

    assertThat(trial.raised("canary-file")).hasSize(4);
  }

  @Test
  void notTouched() {
    trial.see(new AFile().at(trial.next()).name("it\\passwords.txt").begun());
    trial.see(new ATree().at(trial.next()).path("\\\\10.7.0.1\\share").begun());
    trial.see(
        new ASession().at(trial.next()).identity(new AIdentity().user("alice").build()).begun());

    assertThat(trial.raised("canary-file")).isEmpty();
  }
}
