package io.smbscope.detect.impact;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Patterns;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Names that ransomware gives to files and to its demands. */
public final class RansomNames implements Detection {
  private static final String ACT =
      "Take the client off the network at once, and restore the files from where it cannot write.";
  private static final Rule SUFFIX =
      Rule.of(
              "ransom-ext",
              "File with a suffix of ransomware",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1486",
              "A file is made with, or renamed to, a suffix that ransomware gives; of suffixes that"
                  + " others give too, several are.",
              ACT)
          .with("files", 5)
          .with("seconds", 600);
  private static final Rule NOTE =
      Rule.of(
              "ransom-note",
              "Demand of ransomware",
              Severity.CRITICAL,
              Confidence.MEDIUM,
              "T1486",
              "A file with the name of a demand for ransom is written, the same in several folders.",
              ACT)
          .with("folders", 3)
          .with("seconds", 600);

  private static final int KEYS = 4096;

  private record Suffix(String client, String server, String suffix) {}

  private record Note(String client, String server, String name, long size) {}

  private final Findings findings;
  private static final Patterns SURE = Patterns.of(RansomNames.class, "ransom-suffixes.txt");
  private static final Patterns LIKELY =
      Patterns.of(RansomNames.class, "ransom-suffixes-likely.txt");
  private static final Patterns NOTES = Patterns.of(RansomNames.class, "ransom-notes.txt");
  private static final Patterns LIKELY_NOTES =
      Patterns.of(RansomNames.class, "ransom-notes-likely.txt");
  private final long files;
  private final long fileSeconds;
  private final Rate<Suffix> suffixes;
  private final long folders;
  private final long folderSeconds;
  private final Distinct<Note, String> places;

  public RansomNames(Settings settings, Findings findings) {
    this.findings = findings;
    this.files = settings.number(SUFFIX, "files");
    this.fileSeconds = settings.number(SUFFIX, "seconds");
    this.suffixes = new Rate<>(files, Duration.ofSeconds(fileSeconds), KEYS);
    this.folders = settings.number(NOTE, "folders");
    this.folderSeconds = settings.number(NOTE, "seconds");
    this.places = new Distinct<>(folders, Duration.ofSeconds(folderSeconds), KEYS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(SUFFIX, NOTE);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.openEnd(this::openEnd);
  }

  private void open(FileEvent file) {
    if (Seen.made(file) && file.name() != null) {
      suffix(file, file.name());
    }
  }

  private void suffix(FileEvent file, String name) {
    String suffix = PathNames.extension(name);
    if (suffix.isEmpty()) {
      return;
    }
    boolean isSure = SURE.matches(suffix);
    if (!isSure && !LIKELY.matches(suffix)) {
      return;
    }
    Suffix key = new Suffix(file.client().ip(), file.server().ip(), suffix);
    int count = suffixes.add(key, file.at());
    if (isSure || count >= files) {
      findings.report(
          Seen.in(SUFFIX, file)
              .window(suffixes.first(key, count), fileSeconds)
              .value("suffix", suffix)
              .value("example", Seen.text(name)));
    }
  }

  private void openEnd(FileEvent file) {
    if (file.name() == null) {
      return;
    }
    if (file.renamedTo() != null) {
      suffix(file, file.renamedTo());
    }
    if (file.bytesWritten() == 0) {
      return;
    }
    String last = PathNames.last(file.name());
    boolean isNote = NOTES.matches(last);
    if (isNote || LIKELY_NOTES.matches(last)) {
      note(file, last, isNote);
    }
  }

  private void note(FileEvent file, String last, boolean isNote) {
    String client = file.client().ip();
    Note key =
        new Note(client, file.server().ip(), last.toLowerCase(Locale.ROOT), file.bytesWritten());
    String folder = file.share() + "\\" + PathNames.folder(file.name());
    int count = places.add(key, folder, file.at());
    if (count >= folders) {
      findings.report(
          Seen.in(NOTE, file)
              .share(null)
              .file(Seen.text(last))
              .window(places.first(key), folderSeconds)
              .value("folders", count)
              .value("example", Seen.text(folder)));
    } else if (isNote) {
      findings.report(
          Seen.in(NOTE, file)
              .severity(Severity.HIGH)
              .packet(file.start().packet())
              .value("example", Seen.path(file)));
    }
  }
}
