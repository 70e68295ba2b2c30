package io.smbscope.detect.exposure;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Networks;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** SMB from and to addresses outside. */
public final class PublicAddress implements Detection {
  private static final Rule INBOUND =
      Rule.of(
          "smb-public-inbound",
          "SMB from outside",
          Severity.HIGH,
          Confidence.HIGH,
          "T1133",
          "A client with a public address exchanges SMB messages with a server inside.",
          "Close ports 445 and 139 at the border; let users in by VPN.");

  private static final Rule OUTBOUND =
      Rule.of(
          "smb-public-outbound",
          "SMB to the outside",
          Severity.HIGH,
          Confidence.HIGH,
          "T1187",
          "A client inside opens a connection to port 445 or 139 of a public address; worse when it"
              + " logs on there.",
          "Close ports 445 and 139 to the outside at the border; if a user's response left, have"
              + " the password changed.");

  private final Networks networks;
  private final Findings findings;

  public PublicAddress(Knowledge knowledge, Findings findings) {
    this.networks = knowledge.networks();
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(INBOUND, OUTBOUND);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.session(this::session);
  }

  private void connection(ConnectionEvent connection) {
    boolean clientInside = networks.inside(connection.client().ip());
    boolean serverInside = networks.inside(connection.server().ip());
    boolean answered = connection.dialect() != null || connection.negotiation() != null;
    if (!clientInside && serverInside && answered) {
      findings.report(
          new Sighting(INBOUND, connection.at())
              .between(connection.id(), connection.client(), connection.server())
              .value("port", connection.server().port())
              .value("dialect", connection.dialect()));
    } else if (clientInside && !serverInside) {
      Sighting seen =
          new Sighting(OUTBOUND, connection.at())
              .flow(connection.id())
              .client(connection.client().ip())
              .value("port", connection.server().port());
      findings.report(
          answered
              ? seen.server(connection.server().ip()).value("dialect", connection.dialect())
              : seen.severity(Severity.MEDIUM)
                  .value("server", connection.server().ip())
                  .value("answered", false));
    }
  }

  /** What proves the password has left. */
  private void session(SessionEvent session) {
    if (session.identity() == null
        || session.identity().mechanism() == null
        || session.identity().user() == null
        || session.identity().user().isEmpty()
        || networks.inside(session.server().ip())
        || !networks.inside(session.client().ip())) {
      return;
    }
    findings.report(
        new Sighting(OUTBOUND, session.at())
            .between(session.connections().get(0), session.client(), session.server())
            .user(session.identity().user())
            .severity(Severity.CRITICAL)
            .value("response", session.identity().mechanism())
            .value("status", session.status()));
  }
}
