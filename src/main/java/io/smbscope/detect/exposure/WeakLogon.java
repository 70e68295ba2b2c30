package io.smbscope.detect.exposure;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.smb.smb1.Negotiate;
import java.util.List;

/** Logons from which a listener gets the password, at once or with little work. [MS-NLMP] 3.3 */
public final class WeakLogon implements Detection {
  private static final Rule LM =
      Rule.of(
          "lm-response",
          "LM response sent",
          Severity.HIGH,
          Confidence.HIGH,
          "T1110.002",
          "The client answers the challenge with a response made from the LM hash.",
          "Set the client to send NTLMv2 responses only, and stop storing LM hashes.");

  private static final Rule NTLMV1 =
      Rule.of(
          "ntlmv1",
          "NTLMv1 response sent",
          Severity.HIGH,
          Confidence.HIGH,
          "T1110.002",
          "The NT response has 24 octets, thus is of NTLMv1, with or without extended session"
              + " security.",
          "Set client and server to NTLMv2 only, or to Kerberos.");

  private static final Rule PLAIN =
      Rule.of(
          "smb1-plaintext-password",
          "Password sent in clear",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1040",
          "The server's SecurityMode asks for no challenge and response, and the client sent the"
              + " password itself.",
          "Turn encrypted passwords on at the server, and change the password of this user.");

  private static final Rule SHARE_LEVEL =
      Rule.of(
          "smb1-share-level",
          "Server with share-level access control",
          Severity.HIGH,
          Confidence.HIGH,
          "T1078",
          "SecurityMode of the SMB1 NEGOTIATE response lacks user-level access control.",
          "Replace the server, or set it to user-level security: it has no users at all.");

  private static final int USER_LEVEL = 1;
  private static final int LANMAN_RESPONSE = 13;
  private static final int NO_DIALECT = 0xFFFF;

  private final Findings findings;

  public WeakLogon(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(LM, NTLMV1, PLAIN, SHARE_LEVEL);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
    on.token(this::token);
    on.smb1(this::smb1);
  }

  /** What was sent is known to whoever listened, whether or not the logon succeeded. */
  private void session(SessionEvent session) {
    Identity identity = session.identity();
    if (identity == null || identity.mechanism() == null) {
      return;
    }
    long flow = session.connections().get(0);
    String mechanism = identity.mechanism();
    if (mechanism.equals("plain-text")) {
      logon(PLAIN, session.at(), flow, session.client(), session.server(), identity.user(), null);
      return;
    }
    boolean v1 =
        mechanism.equals(NtlmResponse.NTLMV1.label())
            || mechanism.equals(NtlmResponse.NTLMV1_ESS.label());
    if (v1) {
      logon(
          NTLMV1,
          session.at(),
          flow,
          session.client(),
          session.server(),
          identity.user(),
          mechanism);
    }
    if (identity.lmResponse() || mechanism.equals(NtlmResponse.LM.label())) {
      logon(LM, session.at(), flow, session.client(), session.server(), identity.user(), mechanism);
    }
  }

  /** Those of binds; those of sessions are told by these. */
  private void token(TokenEvent event) {
    if (event.rpc() && event.token().ntlm() instanceof AuthenticateMessage message) {
      FlowKey flow = event.flow();
      NtlmResponse response = message.response();
      if (response == NtlmResponse.NTLMV1 || response == NtlmResponse.NTLMV1_ESS) {
        logon(
            NTLMV1,
            event.at(),
            flow.id(),
            flow.client(),
            flow.server(),
            message.user(),
            response.label());
      }
      if (message.lmHashUsed()) {
        logon(
            LM,
            event.at(),
            flow.id(),
            flow.client(),
            flow.server(),
            message.user(),
            response.label());
      }
    }
  }

  private void logon(
      Rule rule,
      Stamp at,
      long flow,
      Endpoint client,
      Endpoint server,
      String user,
      String mechanism) {
    findings.report(
        new Sighting(rule, at)
            .between(flow, client, server)
            .user(user)
            .value("response", mechanism));
  }

  private void smb1(Smb1CommandEvent event) {
    if (event.steps().get(0).response() instanceof Negotiate.Response response
        && response.wordCount() >= LANMAN_RESPONSE
        && response.dialectIndex() != NO_DIALECT
        && (response.securityMode() & USER_LEVEL) == 0) {
      findings.report(
          new Sighting(SHARE_LEVEL, event.at())
              .flow(event.flow().id())
              .server(event.flow().server().ip())
              .value("security-mode", response.securityMode()));
    }
  }
}
