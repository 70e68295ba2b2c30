package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All detections, the events that they are shown, and what they find. */
public final class Trial {
  private final List<FindingEvent> findings = new ArrayList<>();
  private final Detector detector;
  private long packet;
  private long nanos = 1_700_000_000_000_000_000L;

  public Trial() {
    this(Settings.DEFAULT);
  }

  public Trial(Settings settings) {
    this(settings, SigmaRules.NONE);
  }

  public Trial(Settings settings, SigmaRules sigma) {
    detector =
        new Detector(
            settings,
            sigma,
            event -> {
              if (event instanceof FindingEvent finding) {
                findings.add(finding);
              }
            });
  }

  /** The next packet, a millisecond later. */
  public Stamp next() {
    packet++;
    nanos += 1_000_000L;
    return new Stamp(packet, nanos);
  }

  /** Nothing happens for a while. */
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  public Trial see(Event... events) {
    for (Event event : events) {
      detector.accept(event);
    }
    return this;
  }

  /** What was raised so far under this id. */
  public List<FindingEvent> raised(String id) {
    return findings.stream()
        .filter(finding -> finding.stage() == Stage.RAISED && finding.id().equals(id))
        .toList();
  }

  /** What is closed under this id at the end. */
  public List<FindingEvent> closed(String id) {
    Stamp at = next();
    see(new CaptureEvent(at, null, List.of(), 0, 0, 0, 0, 0, 0, List.of()));
    return findings.stream()
        .filter(finding -> finding.stage() == Stage.CLOSED && finding.id().equals(id))
        .toList();
  }
}
