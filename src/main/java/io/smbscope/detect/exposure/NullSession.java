package io.smbscope.detect.exposure;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sessions without a user, and what these reach. [MS-SMB2] 2.2.6, [MS-NLMP] 3.2.5.1.2 */
public final class NullSession implements Detection {
  private static final Rule SESSION =
      Rule.of(
          "null-session",
          "Anonymous session",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1087",
          "SESSION_SETUP succeeds without a user, or the server calls the session a null session.",
          "Restrict anonymous access on the server.");

  private static final Rule PIPE =
      Rule.of(
          "null-session-pipe",
          "Anonymous access to a named pipe",
          Severity.HIGH,
          Confidence.HIGH,
          "T1087.002",
          "In an anonymous session a pipe of an RPC service is opened.",
          "Take the pipe from the list that anonymous users may open, and restrict what SAMR and"
              + " LSARPC tell them.");

  private static final Set<String> PIPES =
      Set.of("lsarpc", "samr", "srvsvc", "netlogon", "spoolss", "browser", "wkssvc", "winreg");

  private static final int SESSIONS = 4096;

  private final Findings findings;

  /** Anonymous sessions that stand. Their beginning adds, their end removes. */
  private final Latest<Key, Boolean> anonymous = new Latest<>(SESSIONS);

  public NullSession(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(SESSION, PIPE);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
    on.sessionEnd(
        session -> session.connections().forEach(id -> anonymous.remove(key(id, session))));
    on.pipe(this::pipe);
  }

  private static Key key(long connection, SessionEvent session) {
    return Key.of(connection, session.id());
  }

  private void session(SessionEvent session) {
    if (!session.established() || !session.anonymous()) {
      return;
    }
    long connection = session.connections().get(0);
    anonymous.put(key(connection, session), true);
    findings.report(
        new Sighting(SESSION, session.at())
            .between(connection, session.client(), session.server())
            .value("dialect", session.dialect())
            .value("also-guest", session.guest() ? true : null));
  }

  private void pipe(FileEvent open) {
    if (anonymous.size() == 0
        || !"STATUS_SUCCESS".equals(open.status())
        || anonymous.get(Key.of(open.connection(), open.session())) == null) {
      return;
    }
    String name = open.name() == null ? "" : open.name();
    String pipe = name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
    if (PIPES.contains(pipe)) {
      findings.report(
          new Sighting(PIPE, open.at())
              .between(open.connection(), open.client(), open.server())
              .pipe(pipe)
              .value("dialect", open.dialect()));
    }
  }
}
