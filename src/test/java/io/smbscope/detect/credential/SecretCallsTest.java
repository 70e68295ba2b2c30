package io.smbscope.detect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.ARpc;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls that bring secrets. */
class SecretCallsTest {
  private static final String WINREG = "338cd001-2244-31f1-aaaa-900038001003";
  private static final String DRSUAPI = "e3514235-4b06-11d1-ab04-00c04fc2dcd2";
  private static final String LSARPC = "12345778-1234-abcd-ef00-0123456789ab";
  private static final String BACKUPKEY = "3dde7c30-165d-11d1-ab8f-00805f14db40";

  private final Trial trial = new Trial();

  private ARpc call(String interfaceId, int opnum) {
    return new ARpc().at(trial.next()).of(interfaceId).opnum(opnum);
  }

  private AFile fetched(String name) {
    return new AFile().at(trial.next()).share("\\\\10.7.0.1\\ADMIN$").name(name);
  }

  @Test
  void hiveSavedAndFetched() {
    trial.see(call(WINREG, 20).argument("lpFile", "..\\Temp\\qWeRtYuI.tmp").build());
    trial.see(fetched("Temp\\qWeRtYuI.tmp").begun());

    assertThat(trial.raised("secretsdump"))
        .extracting(FindingEvent::severity)
        .containsExactly(Severity.HIGH, Severity.CRITICAL);
  }

  @Test
  void hiveSavedToAnotherHost() {
    trial.see(call(WINREG, 31).argument("lpFile", "\\\\10.7.0.2\\x\\sam").build());

    assertThat(trial.raised("secretsdump"))
        .extracting(FindingEvent::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void temporaryFileLongAfterOrWithoutASavedHive() {
    trial.see(fetched("Temp\\qWeRtYuI.tmp").begun());
    assertThat(trial.raised("secretsdump")).isEmpty();

    trial.see(call(WINREG, 20).build());
    trial.pass(Duration.ofMinutes(11));
    trial.see(fetched("Temp\\qWeRtYuI.tmp").begun());

    assertThat(trial.raised("secretsdump"))
        .extracting(FindingEvent::severity)
        .containsExactly(Severity.HIGH);
  }

  @Test
  void valueOfTheRegistryRead() {
    trial.see(call(WINREG, 17).build());

    assertThat(trial.raised("secretsdump")).isEmpty();
  }

  @Test
  void directoryReplicated() {
    trial.see(call(DRSUAPI, 3).build());

    assertThat(trial.raised("dcsync")).hasSize(1);
  }

  @Test
  void directoryReplicatedToADomainController() {
    trial.see(
        new ATree()
            .server(new Endpoint("10.7.0.2", 445, null))
            .path("\\\\10.7.0.2\\SYSVOL")
            .begun());
    trial.see(call(DRSUAPI, 3).build());

    assertThat(trial.raised("dcsync")).isEmpty();
  }

  @Test
  void namesOfTheDirectoryTranslated() {
    trial.see(call(DRSUAPI, 0).build(), call(DRSUAPI, 12).build(), call(DRSUAPI, 1).build());

    assertThat(trial.raised("dcsync")).isEmpty();
  }

  @Test
  void privateDataRetrieved() {
    trial.see(call(LSARPC, 43).argument("KeyName", "G$BCKUPKEY_PREFERRED").build());

    assertThat(trial.raised("dpapi-backupkey"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.HIGH));
  }

  @Test
  void keyBackedUpAsWindowsDoes() {
    trial.see(call(BACKUPKEY, 0).build(), call(LSARPC, 44).build());

    assertThat(trial.raised("dpapi-backupkey"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW));
  }
}
