package io.smbscope.detect.evasion;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** A file's start that is written or read again, with other octets, over one open. */
public final class FileOverlap implements Detection {
  private static final Rule RULE =
      Rule.of(
          "file-overlap",
          "File's start transferred twice, differently",
          Severity.MEDIUM,
          Confidence.LOW,
          "",
          "Over one open the first octets of a file are written again with other values, or read"
              + " again and differ though nothing was written.",
          "See what the file is: by the first version scanners may have taken it for another.");

  private final Findings findings;

  public FileOverlap(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.content(this::content);
  }

  private void content(ContentEvent content) {
    if (content.altered()) {
      findings.report(
          new Sighting(RULE, content.at())
              .between(content.flow().id(), content.flow().client(), content.flow().server())
              .share(content.tree() == null ? null : content.tree().path())
              .file(content.open().name())
              .packet(content.start().packet())
              .packet(content.last().packet())
              .value("direction", content.written() ? "written" : "read")
              .value("octets-again", content.repeated())
              .value("begins-with", content.head()));
    }
  }
}
