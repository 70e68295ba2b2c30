package io.smbscope.detect;

import io.smbscope.detect.credential.BruteForce;
import io.smbscope.detect.exposure.GuestSession;
import java.util.List;

/** The one list of detections: a new one is a class and a line here. */
public final class Catalog {
  private Catalog() {}

  /** What all detections look for, in the order of the list. */
  public static List<Rule> rules() {
    Findings none = new Findings(Settings.DEFAULT, event -> {});
    Knowledge knowledge = new Knowledge(Settings.DEFAULT, new Listeners());
    return detections(Settings.DEFAULT, knowledge, none).stream()
        .flatMap(detection -> detection.rules().stream())
        .toList();
  }

  static List<Detection> detections(Settings settings, Knowledge knowledge, Findings findings) {
    return List.of(new GuestSession(findings), new BruteForce(settings, findings));
  }
}
