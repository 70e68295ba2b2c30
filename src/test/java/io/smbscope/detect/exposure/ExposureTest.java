package io.smbscope.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AConnection;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.AIdentity;
import io.smbscope.detect.events.ANegotiation;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.Signing;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.Smb1Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
  private static final Endpoint CLIENT = new Endpoint("10.7.0.2", 50000, null);
  private static final Endpoint SERVER = new Endpoint("10.7.0.1", 445, null);
  private static final Endpoint PUBLIC = new Endpoint("203.0.113.9", 445, null);
  private static final Signing OPTIONAL = new Signing(true, false, true, false, null, 0, 0, 0);

  private final Trial trial = new Trial();

  @Test
  void controllerWithoutRequiredSigning() {
    trial.see(new ATree().path("\\\\dc\\SysVol").signing(OPTIONAL).begun());

    assertThat(trial.raised("server-signing-optional"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.HIGH));
  }

  @Test
  void signingRequiredButNotSeen() {
    Signing signing = new Signing(true, false, true, true, null, 1, 1, 8);
    trial.see(new ATree().signing(signing).end("disconnect").build());

    assertThat(trial.raised("session-unsigned"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.HIGH));
  }

  @Test
  void clearMessagesInEncryptedShare() {
    trial.see(tree(new Encryption(true, true, false, true, "AES-128-GCM", false, 10, 900, 0)));
    assertThat(trial.raised("share-encrypt-cleartext")).isEmpty();

    trial.see(tree(new Encryption(true, true, false, true, "AES-128-GCM", false, 10, 900, 2)));
    assertThat(trial.raised("share-encrypt-cleartext")).hasSize(1);
  }

  private io.smbscope.event.TreeEvent tree(Encryption encryption) {
    return new ATree().encryption(encryption).end("disconnect").build();
  }

  @Test
  void pipeOfNullSession() {
    trial.see(new ASession().anonymous(true).begun(), pipe("samr", "STATUS_SUCCESS"));

    assertThat(trial.raised("null-session-pipe")).hasSize(1);
  }

  @Test
  void pipeRefusedToNullSessionOrOpenedByUser() {
    trial.see(
        new ASession().anonymous(true).begun(),
        pipe("samr", "STATUS_ACCESS_DENIED"),
        pipe("wired", "STATUS_SUCCESS"),
        new ASession().anonymous(true).end("logoff").build(),
        new ASession().begun(),
        pipe("samr", "STATUS_SUCCESS"));

    assertThat(trial.raised("null-session-pipe")).isEmpty();
  }

  private static io.smbscope.event.Event pipe(String name, String status) {
    return new AFile().type("pipe").name(name).status(status).begun();
  }

  @Test
  void shareLevelServer() {
    trial.see(negotiated(0));
    assertThat(trial.raised("smb1-share-level")).hasSize(1);
  }

  @Test
  void userLevelServer() {
    trial.see(negotiated(3));
    assertThat(trial.raised("smb1-share-level")).isEmpty();
  }

  private Smb1CommandEvent negotiated(int securityMode) {
    Negotiate.Response response =
        new Negotiate.Response(
            17,
            0,
            securityMode,
            50,
            1,
            65_535,
            65_535,
            0,
            0,
            0,
            null,
            0,
            Bytes.EMPTY,
            null,
            null,
            null,
            Bytes.EMPTY);
    Smb1Header header = new Smb1Header(0x72, 0, 0x88, 0xC801, 1, 0, 0, 1, true);
    return new Smb1CommandEvent(
        trial.next(),
        new FlowKey(1, trial.next(), true, CLIENT, SERVER, List.of(), false),
        "NT LM 0.12",
        null,
        null,
        null,
        trial.next(),
        header,
        null,
        List.of(new Smb1CommandEvent.Step(0x72, null, response, null)));
  }

  @Test
  void ntlmThoughServerOffersKerberos() {
    trial.see(offering("MS Kerberos", "Kerberos", "NTLMSSP"), loggedOnWith("NTLMv2"));
    assertThat(trial.raised("ntlm-not-kerberos")).hasSize(1);
  }

  @Test
  void ntlmAsServerOffersNothingElse() {
    trial.see(offering("NTLMSSP"), loggedOnWith("NTLMv2"));
    assertThat(trial.raised("ntlm-not-kerberos")).isEmpty();
  }

  private static io.smbscope.event.Event offering(String... mechanisms) {
    return new AConnection()
        .negotiation(new ANegotiation().serverMechanisms(List.of(mechanisms)).build())
        .begun();
  }

  private static io.smbscope.event.Event loggedOnWith(String mechanism) {
    return new ASession()
        .identity(new AIdentity().mechanism(mechanism).user("alice").build())
        .begun();
  }

  @Test
  void ticketWithRc4() {
    trial.see(ticket("aes256-cts-hmac-sha1-96", "cifs/server"), ticket("rc4-hmac", "host/server"));
    assertThat(trial.raised("kerberos-rc4-cifs")).isEmpty();

    trial.see(ticket("rc4-hmac", "cifs/server"));
    assertThat(trial.raised("kerberos-rc4-cifs")).hasSize(1);
  }

  private static io.smbscope.event.Event ticket(String encryption, String service) {
    return new ASession()
        .identity(
            new AIdentity()
                .mechanism("Kerberos")
                .kerberosEncryption(encryption)
                .kerberosService(service)
                .build())
        .begun();
  }

  @Test
  void fromOutside() {
    trial.see(new AConnection().client(PUBLIC).begun());
    assertThat(trial.raised("smb-public-inbound")).hasSize(1);
    assertThat(trial.raised("smb-public-outbound")).isEmpty();
  }

  @Test
  void probeFromOutsideThatNobodyAnswered() {
    trial.see(new AConnection().client(PUBLIC).dialect(null).begun());
    assertThat(trial.raised("smb-public-inbound")).isEmpty();
  }

  @Test
  void responseToOutside() {
    trial.see(
        new AConnection().server(PUBLIC).begun(),
        new ASession()
            .server(PUBLIC)
            .established(false)
            .identity(new AIdentity().mechanism("NTLMv2").user("alice").build())
            .begun());

    assertThat(trial.raised("smb-public-outbound"))
        .extracting(finding -> finding.severity())
        .containsExactly(Severity.HIGH, Severity.CRITICAL);
  }

  @Test
  void insideOnly() {
    trial.see(new AConnection().begun());
    assertThat(trial.raised("smb-public-outbound")).isEmpty();
    assertThat(trial.raised("smb-public-inbound")).isEmpty();
  }

  @Test
  void betweenWorkstations() {
    usesServer("10.7.0.21", "10.7.0.22", "10.7.0.23", "10.7.0.24");
    trial.see(share("10.7.0.23", "10.7.0.24"));

    assertThat(trial.raised("workstation-to-workstation")).hasSize(1);
  }

  @Test
  void toServerOrFromServer() {
    usesServer("10.7.0.21", "10.7.0.22", "10.7.0.23", "10.7.0.24");
    trial.see(share("10.7.0.23", "10.7.0.9"), share("10.7.0.1", "10.7.0.24"));

    assertThat(trial.raised("workstation-to-workstation")).isEmpty();
  }

  private void usesServer(String... clients) {
    for (String client : clients) {
      trial.see(share(client, "10.7.0.1"));
    }
  }

  private io.smbscope.event.Event share(String client, String server) {
    return new ATree()
        .at(trial.next())
        .client(new Endpoint(client, 50000, null))
        .server(new Endpoint(server, 445, null))
        .begun();
  }

  @Test
  void compression() {
    trial.see(compressing(List.of("NONE")));
    assertThat(trial.raised("compression-negotiated")).isEmpty();

    trial.see(compressing(List.of("LZNT1")));
    assertThat(trial.raised("compression-negotiated")).hasSize(1);
  }

  private static io.smbscope.event.Event compressing(List<String> algorithms) {
    return new AConnection()
        .negotiation(new ANegotiation().compressionChosen(algorithms).build())
        .begun();
  }
}
