package io.smbscope.cli;

import io.smbscope.detect.Detector;
import io.smbscope.detect.Settings;
import io.smbscope.detect.sigma.SigmaRules;
import java.util.List;
import java.util.Set;

/**
 * What takes a while and is needed later, begun while the command line is read, for which one
 * processor is enough.
 */
final class Ahead {
  private static final Set<String> DETECTING = Set.of("analyze", "live");

  private Ahead() {}

  /** Loads the classes of detections, if some are likely to be wanted. */
  static void begin(String... arguments) {
    List<String> words = List.of(arguments);
    if (words.isEmpty()
        || !DETECTING.contains(words.get(0))
        || words.contains(OutputOptions.NO_DETECT)) {
      return;
    }
    Thread thread =
        new Thread(
            () -> new Detector(Settings.DEFAULT, SigmaRules.NONE, finding -> {}), "detections");
    thread.setDaemon(true);
    thread.start();
  }
}
