package io.smbscope.detect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AvPair;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AConnection;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AHost;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ANegotiation;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.AToken;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Severity;
import org.junit.jupiter.api.Test;

/** Who logs on by what name, with what, and to which name. */
class LogonOriginsTest {
  private static final String ASCII_GUID = "41624364-4566-4768-496a-4b6c4d6e4f70";
  private static final String GUID = "a41b2cd4-4566-4768-896a-4b6c4d6e4f70";

  private final Trial trial = new Trial();

  private void session(AIdentity identity) {
    trial.see(new ASession().at(trial.next()).identity(identity.build()).begun());
  }

  @Test
  void workstationOfATool() {
    session(new AIdentity().workstation("FreeRDP"));

    assertThat(trial.raised("impossible-workstation"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.MEDIUM));
  }

  @Test
  void noWorkstation() {
    session(new AIdentity().workstation(""));

    assertThat(trial.raised("impossible-workstation"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW));
  }

  @Test
  void workstationOfAnotherThanTheHost() {
    trial.see(new AHost().server("PC-OF-BOB").build());
    session(new AIdentity().workstation("PC-OF-EVE"));

    assertThat(trial.raised("impossible-workstation")).hasSize(1);
  }

  @Test
  void workstationOfTheHost() {
    trial.see(new AHost().server("A-LONG-NAME-OF-").build());
    session(new AIdentity().workstation("a-long-name-of-a-host.lab.example"));
    session(new AIdentity().mechanism("Kerberos").workstation(""));
    session(new AIdentity().user("").mechanism("anonymous").workstation(""));

    assertThat(trial.raised("impossible-workstation")).isEmpty();
  }

  private void connects(String guid, String mechanism, String path) {
    trial.see(
        new AConnection().negotiation(new ANegotiation().clientGuid(guid).build()).begun(),
        new ASession().identity(new AIdentity().mechanism(mechanism).build()).begun(),
        new ATree().at(trial.next()).path(path).begun());
  }

  @Test
  void toolOnAnAdministratorsShare() {
    connects(ASCII_GUID, "NTLMv2", "\\\\10.7.0.1\\C$");

    assertThat(trial.raised("pass-the-hash-shape"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.values()).containsEntry("client", "impacket"));
  }

  @Test
  void toolThatOpensTheServiceManager() {
    connects(ASCII_GUID, "NTLMv2", "\\\\10.7.0.1\\IPC$");
    trial.see(new AFile().at(trial.next()).type("pipe").name("svcctl").begun());

    assertThat(trial.raised("pass-the-hash-shape")).hasSize(1);
  }

  @Test
  void toolOnAShareOfUsersOrByKerberosOrWindowsItself() {
    connects(ASCII_GUID, "NTLMv2", "\\\\10.7.0.1\\share");
    connects(ASCII_GUID, "Kerberos", "\\\\10.7.0.1\\share");
    trial.see(new AConnection().build());
    connects(ASCII_GUID, "Kerberos", "\\\\10.7.0.1\\C$");
    trial.see(new AConnection().build());
    connects(GUID, "NTLMv2", "\\\\10.7.0.1\\C$");

    assertThat(trial.raised("pass-the-hash-shape")).isEmpty();
  }

  @Test
  void targetMarshalledIntoTheName() {
    String name = "srv1UWhRCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAYBAAAA";
    trial.see(new ATree().at(trial.next()).path("\\\\" + name + "\\IPC$").begun());
    trial.see(
        new AToken()
            .at(trial.next())
            .flow(2, "10.7.0.9", "10.7.0.1")
            .pair(AvPair.TARGET_NAME, "cifs/" + name.toLowerCase(java.util.Locale.ROOT))
            .authenticate("alice", "00".repeat(60)));

    assertThat(trial.raised("kerberos-coercion-spn")).hasSize(2);
  }

  @Test
  void longNames() {
    trial.see(new ATree().path("\\\\srv1UWhRCAlike\\aaaaaaaaaaaaaaaaaaaaaaaaaaaa").begun());
    trial.see(new ATree().path("\\\\aaaaaaaaaaBAAAAaaaaaa1UWhRCA\\IPC$").begun());

    assertThat(trial.raised("kerberos-coercion-spn")).isEmpty();
  }
}
