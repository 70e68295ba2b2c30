package io.smbscope.detect.exposure;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** SMB2_SESSION_FLAG_IS_GUEST, [MS-SMB2] 2.2.6; SMB1 Action bit 0, [MS-CIFS] 2.2.4.53.2. */
public final class GuestSession implements Detection {
  private static final Rule RULE =
      Rule.of(
          "guest-session",
          "Session as guest",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1078.001",
          "The server says in its SESSION_SETUP response that the user is a guest.",
          "Turn the guest account off: its sessions are neither authenticated nor signed.");

  private final Findings findings;

  public GuestSession(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
  }

  private void session(SessionEvent session) {
    if (session.established() && session.guest()) {
      findings.report(
          new Sighting(RULE, session.at())
              .flow(session.connections().get(0))
              .client(session.client().ip())
              .server(session.server().ip())
              .user(session.identity() == null ? null : session.identity().user())
              .value("dialect", session.dialect()));
    }
  }
}
