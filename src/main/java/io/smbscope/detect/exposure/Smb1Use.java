package io.smbscope.detect.exposure;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Dialects;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** Who speaks, offers or knows nothing but SMB1. [MS-CIFS] 2.2.4.52, [MS-SMB2] 3.3.5.3 */
public final class Smb1Use implements Detection {
  private static final Rule NEGOTIATED =
      Rule.of(
          "smb1-negotiated",
          "SMB1 in use",
          Severity.HIGH,
          Confidence.HIGH,
          "T1210",
          "The server agreed to a dialect of SMB1, or both speak it.",
          "Turn SMB1 off on the server, and update or replace the client if it has nothing else.");

  private static final Rule OFFERED =
      Rule.of(
          "smb1-offered",
          "SMB1 offered",
          Severity.LOW,
          Confidence.HIGH,
          "T1562.010",
          "The client's NEGOTIATE offers NT LM 0.12 or a dialect before it.",
          "Turn SMB1 off on the client, so that nobody can talk it down.");

  private static final Rule ONLY =
      Rule.of(
          "smb1-only-client",
          "Client that speaks SMB1 alone",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1210",
          "The client's NEGOTIATE offers dialects of SMB1 and none of SMB2.",
          "Update or replace the client: it is lost as soon as servers turn SMB1 off.");

  private final Findings findings;

  public Smb1Use(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(NEGOTIATED, OFFERED, ONLY);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
  }

  private void connection(ConnectionEvent connection) {
    if (Dialects.smb1(connection.dialect())) {
      findings.report(
          new Sighting(NEGOTIATED, connection.at())
              .between(connection.id(), connection.client(), connection.server())
              .value("dialect", connection.dialect()));
    }
    if (connection.negotiation() == null) {
      return;
    }
    List<String> offered = connection.negotiation().offered();
    if (offered.stream().noneMatch(Dialects::smb1)) {
      return;
    }
    offered(OFFERED, connection);
    if (offered.stream().noneMatch(Dialects::offersSmb2)) {
      offered(ONLY, connection);
    }
  }

  /** What a client offers it offers to every server. */
  private void offered(Rule rule, ConnectionEvent connection) {
    findings.report(
        new Sighting(rule, connection.at())
            .flow(connection.id())
            .client(connection.client().ip())
            .value("dialects", String.join(", ", connection.negotiation().offered()))
            .value("os", connection.negotiation().clientOs()));
  }
}
