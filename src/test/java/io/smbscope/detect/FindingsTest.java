package io.smbscope.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.Confidence;
import io.smbscope.event.Event;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of something that was seen again. */
class FindingsTest {
  private static final Rule RULE =
      Rule.of("guest-session", "", Severity.MEDIUM, Confidence.HIGH, "", "", "");

  private final List<FindingEvent> told = new ArrayList<>();
  private final Findings findings = new Findings(Settings.DEFAULT, this::take);

  private void take(Event event) {
    told.add((FindingEvent) event);
  }

  private static Stamp at(long packet) {
    return new Stamp(packet, packet * 1_000_000L);
  }

  @ParameterizedTest
  @CsvSource({"LOW,HIGH,HIGH", "HIGH,LOW,HIGH", "LOW,,MEDIUM", ",LOW,MEDIUM"})
  void isAsGraveAsItsGravestTime(Severity first, Severity again, Severity gravest) {
    findings.report(new Sighting(RULE, at(1)).client("10.7.0.2").severity(first));
    findings.report(new Sighting(RULE, at(2)).client("10.7.0.2").severity(again));
    findings.end(at(3));

    assertThat(told).extracting(FindingEvent::stage).containsExactly(Stage.RAISED, Stage.CLOSED);
    assertThat(told.get(0).severity()).isEqualTo(first == null ? RULE.severity() : first);
    assertThat(told.get(1).severity()).isEqualTo(gravest);
    assertThat(told.get(1).count()).isEqualTo(2);
    assertThat(told.get(1).last()).isEqualTo(at(2));
  }
}
