package io.smbscope.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Detected;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.AName;
import io.smbscope.detect.events.ARpc;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.Confidence;
import io.smbscope.event.Event;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Sigma project's rules for these logs: each on what it describes, and on the near miss. */
class PublicRulesTest {
  private static final Path FOLDER = Path.of("src/test/resources/sigma");
  private static final String IPC = "\\\\10.7.0.1\\IPC$";
  private static final String ADMIN = "\\\\10.7.0.1\\ADMIN$";

  private static final String ATSVC = "dde85b37-40cd-4a94-b00c-0b8794f956b5";
  private static final String EXTENSIONS = "286b47ed-f6fe-40b3-b3a8-35129acd43bc";
  private static final String EFS = "4096842a-8f9f-4d36-92b4-d0b2a62f9b2a";
  private static final String RC4 = "503fe26e-b5f2-4944-a126-eab405cc06e5";
  private static final String PSEXEC = "f1b3a22a-45e6-4004-afb5-4291f9c21166";
  private static final String PERSISTENCE = "53389db6-ba46-48e3-a94c-e0f2cefe1583";
  private static final String SECRETSDUMP = "92dae1ed-1c9d-4eff-a567-33acbd95b00e";
  private static final String PRINTNIGHTMARE = "7b33baef-2a75-4ca3-9da4-34f9a15382d8";
  private static final String SPN = "5588576c-5898-4fac-bcdd-7475a60e8f43";
  private static final String PIPE = "021310d9-30a6-480a-84b7-eaa69aeb92bb";
  private static final String EXECUTION = "b640c0b8-87f8-4daa-aef8-95a24261dd1d";
  private static final String SPOOLSS = "bae2865c-5565-470d-b505-9496c87d0c30";
  private static final String CREDENTIALS = "2e69f167-47b5-4ae7-a390-47764529eff5";

  private static SigmaRules rules;

  @BeforeAll
  static void load() throws SigmaErrors {
    rules = SigmaRules.load(List.of(FOLDER));
  }

  private static List<FindingEvent> findings(String id, Event... events) {
    return new Trial(Settings.DEFAULT, rules).see(events).raised("sigma:" + id);
  }

  private static void only(String id, Event fires, Event... nearMisses) {
    assertThat(findings(id, fires)).as("fires").hasSize(1);
    for (Event nearMiss : nearMisses) {
      assertThat(findings(id, nearMiss)).as("near miss").isEmpty();
    }
  }

  private static Event file(String share, String name) {
    return new AFile().share(share).name(name).begun();
  }

  private static Event pipe(String name) {
    return new AFile().share(IPC).name(name).type("pipe").begun();
  }

  private static Event call(String interfaceId, int opnum) {
    return new ARpc().of(interfaceId).opnum(opnum).build();
  }

  private static Event ticket(String service, String encryption) {
    return new ASession()
        .identity(
            new AIdentity()
                .mechanism("Kerberos")
                .kerberosRealm("LAB.TEST")
                .kerberosService(service)
                .kerberosEncryption(encryption)
                .build())
        .begun();
  }

  @Test
  void allLoad() {
    assertThat(rules.rules()).hasSize(13);
    assertThat(rules.others()).isEmpty();
  }

  @Test
  void scheduledTasks() {
    only(ATSVC, pipe("atsvc"), pipe("srvsvc"), file("\\\\10.7.0.1\\share", "atsvc"));
    assertThat(findings(ATSVC, pipe("\\atsvc"))).as("SMB1").hasSize(1);
  }

  @Test
  void sensitiveExtensions() {
    only(
        EXTENSIONS,
        file("\\\\10.7.0.1\\share", "mail\\Alice.PST"),
        file("\\\\10.7.0.1\\share", "alice.pst.txt"),
        file("\\\\10.7.0.1\\share", "pst"));
  }

  @Test
  void encryptingFileSystem() {
    only(
        EFS,
        call("df1941c5-fe89-4e79-bf10-463657acf44d", 0),
        call("4b324fc8-1670-01d3-1278-5a47bf6ee188", 15));
  }

  @Test
  void ticketsByRc4() {
    only(
        RC4,
        ticket("cifs/filesrv", "rc4-hmac"),
        ticket("cifs/filesrv", "aes256-cts-hmac-sha1-96"),
        ticket("$filesrv", "rc4-hmac"));
  }

  @Test
  void renamedPsexec() {
    only(PSEXEC, pipe("svc42-CLIENT-4711-stdin"), pipe("PSEXESVC-CLIENT-4711-stdin"), pipe("std"));
  }

  @Test
  void persistence() {
    only(
        PERSISTENCE,
        call("12b81e99-f207-4a4c-85d3-77b42f76fd14", 0),
        call("12345678-1234-abcd-ef00-0123456789ab", 1));
  }

  @Test
  void secretsdump() {
    only(
        SECRETSDUMP,
        file(ADMIN, "System32\\kTFvnZqR.tmp"),
        file(ADMIN, "System32\\notepad.exe"),
        file("\\\\10.7.0.1\\share", "System32\\a.tmp"));
  }

  @Test
  void printerDrivers() {
    only(
        PRINTNIGHTMARE,
        call("12345678-1234-abcd-ef00-0123456789ab", 89),
        call("12345678-1234-abcd-ef00-0123456789ab", 0));
  }

  @Test
  void marshalledNames() {
    only(
        SPN,
        new AName().name("1UWhRCAABAAAA").build(),
        new AName().name("1UWHRCAAAAA").build(),
        new AName().name("FILESRV").build());
  }

  @Test
  void unknownPipes() {
    only(PIPE, pipe("evil"), pipe("srvsvc"), file("\\\\10.7.0.1\\share", "evil"));
  }

  @Test
  void execution() {
    only(
        EXECUTION,
        call("367abb81-9844-35f1-ad32-98f038001003", 12),
        call("367abb81-9844-35f1-ad32-98f038001003", 15));
  }

  @Test
  void spooler() {
    only(SPOOLSS, pipe("spoolss"), pipe("lsarpc"), file("\\\\10.7.0.1\\print$", "spoolss"));
  }

  @Test
  void credentialFiles() {
    only(
        CREDENTIALS,
        file("\\\\10.7.0.1\\C$", "ntds.dit"),
        file("\\\\10.7.0.1\\C$", "ntds.dit.txt"),
        file("\\\\10.7.0.1\\C$", "samples"),
        pipe("lsass"));
    assertThat(findings(CREDENTIALS, file("\\\\10.7.0.1\\C$", "\\SAM"))).as("SMB1").hasSize(1);
  }

  @Test
  void refusedOpensAreNone() {
    Event refused =
        new AFile()
            .share(IPC)
            .name("atsvc")
            .type("pipe")
            .status("STATUS_ACCESS_DENIED")
            .end("refused")
            .begun();
    assertThat(findings(ATSVC, refused)).isEmpty();
  }

  @Test
  void aFindingSaysWhatTheRuleSays() {
    FindingEvent finding = findings(ATSVC, pipe("atsvc")).get(0);
    assertThat(finding.title()).isEqualTo("Remote Task Creation via ATSVC Named Pipe - Zeek");
    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(finding.techniques()).containsExactly("T1053.002");
    assertThat(finding.entities().pipe()).isEqualTo("atsvc");
    assertThat(finding.entities().client()).isEqualTo("10.7.0.2");
    assertThat(finding.values())
        .containsEntry("path", IPC)
        .containsEntry("name", "atsvc")
        .containsEntry("author", "Samir Bousseaden, @neu5rn");
  }

  @Test
  void ordinaryUseRaisesNone() throws Exception {
    assertThat(
            Detected.in(Settings.DEFAULT, rules, Path.of("sample-captures/smb311.pcap")).stream()
                .map(FindingEvent::id)
                .filter(id -> id.startsWith("sigma:")))
        .isEmpty();
  }
}
