package io.smbscope.detect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.detect.events.AConnection;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.AName;
import io.smbscope.detect.events.ANegotiation;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.ReadinessEvent.Dependence;
import io.smbscope.event.Signing;
import io.smbscope.event.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final Stamp END = new Stamp(99, 1_700_000_100_000_000_000L);

  private final Readiness readiness = new Readiness();

  private ReadinessEvent answer(String topic) {
    return readiness.answers(END).stream()
        .filter(event -> event.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private static ConnectionEvent connection(long id, String dialect, String... offered) {
    return new AConnection()
        .id(id)
        .dialect(dialect)
        .negotiation(new ANegotiation().dialect(dialect).offered(List.of(offered)).build())
        .build();
  }

  @Test
  void nobodyUsesAnything() {
    assertThat(readiness.answers(END))
        .hasSize(12)
        .allSatisfy(event -> assertThat(event.sentence()).endsWith("nobody: it was not used."));
  }

  @Test
  void smb1OfAClientThatKnowsNothingElse() {
    readiness.accept(
        new ASession()
            .connections(List.of(7L))
            .dialect("NT LM 0.12")
            .identity(new AIdentity().build())
            .build());
    readiness.accept(connection(7, "NT LM 0.12", "LANMAN1.0", "NT LM 0.12"));
    readiness.accept(connection(8, "3.1.1", "2.0.2", "3.1.1"));

    ReadinessEvent smb1 = answer("smb1");
    assertThat(smb1.sentence()).isEqualTo("Switching SMB1 off would break 1 client.");
    Dependence client = smb1.dependences().get(0);
    assertThat(client.connections()).containsExactly(7L);
    assertThat(client.users()).containsExactly("LAB\\alice");
    assertThat(client.clientNames()).containsExactly("CLIENT");
    assertThat(client.why()).isEqualTo("the client offers nothing newer");
  }

  @Test
  void inferredFamiliesAreNoSmb1() {
    readiness.accept(new AConnection().dialect("SMB2").build());
    readiness.accept(new AConnection().dialect("SMB3").build());

    assertThat(answer("smb1").dependences()).isEmpty();
    assertThat(answer("smb2").dependences()).isEmpty();
  }

  @Test
  void smb2OfAnOldServer() {
    readiness.accept(connection(3, "2.1", "2.0.2", "2.1", "3.0"));

    assertThat(answer("smb2").dependences().get(0).why())
        .isEqualTo("the server speaks nothing newer");
  }

  @Test
  void port139BesidePort445() {
    ConnectionEvent old =
        new AConnection()
            .transport(Transport.NETBIOS_SESSION)
            .server(new Endpoint("10.7.0.1", 139, null))
            .build();
    readiness.accept(old);
    assertThat(answer("netbios-session").dependences().get(0).breaks()).isTrue();

    readiness.accept(new AConnection().id(2).build());
    assertThat(answer("netbios-session").dependences().get(0).breaks()).isFalse();
  }

  @Test
  void ntlmBesideKerberos() {
    readiness.accept(new ASession().identity(new AIdentity().build()).build());
    assertThat(answer("ntlm").sentence()).isEqualTo("Allowing only Kerberos would break 1 client.");

    readiness.accept(
        new ASession().identity(new AIdentity().mechanism("Kerberos").build()).build());
    assertThat(answer("ntlm").sentence())
        .isEqualTo("Allowing only Kerberos would break nobody: 1 client can go on in another way.");
  }

  @Test
  void failedLogonsDependOnNothing() {
    readiness.accept(
        new ASession()
            .established(false)
            .identity(new AIdentity().mechanism("NTLMv1").build())
            .build());

    assertThat(answer("ntlmv1").dependences()).isEmpty();
    assertThat(answer("ntlm").dependences()).isEmpty();
  }

  @Test
  void unsignedSessions() {
    Signing able = new Signing(true, false, true, false, null, 0, 0, 9);
    Signing unable = new Signing(false, false, true, false, null, 0, 0, 9);
    Signing signed = new Signing(true, true, true, true, null, 9, 0, 0);
    readiness.accept(new ASession().signing(able).build());
    readiness.accept(new ASession().signing(signed).client(host("10.7.0.3")).build());
    readiness.accept(new ASession().signing(unable).client(host("10.7.0.4")).build());
    readiness.accept(new ASession().signing(able).guest(true).client(host("10.7.0.5")).build());

    assertThat(answer("unsigned").sentence())
        .isEqualTo("Requiring signing would break 2 clients; 1 client can go on in another way.");
  }

  @Test
  void unencryptedSessions() {
    Encryption plain = new Encryption(true, true, false, false, null, false, 0, 0, 9);
    Encryption sealed = new Encryption(true, true, true, false, "AES", false, 9, 900, 0);
    readiness.accept(new ASession().encryption(plain).build());
    readiness.accept(new ASession().encryption(sealed).client(host("10.7.0.3")).build());
    readiness.accept(
        new ASession().encryption(plain).dialect("2.1").client(host("10.7.0.4")).build());

    assertThat(answer("unencrypted").dependences())
        .extracting(Dependence::client)
        .containsExactly("10.7.0.4", "10.7.0.2");
    assertThat(answer("unencrypted").dependences().get(0).why()).isEqualTo("dialect 2.1 has none");
  }

  @Test
  void namesThatNobodyAnswers() {
    readiness.accept(new AName().result("no-answer").broadcast(true).build());

    Dependence dependence = answer("netbios-name").dependences().get(0);
    assertThat(dependence.breaks()).isFalse();
    assertThat(dependence.server()).isNull();
  }

  private static Endpoint host(String ip) {
    return new Endpoint(ip, 50000, null);
  }
}
