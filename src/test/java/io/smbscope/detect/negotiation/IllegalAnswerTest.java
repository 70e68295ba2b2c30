package io.smbscope.detect.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Detected;
import io.smbscope.detect.Trial;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext.Encryption;
import io.smbscope.smb.smb2.NegotiateContext.PreauthIntegrity;
import io.smbscope.smb.smb2.NegotiateContext.Signing;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IllegalAnswerTest {
  private static final PreauthIntegrity HASH = new PreauthIntegrity(List.of(1), 32);
  private static final Negotiate.Request OFFER =
      Commands.offering(
          List.of(0x0300, 0x0311), HASH, new Encryption(List.of(2, 1)), new Signing(List.of(2, 1)));

  private final Trial trial = new Trial();

  private void answered(Negotiate.Response response) {
    trial.see(Commands.negotiate(trial.next(), OFFER, trial.next(), response));
  }

  static Stream<Negotiate.Response> legal() {
    return Stream.of(
        Commands.choosing(0x0300),
        Commands.choosing(0x0311, HASH),
        Commands.choosing(0x0311, HASH, new Encryption(List.of(1)), new Signing(List.of(1))),
        Commands.choosing(0x0311, HASH, new Encryption(List.of(0))));
  }

  @ParameterizedTest
  @MethodSource
  void legal(Negotiate.Response response) {
    answered(response);
    assertThat(trial.raised("negotiate-response-illegal")).isEmpty();
  }

  static Stream<Negotiate.Response> illegal() {
    return Stream.of(
        Commands.choosing(0x0210),
        Commands.choosing(0x02FF),
        Commands.choosing(0x0311),
        Commands.choosing(0x0311, HASH, HASH),
        Commands.choosing(0x0311, new PreauthIntegrity(List.of(1, 1), 32)),
        Commands.choosing(0x0311, HASH, new Encryption(List.of(2, 1))),
        Commands.choosing(0x0311, HASH, new Encryption(List.of(4))),
        Commands.choosing(0x0311, HASH, new Signing(List.of(7))));
  }

  @ParameterizedTest
  @MethodSource
  void illegal(Negotiate.Response response) {
    answered(response);
    assertThat(trial.raised("negotiate-response-illegal")).hasSize(1);
  }

  @Test
  void negotiatedTwice() {
    answered(Commands.choosing(0x0300));
    assertThat(trial.raised("duplicate-negotiate")).isEmpty();

    answered(Commands.choosing(0x0300));
    assertThat(trial.raised("duplicate-negotiate")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multi-protocol", "smb202", "nt1", "lanman1", "smb311", "core-refused"})
  void ordinary(String capture) throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures", capture + ".pcap")))
        .doesNotContain("duplicate-negotiate", "negotiate-response-illegal");
  }
}
