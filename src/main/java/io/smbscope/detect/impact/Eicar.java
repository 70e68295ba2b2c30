package io.smbscope.detect.impact;

import io.smbscope.detect.Detection;
import io.smbscope.detect.FileHead;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.event.Confidence;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** The file by which antivirus programs are tried. */
public final class Eicar implements Detection {
  private static final Rule RULE =
      Rule.of(
          "antivirus-eicar",
          "Antivirus test file",
          Severity.INFO,
          Confidence.HIGH,
          "",
          "A file that is read or written begins as the test file of EICAR.",
          "Nothing, if somebody tries the antivirus program; else ask who does.");

  private final Findings findings;

  public Eicar(Findings findings) {
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
    if (FileHead.eicar(content.head())) {
      findings.report(
          Seen.in(RULE, content.at(), content.flow())
              .share(content.tree() == null ? null : content.tree().path())
              .file(content.open() == null ? null : Seen.text(content.open().name()))
              .packet(content.start().packet())
              .value("written", content.written() ? "yes" : "no"));
    }
  }
}
