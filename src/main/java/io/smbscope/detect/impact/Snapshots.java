package io.smbscope.detect.impact;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** Former versions of files, which somebody tries to do away with. [MS-SMB2] 3.3.5.15.1 */
public final class Snapshots implements Detection {
  private static final Rule RULE =
      Rule.of(
          "vss-tamper",
          "Former version of a file attacked",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1490",
          "A path with @GMT-, or one in the folder of shadow copies, is deleted, renamed, written or"
              + " opened to be deleted.",
          "Look at what the client does to other files, and keep backups where it cannot write.");

  private static final String TOKEN = "@GMT-";
  private static final String FOLDER = "System Volume Information\\";
  private static final long DELETE = 0x0001_0000L;

  private final Findings findings;

  public Snapshots(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.openEnd(this::openEnd);
  }

  private void openEnd(FileEvent file) {
    String name = file.name();
    if (name == null || (!name.contains(TOKEN) && !name.contains(FOLDER))) {
      return;
    }
    boolean toDelete = file.desiredAccess() != null && (file.desiredAccess() & DELETE) != 0;
    String what =
        file.deleted() != null || "delete".equals(file.operation())
            ? "deleted"
            : file.renamedTo() != null || "rename".equals(file.operation())
                ? "renamed"
                : file.bytesWritten() > 0 ? "written" : toDelete ? "opened to be deleted" : null;
    if (what != null) {
      findings.report(
          Seen.in(RULE, file)
              .packet(file.start().packet())
              .value("seen", what)
              .value("file", Seen.text(name))
              .value("status", file.status()));
    }
  }
}
