package io.smbscope.detect.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPair;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.cli.Detected;
import io.smbscope.detect.Trial;
import io.smbscope.event.TokenEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtlmTamperingTest {
  private static final long WINDOWS = 0xE208_8297L;
  private static final String MIC = "63baa6254f071c25f5ef43179c7b0ec9";
  private static final AvPairs ANNOUNCES_MIC =
      new AvPairs(List.of(new AvPair(AvPair.FLAGS, "02000000")));

  private final Trial trial = new Trial();

  private void logon(long negotiate, long challenge, AuthenticateMessage authenticate) {
    token(true, new NegotiateMessage(negotiate, null, null, null));
    token(false, new ChallengeMessage(challenge, "LAB", "0123456789abcdef", AvPairs.NONE, null));
    token(true, authenticate);
  }

  private void token(boolean fromClient, NtlmMessage message) {
    AuthToken token =
        new AuthToken(
            AuthToken.Framing.RAW_NTLM, List.of(), null, null, message, null, null, false, false);
    trial.see(
        new TokenEvent(trial.next(), Commands.FLOW, trial.next(), fromClient, false, false, token));
  }

  private static AuthenticateMessage authenticate(long flags, String mic, AvPairs target) {
    return new AuthenticateMessage(
        flags,
        "",
        "",
        NtlmResponse.NTLMV2,
        "LAB",
        "alice",
        "PC",
        null,
        mic,
        null,
        target,
        AuthenticateMessage.Layout.USUAL);
  }

  @Test
  void asWindowsDoes() {
    logon(WINDOWS, 0xE289_8215L, authenticate(0xE288_8215L, MIC, ANNOUNCES_MIC));

    assertThat(trial.raised("ntlm-sign-flag-dropped")).isEmpty();
  }

  @Test
  void signingDropped() {
    logon(WINDOWS, 0xE289_8215L, authenticate(0xA088_0205L, MIC, ANNOUNCES_MIC));

    assertThat(trial.raised("ntlm-sign-flag-dropped"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.values().get("missing"))
                    .isEqualTo("NEGOTIATE_SIGN, NEGOTIATE_ALWAYS_SIGN, NEGOTIATE_VERSION"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00000000000000000000000000000000"})
  void micTakenOut(String mic) {
    logon(
        WINDOWS,
        0xE289_8215L,
        authenticate(0xE288_8215L, mic.isEmpty() ? null : mic, ANNOUNCES_MIC));

    assertThat(trial.raised("ntlm-sign-flag-dropped")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rpc-impacket", "impacket-client-nt1", "smb311", "anonymous", "nt1", "ntlmv1"})
  void ordinary(String capture) throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures", capture + ".pcap")))
        .doesNotContain("ntlm-sign-flag-dropped");
  }
}
