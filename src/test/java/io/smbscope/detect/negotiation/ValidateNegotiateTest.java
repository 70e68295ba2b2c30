package io.smbscope.detect.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.cli.Detected;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AConnection;
import io.smbscope.detect.events.ANegotiation;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Traffic;
import io.smbscope.smb.smb2.IoctlData.ValidateNegotiateRequest;
import io.smbscope.smb.smb2.IoctlData.ValidateNegotiateResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateNegotiateTest {
  private static final List<Integer> OFFERED = List.of(0x0202, 0x0210, 0x0300);
  private static final ValidateNegotiateRequest SAID =
      new ValidateNegotiateRequest(0x7F, Commands.CLIENT_GUID, 1, OFFERED);
  private static final ValidateNegotiateResponse ANSWERED =
      new ValidateNegotiateResponse(0x47, Commands.SERVER_GUID, 1, 0x0300);

  private final Trial trial = new Trial();

  private void negotiated(List<Integer> offered) {
    trial.see(
        Commands.negotiate(
            trial.next(), Commands.offering(offered), trial.next(), Commands.choosing(0x0300)));
  }

  private void validated(ValidateNegotiateRequest said, ValidateNegotiateResponse answered) {
    trial.see(Commands.validate("3.0", trial.next(), said, trial.next(), answered));
  }

  @Test
  void sameOnBothSides() {
    negotiated(OFFERED);
    validated(SAID, ANSWERED);

    assertThat(trial.raised("validate-negotiate-mismatch")).isEmpty();
  }

  @Test
  void dialectsTakenAwayOnTheWay() {
    negotiated(List.of(0x0202));
    validated(SAID, ANSWERED);

    assertThat(trial.raised("validate-negotiate-mismatch"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.values().get("differences"))
                    .isEqualTo("dialects [514] then [514, 528, 768]"));
  }

  @Test
  void answerChangedOnTheWay() {
    negotiated(OFFERED);
    validated(SAID, new ValidateNegotiateResponse(0x47, Commands.SERVER_GUID, 3, 0x0300));

    assertThat(trial.raised("validate-negotiate-mismatch")).hasSize(1);
  }

  @Test
  void serverHangsUp() {
    negotiated(OFFERED);
    trial.see(Commands.validate("3.0", trial.next(), SAID, null, null));
    trial.see(ended("rst"));

    assertThat(trial.raised("validate-negotiate-mismatch")).hasSize(1);
  }

  @Test
  void captureEndsBeforeAnswer() {
    negotiated(OFFERED);
    trial.see(Commands.validate("3.0", trial.next(), SAID, null, null));
    trial.see(ended("end-of-capture"));

    assertThat(trial.raised("validate-negotiate-mismatch")).isEmpty();
  }

  @Test
  void connectionEndsLongAfterwards() {
    negotiated(OFFERED);
    trial.see(Commands.validate("3.0", trial.next(), SAID, null, null));
    trial.pass(Duration.ofMinutes(1));
    trial.see(ended("fin"));

    assertThat(trial.raised("validate-negotiate-mismatch")).isEmpty();
  }

  private ConnectionEvent ended(String reason) {
    Stamp at = trial.next();
    return new AConnection()
        .at(at)
        .dialect("3.0")
        .negotiation(new ANegotiation().dialect("3.0").build())
        .traffic(new Traffic(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0))
        .endReason(reason)
        .build();
  }

  @Test
  void validatedThough311() {
    trial.see(Commands.validate("3.1.1", trial.next(), SAID, trial.next(), ANSWERED));
    assertThat(trial.raised("validate-negotiate-at-311")).hasSize(1);
  }

  @Test
  void validatedIn300() {
    validated(SAID, ANSWERED);
    assertThat(trial.raised("validate-negotiate-at-311")).isEmpty();
  }

  @Test
  void clientThatDoesNotValidate() throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures/impacket-client-smb210.pcap")))
        .contains("validate-negotiate-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb300", "smb302", "smb311", "smb210", "impacket-client-smb300"})
  void clientsThatDoOrNeedNot(String capture) throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures", capture + ".pcap")))
        .doesNotContain(
            "validate-negotiate-missing",
            "validate-negotiate-mismatch",
            "validate-negotiate-at-311");
  }
}
