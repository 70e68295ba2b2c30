package io.smbscope.detect.policy;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import java.util.List;

/**
 * Who reads and changes files at sensitive paths: one finding for each user, client and share. Of
 * paths that all read, as policies, a change is worth more.
 */
public final class SensitiveAccess implements Detection {
  private static final Rule READ =
      Rule.of(
          "sensitive-read",
          "Sensitive file read",
          Severity.LOW,
          Confidence.HIGH,
          "T1039",
          "Octets of a file at a sensitive path are read by a user that is not listed for it.",
          "When this user may, add it to the path's users in smbscope.yaml; else take the right away.");

  private static final Rule WRITE =
      Rule.of(
          "sensitive-write",
          "Sensitive file changed",
          Severity.LOW,
          Confidence.HIGH,
          "T1565.001",
          "A file at a sensitive path is made, written, renamed or deleted by a user that is not listed for it.",
          "When this user may, add it to the path's users in smbscope.yaml; else take the right away.");

  private final Findings findings;
  private final List<SensitivePaths> kinds;
  private final PathFilter filter;

  public SensitiveAccess(Settings settings, Findings findings) {
    this.findings = findings;
    this.kinds = settings.policy().sensitive();
    this.filter = new PathFilter(kinds.stream().flatMap(kind -> kind.paths().stream()).toList());
  }

  @Override
  public List<Rule> rules() {
    return List.of(READ, WRITE);
  }

  @Override
  public void listen(Listeners on) {
    if (!kinds.isEmpty()) {
      on.openEnd(this::open);
    }
  }

  private void open(FileEvent event) {
    boolean changed = changed(event);
    boolean read = event.bytesRead() > 0;
    if ((!changed && !read)
        || event.name() == null
        || "refused".equals(event.end())
        || !succeeded(event.status())) {
      return;
    }
    String name = event.name();
    SensitivePaths kind = kind(event.share(), name);
    if (kind == null && event.renamedTo() != null) {
      name = event.renamedTo();
      kind = kind(event.share(), name);
    }
    if (kind == null || Users.any(kind.users(), event.user())) {
      return;
    }
    if (read && kind.reads()) {
      findings.report(sighting(READ, event, kind, name).value("octets", event.bytesRead()));
    }
    if (changed) {
      Sighting sighting = sighting(WRITE, event, kind, name).value("octets", event.bytesWritten());
      findings.report(kind.reads() ? sighting : sighting.severity(Severity.MEDIUM));
    }
  }

  private SensitivePaths kind(String share, String name) {
    return filter.mayMatch(share, name)
        ? SensitivePaths.of(kinds, PathPattern.path(share, name))
        : null;
  }

  private static boolean succeeded(String status) {
    return status == null || "STATUS_SUCCESS".equals(status);
  }

  private static boolean changed(FileEvent event) {
    return event.bytesWritten() > 0
        || event.renamedTo() != null
        || event.deleted() != null
        || "CREATED".equals(event.action())
        || "OVERWRITTEN".equals(event.action())
        || "SUPERSEDED".equals(event.action());
  }

  private static Sighting sighting(Rule rule, FileEvent event, SensitivePaths kind, String name) {
    return new Sighting(rule, event.at())
        .flow(event.connection())
        .client(event.client().ip())
        .server(event.server().ip())
        .user(event.user())
        .share(event.share())
        .value("kind", kind.name())
        .value("file", name);
  }
}
