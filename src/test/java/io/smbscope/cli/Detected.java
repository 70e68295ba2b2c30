package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.capture.CaptureFiles;
import io.smbscope.detect.Detector;
import io.smbscope.detect.Settings;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.net.Ports;
import io.smbscope.session.Tracker;
import io.smbscope.session.Wanted;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is found in captures. */
public final class Detected {
  private Detected() {}

  /** Findings as they are closed, all counted, in the order they were first seen. */
  public static List<FindingEvent> in(Settings settings, Path... captures) throws Exception {
    return in(settings, SigmaRules.NONE, captures);
  }

  /** With rules of the user's. */
  public static List<FindingEvent> in(Settings settings, SigmaRules sigma, Path... captures)
      throws Exception {
    List<FindingEvent> closed = new ArrayList<>();
    Detector detector =
        new Detector(
            settings,
            sigma,
            event -> {
              if (event instanceof FindingEvent finding && finding.stage() == Stage.CLOSED) {
                closed.add(finding);
              }
            });
    Wanted wanted = Wanted.NOTHING.andDetections();
    Tracker tracker = new Tracker(Limits.DEFAULT, wanted, detector::accept);
    List<String> files = List.of(captures).stream().map(Path::toString).toList();
    try (CaptureFiles source = CaptureFiles.of(files, InputStream.nullInputStream());
        Pipeline pipeline =
            new Pipeline(source, Ports.withTcp(List.of()), Limits.DEFAULT, wanted.contents(), 1)) {
      pipeline.run(tracker, at -> {}, () -> {});
      tracker.end();
      detector.accept(Captured.event(files, source.tally(), pipeline.stats(), List.of()));
    }
    return closed;
  }

  /** The same by detections' ids, with nothing configured. */
  public static List<String> idsIn(Path... captures) throws Exception {
    return in(Settings.DEFAULT, captures).stream().map(FindingEvent::id).distinct().toList();
  }
}
