package io.smbscope.detect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialFilesTest {
  private static final String[] IDS = {
    "ntds-sam-access", "lsass-dump-copy", "kirbi-or-keyfile", "gpp-cpassword"
  };

  private final Trial trial = new Trial();

  private AFile file(String share, String name) {
    return new AFile().at(trial.next()).share("\\\\10.7.0.1\\" + share).name(name);
  }

  @ParameterizedTest
  @CsvSource({
    "C$, Windows\\NTDS\\ntds.dit, ntds-sam-access, CRITICAL",
    "ADMIN$, NTDS\\NTDS.DIT, ntds-sam-access, CRITICAL",
    "backup, @GMT-2024.01.01-00.00.00\\Windows\\NTDS\\ntds.dit, ntds-sam-access, CRITICAL",
    "ADMIN$, System32\\config\\SAM, ntds-sam-access, CRITICAL",
    "C$, Windows\\System32\\Config\\RegBack\\SECURITY, ntds-sam-access, CRITICAL",
    "C$, windows\\system32\\config\\system, ntds-sam-access, CRITICAL",
    "share, lsass.dmp, lsass-dump-copy, CRITICAL",
    "C$, Users\\a\\LSASS_1234.DMP, lsass-dump-copy, CRITICAL",
    "ADMIN$, Temp\\x.dmp, lsass-dump-copy, HIGH",
    "C$, hiberfil.sys, lsass-dump-copy, CRITICAL",
    "C$, mimidrv.sys, lsass-dump-copy, CRITICAL",
    "share, all.kdbx, kirbi-or-keyfile, MEDIUM",
    "share, .ssh\\id_rsa, kirbi-or-keyfile, MEDIUM",
    "share, t.kirbi, kirbi-or-keyfile, MEDIUM",
    "share, mail.pst, kirbi-or-keyfile, LOW",
    "SYSVOL, lab\\Policies\\x\\Machine\\Preferences\\Groups\\Groups.xml, gpp-cpassword, MEDIUM",
  })
  void found(String share, String name, String id, Severity severity) {
    trial.see(file(share, name).begun());

    assertThat(trial.raised(id))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(severity));
  }

  @ParameterizedTest
  @CsvSource({
    "share, notes\\ntds.dit.txt",
    "share, app\\config\\system",
    "share, SAM",
    "share, crash\\app.dmp",
    "share, lsass.txt",
    "share, id_card.png",
    "share, keys.pfxx",
    "share, Groups.xml",
    "SYSVOL, lab\\Policies\\x\\Registry.pol",
  })
  void notFound(String share, String name) {
    trial.see(file(share, name).begun());

    for (String id : IDS) {
      assertThat(trial.raised(id)).isEmpty();
    }
  }

  @Test
  void attributesAndFoldersAreNotOpenedForWhatIsInThem() {
    trial.see(file("C$", "hiberfil.sys").desiredAccess(0x80L).begun());
    trial.see(file("share", "lsass.dmp").type("directory").begun());
    trial.see(file("share", "all.kdbx").status("STATUS_ACCESS_DENIED").begun());

    for (String id : IDS) {
      assertThat(trial.raised(id)).isEmpty();
    }
  }

  @Test
  void refusedDatabase() {
    trial.see(file("C$", "Windows\\NTDS\\ntds.dit").status("STATUS_SHARING_VIOLATION").begun());

    assertThat(trial.raised("ntds-sam-access"))
        .extracting(FindingEvent::severity)
        .containsExactly(Severity.HIGH);
  }

  @Test
  void policyReadByTheHostThatItIsFor() {
    trial.see(
        file("SYSVOL", "lab\\Policies\\x\\Machine\\Preferences\\Groups\\Groups.xml")
            .user("LAB\\PC1$")
            .begun());

    assertThat(trial.raised("gpp-cpassword"))
        .extracting(FindingEvent::severity)
        .containsExactly(Severity.LOW);
  }

  private ContentEvent content(String share, String name, String head) {
    FlowKey flow =
        new FlowKey(
            1,
            trial.next(),
            true,
            new Endpoint("10.7.0.2", 50_000, null),
            new Endpoint("10.7.0.1", 445, null),
            List.of(),
            false);
    return new ContentEvent(
        trial.next(),
        flow,
        new TreeRef(1, "\\\\10.7.0.1\\" + share, "disk", null, null, flow.start()),
        new OpenRef(1, 1, 1, name, "file", flow.start()),
        false,
        flow.start(),
        flow.start(),
        100,
        100,
        0,
        0,
        false,
        100L,
        true,
        head,
        null,
        null,
        null,
        null);
  }

  @Test
  void dumpUnderAnyName() {
    trial.see(content("share", "holiday.jpg", "4d444d5093a7"));

    assertThat(trial.raised("lsass-dump-copy")).hasSize(1);
  }

  @Test
  void hiveNamedAsThatOfTheAccounts() {
    trial.see(content("share", "sam.save", "7265676601000000"));

    assertThat(trial.raised("ntds-sam-access")).hasSize(1);
  }

  @Test
  void hiveOfAUserAndOtherFiles() {
    trial.see(content("profiles", "NTUSER.DAT", "7265676601000000"));
    trial.see(content("share", "system.save", "504b0304"));
    trial.see(content("share", "empty", null));

    assertThat(trial.raised("ntds-sam-access")).isEmpty();
    assertThat(trial.raised("lsass-dump-copy")).isEmpty();
  }

  @Test
  void temporaryHiveOfTheSystem() {
    trial.see(content("ADMIN$", "Temp\\qWeRtYuI.tmp", "7265676601000000"));

    assertThat(trial.raised("secretsdump")).hasSize(1);
  }

  @Test
  void temporaryFileOfTheSystem() {
    trial.see(content("ADMIN$", "Temp\\qWeRtYuI.tmp", "00000000"));
    trial.see(content("ADMIN$", "Temp\\~DF1234.tmp", "7265676601000000"));
    trial.see(content("share", "Temp\\qWeRtYuI.tmp", "7265676601000000"));

    assertThat(trial.raised("secretsdump")).isEmpty();
  }
}
