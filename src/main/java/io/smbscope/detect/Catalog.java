package io.smbscope.detect;

import io.smbscope.detect.credential.BruteForce;
import io.smbscope.detect.exposure.GuestSession;
import java.util.List;

/** The one list of detections: a new one is a class and a line here. */
final class Catalog {
  private Catalog() {}

  static List<Detection> detections(Settings settings, Knowledge knowledge, Findings findings) {
    return List.of(new GuestSession(findings), new BruteForce(settings, findings));
  }
}
