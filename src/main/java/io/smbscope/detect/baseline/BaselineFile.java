package io.smbscope.detect.baseline;

import io.smbscope.detect.baseline.Baseline.Pair;
import io.smbscope.detect.config.TextFile;
import io.smbscope.detect.config.YamlText;
import io.smbscope.detect.config.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A baseline as YAML: sorted, so that two of them can be compared line by line. */
public final class BaselineFile {
  private static final String HEAD =
      """
      # What is normal on this network, as smbscope learned it (--learn). Each entry is one client at one server:
      # the users it logs on as, the shares and pipes it opens, the dialects and the protection of its sessions.
      # With --baseline FILE, what is not here is a finding. Entries can be added, changed and removed by hand.
      """;

  private BaselineFile() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException it cannot be read, or something is wrong; says where and what
   */
  public static Baseline read(Path file) {
    return of(file.toString(), TextFile.read(file));
  }

  /** An empty one when there is no such file. */
  static Baseline readIfPresent(Path file) {
    return Files.exists(file) ? read(file) : new Baseline(file.toString());
  }

  static Baseline of(String file, String text) {
    Baseline baseline = new Baseline(file);
    YamlValue root = YamlValue.of(file, text);
    if (root == null) {
      return baseline;
    }
    Map<String, YamlValue> keys = root.keys("from", "to", "normal");
    for (String key : List.of("from", "to")) {
      if (keys.containsKey(key)) {
        baseline.learnedAt(keys.get(key).made(BaselineFile::time));
      }
    }
    if (keys.containsKey("normal")) {
      keys.get("normal").items().forEach(item -> entry(baseline, item));
    }
    return baseline;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time as 2026-01-31T12:00:00Z: '" + text + "'", e);
    }
  }

  private static void entry(Baseline baseline, YamlValue item) {
    List<String> known = new ArrayList<>(List.of("client", "server"));
    known.addAll(new Habits().lists().keySet());
    Map<String, YamlValue> keys = item.keys(known);
    if (!keys.containsKey("client") || !keys.containsKey("server")) {
      throw item.wrong("an entry needs client and server");
    }
    Habits habits = baseline.learn(keys.get("client").text(), keys.get("server").text());
    if (habits == null) {
      throw item.wrong("more than " + Baseline.PAIRS + " entries");
    }
    habits
        .lists()
        .forEach(
            (name, texts) -> {
              if (keys.containsKey(name)) {
                keys.get(name).items().forEach(text -> Habits.add(texts, text.text()));
              }
            });
  }

  /** Writes one in place of what is there, all or nothing. */
  static void write(Baseline baseline, Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(beside, text(baseline));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static String text(Baseline baseline) {
    StringBuilder out = new StringBuilder(HEAD);
    if (baseline.leftOut() > 0) {
      out.append("# There was no room for more than ")
          .append(Baseline.PAIRS)
          .append(" entries: clients that are not here are not told of.\n");
    }
    if (baseline.from() != null) {
      out.append("from: ").append(baseline.from()).append('\n');
      out.append("to: ").append(baseline.to()).append('\n');
    }
    out.append(baseline.isEmpty() ? "normal: []\n" : "normal:\n");
    for (Pair pair : baseline.inOrder()) {
      out.append("  - client: ").append(YamlText.of(pair.client())).append('\n');
      out.append("    server: ").append(YamlText.of(pair.server())).append('\n');
      for (Map.Entry<String, Set<String>> list :
          baseline.habits(pair.client(), pair.server()).lists().entrySet()) {
        if (!list.getValue().isEmpty()) {
          out.append("    ").append(list.getKey()).append(':');
          out.append(YamlText.list(list.getValue(), "      ")).append('\n');
        }
      }
    }
    return out.toString();
  }
}
