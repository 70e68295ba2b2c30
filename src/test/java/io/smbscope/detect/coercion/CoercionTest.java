package io.smbscope.detect.coercion;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AHost;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ARpc;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.Openings;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import io.smbscope.rpc.Argument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoercionTest {
  private static final String EFSRPC = "c681d488-d850-11d0-8c52-00c04fd90f7e";
  private static final String EFSRPC_PIPE = "df1941c5-fe89-4e79-bf10-463657acf44d";
  private static final String SPOOLSS = "12345678-1234-abcd-ef00-0123456789ab";
  private static final String NETDFS = "4fc742e0-4a10-11cf-8273-00aa004ae673";
  private static final String FSSAGENT = "a8e0653c-2744-4389-a61d-7373df8b2292";
  private static final String EVENTLOG = "82273fdc-e32a-18c3-3f78-827929dc23ea";

  private final Trial trial = new Trial();

  private ARpc call(String interfaceId, int opnum) {
    return new ARpc().at(trial.next()).of(interfaceId).opnum(opnum);
  }

  private List<Severity> severities(String id) {
    return trial.raised(id).stream().map(FindingEvent::severity).toList();
  }

  @ParameterizedTest
  @CsvSource({
    EFSRPC + ", 0, FileName, \\\\10.7.0.9\\a\\b, coerce-efsr",
    EFSRPC_PIPE + ", 4, FileName, \\\\evil@80\\a\\b, coerce-efsr",
    EFSRPC + ", 13, SrcFileName, \\\\10.7.0.9\\a\\b, coerce-efsr",
    SPOOLSS + ", 65, pszLocalMachine, \\\\10.7.0.9, coerce-rprn",
    SPOOLSS + ", 62, pszLocalMachine, \\\\evil@80/x, coerce-rprn",
    NETDFS + ", 13, ServerName, 10.7.0.9, coerce-dfsnm",
    NETDFS + ", 23, pTargetPath, \\\\10.7.0.9\\a, coerce-dfsnm",
    FSSAGENT + ", 8, ShareName, \\\\10.7.0.9\\a\\, coerce-fsrvp",
    EVENTLOG + ", 9, BackupFileName, \\??\\UNC\\10.7.0.9\\a, coerce-even",
  })
  void sentToAThirdHost(String interfaceId, int opnum, String name, String path, String id) {
    trial.see(call(interfaceId, opnum).argument(name, path).build());

    assertThat(severities(id)).containsExactly(Severity.HIGH);
  }

  @ParameterizedTest
  @CsvSource({
    EFSRPC + ", 4, FileName, \\\\10.7.0.1\\a\\b, coerce-efsr, LOW",
    EFSRPC + ", 4, FileName, C:\\a\\b, coerce-efsr, LOW",
    NETDFS + ", 12, ServerName, filesrv, coerce-dfsnm, LOW",
    FSSAGENT + ", 8, ShareName, \\\\filesrv.lab.example\\a\\, coerce-fsrvp, LOW",
    EVENTLOG + ", 9, BackupFileName, \\??\\C:\\a.evt, coerce-even, LOW",
    SPOOLSS + ", 65, pszLocalMachine, \\\\SOMEBODY, coerce-rprn, LOW",
  })
  void sentToItself(
      String interfaceId, int opnum, String name, String path, String id, Severity severity) {
    AIdentity identity = new AIdentity().workstation(null).serverNetbiosName("FILESRV");
    trial.see(new ASession().identity(identity.build()).begun());
    trial.see(call(interfaceId, opnum).argument(name, path).build());
    trial.see(Openings.tcp(trial.next(), "10.7.0.7", "10.7.0.9"));

    assertThat(severities(id)).containsExactly(severity);
    assertThat(trial.raised("coerce-then-callback")).isEmpty();
  }

  @Test
  void otherCallsOfTheseInterfaces() {
    trial.see(
        call(EFSRPC, 20).build(),
        call(SPOOLSS, 1).build(),
        call(NETDFS, 21).build(),
        call(FSSAGENT, 0).build(),
        call(EVENTLOG, 7).build());

    for (String id :
        List.of("coerce-efsr", "coerce-rprn", "coerce-dfsnm", "coerce-fsrvp", "coerce-even")) {
      assertThat(trial.raised(id)).isEmpty();
    }
  }

  @Test
  void pathThatTheServerDidNotFind() {
    trial.see(
        call(EFSRPC, 4)
            .argument("FileName", "\\\\10.7.0.9\\a")
            .result(Argument.STATUS, "0x00000035")
            .build());

    assertThat(severities("coerce-efsr")).containsExactly(Severity.CRITICAL);
  }

  @Test
  void sealedCalls() {
    trial.see(call(EFSRPC, 4).build(), call(FSSAGENT, 8).build(), call(SPOOLSS, 65).build());

    assertThat(severities("coerce-efsr")).containsExactly(Severity.HIGH);
    assertThat(severities("coerce-fsrvp")).containsExactly(Severity.MEDIUM);
    assertThat(severities("coerce-rprn")).containsExactly(Severity.LOW);
  }

  @Test
  void printingClientThatNamesItself() {
    trial.see(new AHost().server("PC1").build());
    trial.see(call(SPOOLSS, 65).argument("pszLocalMachine", "\\\\PC1").build());
    trial.see(
        call(SPOOLSS, 69).client("10.7.0.5").argument("pMachineName", "\\\\PC2").build(),
        call(SPOOLSS, 65)
            .client("10.7.0.5")
            .argument("pszLocalMachine", "\\\\pc2.lab.example")
            .build());

    assertThat(trial.raised("coerce-rprn")).isEmpty();
  }

  @Test
  void clientThatNamesAnotherAsThePrinting() {
    trial.see(new AHost().server("PC1").build());
    trial.see(call(SPOOLSS, 65).argument("pszLocalMachine", "\\\\PC9").build());

    assertThat(severities("coerce-rprn")).containsExactly(Severity.HIGH);
  }

  private void coerced(String path) {
    trial.see(call(EFSRPC, 4).argument("FileName", path).build());
  }

  @Test
  void goesWhereItWasSent() {
    coerced("\\\\10.7.0.9\\a");
    trial.pass(Duration.ofSeconds(5));
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.9"));

    assertThat(trial.raised("coerce-then-callback"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.entities().client()).isEqualTo("10.7.0.2");
              assertThat(finding.entities().server()).isEqualTo("10.7.0.1");
              assertThat(finding.values()).containsEntry("called-back", "10.7.0.9");
            });
  }

  @Test
  void goesThereBeforeTheCallIsAnswered() {
    ARpc call = call(EFSRPC, 4).argument("FileName", "\\\\10.7.0.9\\a");
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.9"));
    trial.see(call.build());

    assertThat(trial.raised("coerce-then-callback")).hasSize(1);
  }

  @Test
  void asksForTheNameOfTheHost() {
    coerced("\\\\evil@80\\a");
    trial.see(Openings.query(trial.next(), "10.7.0.1", "10.7.0.255", "EVIL"));

    assertThat(trial.raised("coerce-then-callback")).hasSize(1);
  }

  @Test
  void goesElsewhereOrLaterOrAnotherDoes() {
    coerced("\\\\10.7.0.9\\a");
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.8"));
    trial.see(Openings.tcp(trial.next(), "10.7.0.4", "10.7.0.9"));
    trial.see(Openings.query(trial.next(), "10.7.0.1", "10.7.0.255", "EVIL"));
    trial.pass(Duration.ofSeconds(11));
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.9"));

    assertThat(trial.raised("coerce-then-callback")).isEmpty();
  }

  @Test
  void printServerThatTellsItsClient() {
    trial.see(call(SPOOLSS, 65).build());
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.2"));

    assertThat(trial.raised("coerce-then-callback")).isEmpty();
  }

  @Test
  void searchThatIsFollowedByAConnectionBack() {
    trial.see(new AFile().at(trial.next()).type("pipe").name("MsFteWds").begun());
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.2"));

    assertThat(severities("coerce-wsp")).containsExactly(Severity.MEDIUM);
    assertThat(trial.raised("coerce-then-callback")).hasSize(1);
  }

  @Test
  void searchAlone() {
    trial.see(new AFile().at(trial.next()).type("pipe").name("MsFteWds").begun());
    trial.see(Openings.tcp(trial.next(), "10.7.0.1", "10.7.0.9"));
    trial.see(Openings.tcp(trial.next(), "10.7.0.2", "10.7.0.1"));

    assertThat(trial.raised("coerce-wsp")).isEmpty();
    assertThat(trial.raised("coerce-then-callback")).isEmpty();
  }
}
