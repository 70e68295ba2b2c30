package io.smbscope.detect.sigma;

import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rules that tests write. */
final class Rules {
  private Rules() {}

  /** A rule called {@code test} for a log; the detection is indented by itself. */
  static String rule(String service, String detection) {
    return String.join(
            "\n",
            "title: Test",
            "id: test",
            "logsource:",
            "  product: zeek",
            "  service: " + service,
            "detection:")
        + "\n"
        + detection.indent(2);
  }

  /** Of one file, with one or more documents. */
  static SigmaRules load(String text) throws SigmaErrors {
    try {
      Path file = Files.createTempFile("rules", ".yml");
      try {
        Files.writeString(file, text);
        return SigmaRules.load(List.of(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trial trial(String text) throws SigmaErrors {
    return new Trial(Settings.DEFAULT, load(text));
  }

  /** What is wrong with a file, without its name. */
  static List<String> errors(String text) {
    try {
      load(text);
      return List.of();
    } catch (SigmaErrors e) {
      return e.lines().stream()
          .map(line -> line.replaceFirst("^.*?rules[^/]*\\.yml:", ""))
          .toList();
    }
  }
}
