package io.smbscope.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.AuthToken.NegState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Expectations are tshark's reading of the packets the tokens came from. */
class SecurityTokensTest {

  @Test
  void serverOffersMechanismsInItsNegotiateResponse() {
    AuthToken token = TokenSamples.decode("windows-neg-hints-negoex");

    assertThat(token.framing()).isEqualTo(Framing.SPNEGO_INIT);
    assertThat(token.mechTypes())
        .containsExactly(
            Mechanism.NEGOEX,
            Mechanism.MS_KERBEROS,
            Mechanism.KERBEROS,
            Mechanism.KERBEROS_USER_TO_USER,
            Mechanism.NTLMSSP);
    assertThat(token.hintName()).isEqualTo("not_defined_in_RFC4178@please_ignore");
    assertThat(token.mechListMic()).isFalse();
    assertThat(token.ntlm()).isNull();
    assertThat(token.kerberos()).isNull();
    assertThat(token.truncated()).isFalse();
  }

  @Test
  void unknownMechanismsKeepTheirOid() {
    assertThat(TokenSamples.decode("macos-ap-req").mechTypes())
        .containsExactly("Kerberos", "1.2.752.43.14.3");
  }

  @Test
  void threeMessagesOfNtlmInSpnego() {
    AuthToken first = TokenSamples.decode("samba-negotiate");
    assertThat(first.mechTypes()).containsExactly("NTLMSSP");
    assertThat(first.rawNtlm()).isFalse();
    assertThat(first.ntlm())
        .isEqualTo(new NegotiateMessage(0x6208_8215L, null, null, new Version(6, 1, 0, 15)));

    AuthToken second = TokenSamples.decode("samba-challenge");
    assertThat(second.framing()).isEqualTo(Framing.SPNEGO_RESPONSE);
    assertThat(second.negState()).isEqualTo(NegState.ACCEPT_INCOMPLETE);
    assertThat(second.supportedMech()).isEqualTo("NTLMSSP");
    ChallengeMessage challenge = (ChallengeMessage) second.ntlm();
    assertThat(challenge.targetName()).isEqualTo("FILESRV");
    assertThat(challenge.serverChallenge()).isEqualTo("f0840a8465631e44");
    assertThat(challenge.targetInfo().nbComputerName()).isEqualTo("FILESRV");
    assertThat(challenge.targetInfo().dnsComputerName()).isEqualTo("vm");
    assertThat(challenge.targetInfo().dnsDomainName()).isEmpty();
    assertThat(challenge.targetInfo().dnsTreeName()).isNull();
    assertThat(challenge.targetInfo().timestamp())
        .isEqualTo(Instant.parse("2026-11-23T06:58:59.574599Z"));

    AuthToken third = TokenSamples.decode("samba-ntlmv2");
    assertThat(third.mechListMic()).isTrue();
    AuthenticateMessage authenticate = (AuthenticateMessage) third.ntlm();
    assertThat(authenticate.response()).isEqualTo(NtlmResponse.NTLMV2);
    assertThat(authenticate.lmHashUsed()).isFalse();
    assertThat(authenticate.domain()).isEqualTo("LABWG");
    assertThat(authenticate.user()).isEqualTo("alice");
    assertThat(authenticate.workstation()).isEqualTo("FILESRV");
    assertThat(authenticate.ntResponse()).startsWith("71e9ff0888714a4178c0f46e524aa0e60101");
    assertThat(authenticate.mic()).isEqualTo("5b00e0b1029a8a39a1089408e8d6f173");
    assertThat(authenticate.clientTime()).isEqualTo(Instant.parse("2026-11-23T06:58:59.574599Z"));
    assertThat(authenticate.targetInfo().targetName()).isEqualTo("cifs/10.7.0.1");
    assertThat(authenticate.targetInfo().flags()).isEqualTo(2);

    AuthToken last = TokenSamples.decode("samba-accept-mic");
    assertThat(last.negState()).isEqualTo(NegState.ACCEPT_COMPLETED);
    assertThat(last.mechListMic()).isTrue();
  }

  @Test
  void namesOfServerInDomain() {
    ChallengeMessage challenge = (ChallengeMessage) TokenSamples.decode("windows-challenge").ntlm();

    assertThat(challenge.targetName()).isEqualTo("CONTOSO");
    assertThat(challenge.version()).hasToString("6.0.6001");
    AvPairs info = challenge.targetInfo();
    assertThat(info.nbComputerName()).isEqualTo("SERVER002");
    assertThat(info.nbDomainName()).isEqualTo("CONTOSO");
    assertThat(info.dnsComputerName()).isEqualTo("SERVER002.contoso.com");
    assertThat(info.dnsDomainName()).isEqualTo("contoso.com");
    assertThat(info.dnsTreeName()).isEqualTo("contoso.com");
    assertThat(info.timestamp()).isEqualTo(Instant.parse("2011-12-06T20:18:15.380156Z"));
  }

  @Test
  void ntlmWithoutSpnego() {
    AuthToken token = TokenSamples.decode("windows-raw-ntlmv2");

    assertThat(token.rawNtlm()).isTrue();
    assertThat(token.mechTypes()).isEmpty();
    AuthenticateMessage message = (AuthenticateMessage) token.ntlm();
    assertThat(message.user()).isEqualTo("test");
    assertThat(message.workstation()).isEqualTo("BABYBOOK");
    assertThat(message.version()).hasToString("6.1.7600");
    assertThat(message.mic()).isEqualTo("67395ddc5150115281dd3d29b6058735");
    assertThat(message.targetInfo().targetName()).isEqualTo("cifs/192.168.56.101");
    assertThat(TokenSamples.decode("windows-raw-challenge").rawNtlm()).isTrue();
  }

  @Test
  void versionAndMicAreOptional() {
    NegotiateMessage first =
        (NegotiateMessage) TokenSamples.decode("smbtorture-negotiate-no-version").ntlm();
    assertThat(first.version()).isNull();
    assertThat(first.domain()).isEqualTo("VNET3");
    assertThat(first.workstation()).isEqualTo("BLU");

    AuthenticateMessage third =
        (AuthenticateMessage) TokenSamples.decode("smbtorture-ntlmv1").ntlm();
    assertThat(third.version()).isNull();
    assertThat(third.mic()).isNull();
    assertThat(third.flags()).isEqualTo(0x6008_0215L);
    assertThat(third.user()).isEqualTo("administrator");
    assertThat(third.response()).isEqualTo(NtlmResponse.NTLMV1_ESS);
  }

  @Test
  void oemStrings() {
    AuthenticateMessage message =
        (AuthenticateMessage) TokenSamples.decode("oem-ntlmv1-and-lm").ntlm();

    assertThat(message.domain()).isEqualTo("ARKDOM1");
    assertThat(message.user()).isEqualTo("alice1");
    assertThat(message.workstation()).isEqualTo("ARKHOST1");
    assertThat(message.version()).hasToString("10.0.19041");
    assertThat(message.response()).isEqualTo(NtlmResponse.NTLMV1);
    assertThat(message.lmHashUsed()).isTrue();
  }

  @Test
  void anonymousAndExtendedSessionSecurity() {
    AuthenticateMessage anonymous =
        (AuthenticateMessage) TokenSamples.decode("samba-anonymous").ntlm();
    assertThat(anonymous.response()).isEqualTo(NtlmResponse.ANONYMOUS);
    assertThat(anonymous.flags() & NtlmMessage.NEGOTIATE_ANONYMOUS).isNotZero();
    assertThat(anonymous.user()).isEmpty();

    AuthenticateMessage session =
        (AuthenticateMessage) TokenSamples.decode("samba-ntlmv1-ess").ntlm();
    assertThat(session.response()).isEqualTo(NtlmResponse.NTLMV1_ESS);
    assertThat(session.lmHashUsed()).isFalse();
    assertThat(session.targetInfo()).isEqualTo(AvPairs.NONE);
    assertThat(session.clientTime()).isNull();
  }

  @Test
  void kerberosInSpnego() {
    AuthToken request = TokenSamples.decode("windows-ap-req");
    assertThat(request.mechTypes()).containsExactly("MS Kerberos", "Kerberos", "NegoEx", "NTLMSSP");
    assertThat(request.kerberos())
        .isEqualTo(
            new KerberosMessage.ApReq(
                true,
                false,
                "SRT-AD.LOCAL",
                "cifs/BLACKCLOVER-DC",
                "aes256-cts-hmac-sha1-96",
                18,
                "aes256-cts-hmac-sha1-96",
                18));

    AuthToken reply = TokenSamples.decode("windows-ap-rep");
    assertThat(reply.supportedMech()).isEqualTo("MS Kerberos");
    assertThat(reply.negState()).isEqualTo(NegState.ACCEPT_COMPLETED);
    assertThat(reply.kerberos())
        .isEqualTo(new KerberosMessage.ApRep("aes256-cts-hmac-sha1-96", 18));
  }
}
