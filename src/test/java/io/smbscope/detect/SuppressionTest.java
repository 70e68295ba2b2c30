package io.smbscope.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.Confidence;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  private static final Rule RULE =
      Rule.of("guest-session", "", Severity.LOW, Confidence.HIGH, "", "", "");
  private static final Entities ENTITIES =
      new Entities("10.7.0.2", "fd00::1", "LAB\\alice", "\\\\FILESRV\\Data", null, null, null);
  private static final Instant LAST = Instant.parse("2027-02-01T00:00:00Z");

  private static Stamp at(Instant time) {
    return new Stamp(1, time.getEpochSecond() * 1_000_000_000L + time.getNano());
  }

  @ParameterizedTest
  @CsvSource({
    ", , , , , true",
    "guest-session, 10.7.0.2, fd00::1, LAB\\alice, \\\\filesrv\\data, true",
    "null-session, , , , , false",
    ", 10.7.0.3, , , , false",
    ", 10.7.0.0/24, , , , true",
    ", 10.8.0.0/24, , , , false",
    ", , fd00::/8, , , true",
    ", , 10.7.0.2, , , false",
    ", , , Alice, , true",
    ", , , OTHER\\alice, , false",
    ", , , , data, true",
    ", , , , FILESRV, false",
  })
  void allThatIsGivenMustHold(
      String rule, String client, String server, String user, String share, boolean covers) {
    Suppression suppression = new Suppression(rule, client, server, user, share, "known", null);

    assertThat(suppression.covers(RULE, ENTITIES, at(LAST))).isEqualTo(covers);
  }

  @Test
  void whatAFindingDoesNotNameIsNoMatch() {
    Entities none = new Entities(null, null, null, null, null, null, null);

    for (Suppression suppression :
        new Suppression[] {
          new Suppression(null, "10.0.0.0/8", null, null, null, "known", null),
          new Suppression(null, null, null, "alice", null, "known", null),
          new Suppression(null, null, null, null, "data", "known", null)
        }) {
      assertThat(suppression.covers(RULE, none, at(LAST))).isFalse();
    }
  }

  @Test
  void endsByPacketTime() {
    Suppression suppression =
        new Suppression("guest-session", null, null, null, null, "known", LAST);

    assertThat(suppression.covers(RULE, ENTITIES, at(LAST.minusNanos(1)))).isTrue();
    assertThat(suppression.covers(RULE, ENTITIES, at(LAST))).isFalse();
  }
}
