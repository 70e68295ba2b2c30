package io.smbscope.detect.impact;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.policy.Decoys;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.util.List;

/** Decoys of the user's that somebody touches. */
public final class Canary implements Detection {
  private static final Rule RULE =
      Rule.of(
          "canary-file",
          "Decoy touched",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1083",
          "A path or share that is configured as a decoy is opened, or its user logs on, whether or"
              + " not the server lets them.",
          "Find out who uses the client, and what else they touched.");

  private final Findings findings;
  private final Decoys decoys;

  public Canary(Settings settings, Findings findings) {
    this.findings = findings;
    this.decoys = settings.policy().decoys();
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    if (!decoys.paths().isEmpty()) {
      on.open(this::open);
      on.pipe(this::open);
      on.openEnd(this::openEnd);
    }
    if (!decoys.shares().isEmpty()) {
      on.tree(this::tree);
    }
    if (!decoys.users().isEmpty()) {
      on.session(this::session);
    }
  }

  private void open(FileEvent file) {
    if (decoys.hasPath(file.share(), file.name())) {
      report(file, file.name(), file.operation());
    }
  }

  /** Something may have been renamed to it, over it. */
  private void openEnd(FileEvent file) {
    if (file.renamedTo() != null && decoys.hasPath(file.share(), file.renamedTo())) {
      report(file, file.renamedTo(), "rename");
    }
  }

  private void report(FileEvent file, String name, String operation) {
    findings.report(
        Seen.in(RULE, file)
            .file(Seen.text(name))
            .value("operation", operation)
            .value("status", file.status()));
  }

  private void tree(TreeEvent tree) {
    if (decoys.hasShare(tree.path())) {
      findings.report(Seen.in(RULE, tree).value("status", tree.status()));
    }
  }

  private void session(SessionEvent session) {
    if (session.identity() == null || session.identity().user() == null) {
      return;
    }
    String domain = session.identity().domain();
    String name = session.identity().user();
    String user = domain == null || domain.isEmpty() ? name : domain + "\\" + name;
    if (decoys.hasUser(user)) {
      findings.report(
          new Sighting(RULE, session.at())
              .flow(session.connections().get(0))
              .client(session.client().ip())
              .server(session.server().ip())
              .user(user)
              .value("status", session.status()));
    }
  }
}
