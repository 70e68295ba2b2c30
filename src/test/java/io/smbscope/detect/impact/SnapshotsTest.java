package io.smbscope.detect.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
  private static final String FORMER = "@GMT-2026.01.02-03.04.05\\a.docx";

  private final Trial trial = new Trial();

  private AFile file(String name) {
    return new AFile().at(trial.next()).name(name);
  }

  @Test
  void deletesFormerVersions() {
    trial.see(file(FORMER).deleted("disposition").build());
    trial.see(file(FORMER).desiredAccess(0x10080L).status("STATUS_ACCESS_DENIED").build());
    trial.see(file("System Volume Information\\{5a}{38}").renamedTo("x").build());

    assertThat(trial.closed("vss-tamper").get(0).count()).isEqualTo(3);
  }

  @Test
  void readsFormerVersions() {
    trial.see(file(FORMER).desiredAccess(0x120089L).bytesRead(100).build());
    trial.see(file("a.docx").deleted("disposition").build());

    assertThat(trial.raised("vss-tamper")).isEmpty();
  }
}
