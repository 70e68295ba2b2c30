package io.smbscope.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveAccessTest {
  private final Trial trial = new Trial();

  private void closes(AFile file) {
    trial.see(file.at(trial.next()).end("close").build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Personnel\\contracts\\a.docx",
        "it\\passwords-2026.txt",
        "home\\bob\\.ssh\\id_rsa",
        "Vault.KDBX",
        "finance\\Payroll 2026.xlsx",
        "finance\\salaries.xlsx",
      })
  void whatIsSensitiveAsItComes(String name) {
    closes(new AFile().name(name).reads(1).bytesRead(100));

    assertThat(trial.raised("sensitive-read")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"personnel.txt", "id_rsa.pub", "keys\\readme.txt", "vault.kdbx.txt", ""})
  void whatIsNot(String name) {
    closes(new AFile().name(name).reads(1).bytesRead(100));

    assertThat(trial.raised("sensitive-read")).isEmpty();
  }

  @Test
  void oneFindingForAllFilesOfAUserOnAShare() {
    closes(new AFile().name("a.kdbx").bytesRead(100));
    closes(new AFile().name("b.kdbx").bytesRead(100));
    closes(new AFile().name("b.kdbx").bytesRead(100).user("LAB\\bob"));

    List<FindingEvent> closed = trial.closed("sensitive-read");
    assertThat(closed).extracting(FindingEvent::count).containsExactly(2L, 1L);
    assertThat(closed.get(0).values())
        .containsEntry("kind", "password stores")
        .containsEntry("file", "a.kdbx");
    assertThat(closed).extracting(FindingEvent::severity).containsOnly(Severity.LOW);
  }

  @Test
  void changes() {
    closes(new AFile().name("a.kdbx").bytesWritten(1));
    closes(new AFile().name("b.kdbx").deleted("disposition").user("LAB\\bob"));
    closes(new AFile().name("x.txt").renamedTo("payroll\\x.txt").user("LAB\\eve"));
    closes(new AFile().name("c.kdbx").action("CREATED").user("LAB\\dan"));

    assertThat(trial.raised("sensitive-write"))
        .extracting(finding -> finding.entities().user())
        .containsExactly("LAB\\alice", "LAB\\bob", "LAB\\eve", "LAB\\dan");
    assertThat(trial.raised("sensitive-read")).isEmpty();
  }

  @Test
  void onlyToLookIsNoRead() {
    closes(new AFile().name("a.kdbx").action("OPENED"));

    assertThat(trial.raised("sensitive-read")).isEmpty();
    assertThat(trial.raised("sensitive-write")).isEmpty();
  }

  @Test
  void whatWasRefusedDidNotHappen() {
    trial.see(
        new AFile()
            .name("a.kdbx")
            .operation("delete")
            .deleted("delete")
            .status("STATUS_ACCESS_DENIED")
            .end("done")
            .build());

    assertThat(trial.raised("sensitive-write")).isEmpty();
  }

  @Test
  void allReadPoliciesButFewWriteThem() {
    AFile policy =
        new AFile()
            .share("\\\\dc1\\SYSVOL")
            .name("lab.example\\Policies\\{31B2F340}\\Machine\\Registry.pol");
    closes(policy.bytesRead(100));
    assertThat(trial.raised("sensitive-read")).isEmpty();

    closes(policy.bytesRead(0).bytesWritten(100));
    assertThat(trial.raised("sensitive-write"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.MEDIUM));
  }

  @Test
  void whoMayIsNotTold() {
    SensitivePaths kind =
        new SensitivePaths(
            "plans", List.of(new PathPattern("plans\\*")), true, List.of("LAB\\alice"));
    Trial configured = new Trial(Policies.sensitive(kind));
    configured.see(new AFile().name("plans\\a").bytesRead(1).end("close").build());
    configured.see(new AFile().name("plans\\a").bytesRead(1).user("LAB\\bob").end("close").build());

    assertThat(configured.raised("sensitive-read"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().user()).isEqualTo("LAB\\bob"));
  }
}
