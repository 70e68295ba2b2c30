package io.smbscope.detect.exposure;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.NetbiosSession;
import io.smbscope.event.Severity;
import io.smbscope.event.Transport;
import java.util.List;

/** SMB over the NetBIOS session service. RFC 1002 4.3 */
public final class NetbiosSessionService implements Detection {
  private static final Rule RULE =
      Rule.of(
          "netbios-ssn-139",
          "NetBIOS session service in use",
          Severity.LOW,
          Confidence.HIGH,
          "T1021.002",
          "A session request, its answer, or SMB on TCP 139.",
          "Turn NetBIOS over TCP/IP off and close port 139: SMB needs port 445 alone.");

  private final Findings findings;

  public NetbiosSessionService(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
  }

  private void connection(ConnectionEvent connection) {
    NetbiosSession netbios = connection.netbios();
    if (connection.transport() != Transport.NETBIOS_SESSION
        || (netbios == null && connection.dialect() == null)) {
      return;
    }
    Sighting seen =
        new Sighting(RULE, connection.at())
            .between(connection.id(), connection.client(), connection.server());
    if (netbios != null) {
      seen.value("called", netbios.calledName())
          .value("calling", netbios.callingName())
          .value("answer", netbios.result())
          .value("error", netbios.errorCode());
    }
    findings.report(seen);
  }
}
