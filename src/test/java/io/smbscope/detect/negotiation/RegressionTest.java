package io.smbscope.detect.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AConnection;
import io.smbscope.detect.events.ANegotiation;
import io.smbscope.detect.events.ASession;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.ConnectionEvent.Traffic;
import io.smbscope.event.Encryption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegressionTest {
  private static final List<String> SMB1 = List.of("NT LM 0.12");
  private static final List<String> ALL = List.of("2.0.2", "2.1", "3.0", "3.0.2", "3.1.1");

  private final Trial trial = new Trial();

  private void agrees(List<String> offered, String dialect, boolean encrypts) {
    trial.see(
        new AConnection()
            .at(trial.next())
            .dialect(dialect)
            .negotiation(
                new ANegotiation()
                    .offered(offered)
                    .dialect(dialect)
                    .clientGuid("c")
                    .serverGuid("s")
                    .build())
            .encryption(new Encryption(true, encrypts, false, false, null, false, 0, 0, 0))
            .begun());
  }

  @Test
  void lowerDialectWithSameOffer() {
    agrees(ALL, "3.1.1", true);
    agrees(ALL, "2.1", false);

    assertThat(trial.raised("dialect-regression")).hasSize(1);
    assertThat(trial.raised("encryption-stripped")).isEmpty();
  }

  @Test
  void lowerDialectAsClientOffersLess() {
    agrees(ALL, "3.1.1", true);
    agrees(List.of("2.0.2", "2.1"), "2.1", false);
    agrees(ALL, "3.1.1", true);

    assertThat(trial.raised("dialect-regression")).isEmpty();
  }

  @Test
  void encryptionGone() {
    agrees(ALL, "3.1.1", true);
    agrees(ALL, "3.1.1", true);
    assertThat(trial.raised("encryption-stripped")).isEmpty();

    agrees(ALL, "3.1.1", false);
    assertThat(trial.raised("encryption-stripped")).hasSize(1);
  }

  private AConnection fails(String reason) {
    return new AConnection()
        .at(trial.next())
        .dialect(null)
        .negotiation(new ANegotiation().offered(ALL).dialect(null).build())
        .endReason(reason);
  }

  private void offersSmb1Alone() {
    Stamp at = trial.next();
    trial.see(
        new AConnection()
            .at(at)
            .start(at)
            .dialect("NT LM 0.12")
            .negotiation(new ANegotiation().offered(SMB1).dialect("NT LM 0.12").build())
            .begun());
  }

  @Test
  void smb1AfterSmb2WasCutOff() {
    trial.see(fails("rst").build());
    offersSmb1Alone();

    assertThat(trial.raised("smb1-fallback")).hasSize(1);
  }

  @Test
  void smb1LongAfterwardsOrAfterSuccess() {
    trial.see(fails("rst").build());
    trial.pass(Duration.ofMinutes(2));
    offersSmb1Alone();
    trial.see(fails("fin").dialect("3.1.1").build());
    offersSmb1Alone();

    assertThat(trial.raised("smb1-fallback")).isEmpty();
  }

  private AConnection connection(long id, Stamp start) {
    return new AConnection()
        .id(id)
        .start(start)
        .negotiation(new ANegotiation().clientGuid("c").build())
        .traffic(new Traffic(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0));
  }

  private void logsOn(Map<String, Long> commands, boolean tree) {
    Stamp start = trial.next();
    trial.see(connection(1, start).at(start).begun());
    trial.see(new ASession().at(trial.next()).begun());
    if (tree) {
      trial.see(new ATree().at(trial.next()).begun());
    }
    trial.see(connection(1, start).at(trial.next()).commands(commands).endReason("rst").build());
    Stamp again = trial.next();
    trial.see(connection(2, again).at(again).begun());
  }

  @Test
  void hangsUpOnSuccessAndComesAgain() {
    logsOn(Map.of("NEGOTIATE", 2L, "SESSION_SETUP", 4L), false);

    assertThat(trial.raised("preauth-session-abort")).hasSize(1);
  }

  @Test
  void contentWithLogon() {
    logsOn(Map.of("NEGOTIATE", 2L, "SESSION_SETUP", 4L, "TREE_CONNECT", 2L), true);
    logsOn(Map.of("NEGOTIATE", 2L, "SESSION_SETUP", 4L, "LOGOFF", 2L), false);

    assertThat(trial.raised("preauth-session-abort")).isEmpty();
  }
}
