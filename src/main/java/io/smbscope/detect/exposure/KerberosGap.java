package io.smbscope.detect.exposure;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Severity;
import io.smbscope.event.TokenEvent;
import java.util.List;
import java.util.Locale;

/** Kerberos that is not used though it could be, or used with RC4. [MS-SPNG] 3.2.5.2, RFC 4757 */
public final class KerberosGap implements Detection {
  private static final Rule NTLM =
      Rule.of(
          "ntlm-not-kerberos",
          "NTLM though the server offers Kerberos",
          Severity.LOW,
          Confidence.HIGH,
          "T1550.002",
          "The server's first token lists Kerberos, and the user logs on with NTLM.",
          "Name the server by its DNS name, not by its address, and see that it has an SPN.");

  private static final Rule RC4 =
      Rule.of(
          "kerberos-rc4-cifs",
          "Kerberos ticket encrypted with RC4",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1558.003",
          "The ticket for the cifs service has encryption type 23 or another of RC4.",
          "Set the server's account to AES only and change its password.");

  private static final int FLOWS = 4096;

  private static final class Flow {
    boolean kerberosOffered;
    String target;
  }

  private final Findings findings;

  /** Connections with NTLM tokens or servers with Kerberos. Their end removes. */
  private final Latest<Long, Flow> flows = new Latest<>(FLOWS);

  public KerberosGap(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(NTLM, RC4);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.token(this::token);
    on.session(this::session);
    on.connectionEnd(connection -> flows.remove(connection.id()));
  }

  private Flow flow(long id) {
    return flows.computeIfAbsent(id, any -> new Flow());
  }

  private void connection(ConnectionEvent connection) {
    if (connection.endReason() == null
        && connection.negotiation() != null
        && connection.negotiation().serverMechanisms().stream()
            .anyMatch(mechanism -> mechanism.endsWith("Kerberos"))) {
      flow(connection.id()).kerberosOffered = true;
    }
  }

  private void token(TokenEvent event) {
    if (!event.rpc() && event.token().ntlm() instanceof AuthenticateMessage message) {
      flow(event.flow().id()).target = message.targetInfo().targetName();
    }
  }

  private void session(SessionEvent session) {
    Identity identity = session.identity();
    if (identity == null || identity.mechanism() == null) {
      return;
    }
    long id = session.connections().get(0);
    if (identity.mechanism().startsWith("NTLM") && session.established() && !session.anonymous()) {
      Flow flow = flows.get(id);
      if (flow != null && flow.kerberosOffered) {
        ntlm(session, id, flow.target);
      }
    } else if (identity.kerberosEncryption() != null
        && identity.kerberosEncryption().startsWith("rc4")
        && identity.kerberosService() != null
        && identity.kerberosService().toLowerCase(Locale.ROOT).startsWith("cifs/")) {
      findings.report(
          new Sighting(RC4, session.at())
              .between(id, session.client(), session.server())
              .value("encryption", identity.kerberosEncryption())
              .value("service", identity.kerberosService())
              .value("realm", identity.kerberosRealm()));
    }
  }

  private void ntlm(SessionEvent session, long id, String target) {
    boolean literal =
        target != null && target.substring(target.indexOf('/') + 1).matches("[0-9.]+|.*:.*:.*");
    findings.report(
        new Sighting(NTLM, session.at())
            .between(id, session.client(), session.server())
            .user(session.identity().user())
            .value("response", session.identity().mechanism())
            .value("target", target)
            .value("why", literal ? "the client names the server by its address" : null));
  }
}
