package io.smbscope.detect.impact;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Patterns;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Many files renamed, replaced or deleted within a short time. */
public final class FileStorm implements Detection {
  private static final String ACT =
      "Take the client off the network at once, and restore the files from where it cannot write.";
  private static final Rule RENAME =
      Rule.of(
              "ransom-rename",
              "Many files renamed to one new suffix",
              Severity.CRITICAL,
              Confidence.HIGH,
              "T1486",
              "One client gives the same new suffix to many files within a minute.",
              ACT)
          .with("files", 30)
          .with("seconds", 60);
  private static final Rule REPLACE =
      Rule.of(
              "ransom-create-delete",
              "Many files replaced by others of one new suffix",
              Severity.CRITICAL,
              Confidence.MEDIUM,
              "T1486",
              "One client makes files of the same new suffix beside others of the same name, and"
                  + " deletes these.",
              ACT)
          .with("files", 30)
          .with("seconds", 60);
  private static final Rule DELETE =
      Rule.of(
              "mass-delete",
              "Many files deleted",
              Severity.HIGH,
              Confidence.LOW,
              "T1485",
              "One client deletes many files of a server within a minute.",
              "Ask the user; restore the files from where the client cannot write.")
          .with("files", 100)
          .with("seconds", 60);

  /** Suffixes that programs give while they work, or to what they keep of old. */
  private static final Set<String> PASSING =
      Set.of(
          "tmp", "temp", "bak", "old", "orig", "part", "partial", "crdownload", "swp", "download");

  private static final int SUFFIXES = 1024;
  private static final int CLIENTS = 1024;
  private static final int NEW_FILES = 256;

  private record Suffix(String client, String server, String suffix) {}

  private final Findings findings;

  /** Suffixes that people give: they pack, convert and rename many files at once too. */
  private static final Patterns ORDINARY = Patterns.of(FileStorm.class, "ordinary-suffixes.txt");

  private final Limit renames;
  private final Limit replacements;
  private final long deletions;
  private final long deleteSeconds;
  private final Distinct<Key, Integer> deleted;

  /** Suffixes of files made lately, by their path without it in lower case. */
  private final Latest<Key, Latest<String, String>> made = new Latest<>(CLIENTS);

  /** How many of one suffix are too many. */
  private final class Limit {
    final Rule rule;
    final long files;
    final long seconds;
    final Distinct<Suffix, Integer> paths;

    Limit(Settings settings, Rule rule) {
      this.rule = rule;
      this.files = settings.number(rule, "files");
      this.seconds = settings.number(rule, "seconds");
      this.paths = new Distinct<>(files, Duration.ofSeconds(seconds), SUFFIXES);
    }

    void add(FileEvent file, String suffix) {
      Suffix key = new Suffix(file.client().ip(), file.server().ip(), suffix);
      int count = paths.add(key, hash(file), file.at());
      if (count >= files) {
        findings.report(
            Seen.in(rule, file)
                .share(null)
                .window(paths.first(key), seconds)
                .value("suffix", Seen.text(suffix))
                .value("files", count)
                .value("example", Seen.path(file)));
      }
    }
  }

  public FileStorm(Settings settings, Findings findings) {
    this.findings = findings;
    this.renames = new Limit(settings, RENAME);
    this.replacements = new Limit(settings, REPLACE);
    this.deletions = settings.number(DELETE, "files");
    this.deleteSeconds = settings.number(DELETE, "seconds");
    this.deleted = new Distinct<>(deletions, Duration.ofSeconds(deleteSeconds), CLIENTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(RENAME, REPLACE, DELETE);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.openEnd(this::openEnd);
  }

  private void open(FileEvent file) {
    if (!Seen.made(file) || file.name() == null) {
      return;
    }
    String suffix = PathNames.extension(file.name());
    if (suffix.isEmpty() || PASSING.contains(suffix) || ORDINARY.matches(suffix)) {
      return;
    }
    made.computeIfAbsent(pair(file), any -> new Latest<>(NEW_FILES))
        .put(path(file, PathNames.withoutExtension(file.name())), suffix);
  }

  private static Key pair(FileEvent file) {
    return Key.of(file.client().ip(), file.server().ip());
  }

  /** One file counts once: programs make, rename and delete the same one again and again. */
  private static int hash(FileEvent file) {
    return 31 * Objects.hashCode(file.share()) + file.name().hashCode();
  }

  private static String path(FileEvent file, String name) {
    return (file.share() + "\\" + name).toLowerCase(Locale.ROOT);
  }

  private void openEnd(FileEvent file) {
    if (file.name() == null) {
      return;
    }
    if (file.renamedTo() != null) {
      String suffix = given(file.name(), file.renamedTo());
      if (suffix != null && !ORDINARY.matches(suffix)) {
        renames.add(file, suffix);
      }
    }
    boolean own = "CREATED".equals(file.action());
    if (file.deleted() != null && !own && succeeded(file)) {
      deleted(file);
    }
  }

  /** SMB1 deletes without an open. */
  private static boolean succeeded(FileEvent file) {
    return file.status() == null || "STATUS_SUCCESS".equals(file.status());
  }

  /** The suffix that the new name has and the old one lacks; null for none, or one that passes. */
  static String given(String name, String renamedTo) {
    String before = PathNames.extension(name);
    String suffix = PathNames.extension(renamedTo);
    String last = PathNames.last(name);
    boolean passing =
        suffix.isEmpty()
            || suffix.equals(before)
            || PASSING.contains(suffix)
            || PASSING.contains(before)
            || last.startsWith("~")
            || last.startsWith(".")
            || suffix.chars().allMatch(Character::isDigit);
    return passing ? null : suffix;
  }

  private void deleted(FileEvent file) {
    Key pair = pair(file);
    int count = deleted.add(pair, hash(file), file.at());
    if (count >= deletions) {
      findings.report(
          Seen.in(DELETE, file)
              .share(null)
              .window(deleted.first(pair), deleteSeconds)
              .value("files", count)
              .value("example", Seen.path(file)));
      deleted.forget(pair);
    }
    Latest<String, String> beside = made.get(pair);
    if (beside == null) {
      return;
    }
    String suffix = beside.get(path(file, file.name()));
    if (suffix == null) {
      suffix = beside.get(path(file, PathNames.withoutExtension(file.name())));
    }
    if (suffix != null && !suffix.equals(PathNames.extension(file.name()))) {
      replacements.add(file, suffix);
    }
  }
}
