package io.smbscope.detect.evasion;

import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.KerberosMessage.KrbError;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.FlowKey;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TokenEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What servers say of time. [MS-SMB2] 2.2.4, [MS-NLMP] 2.2.2.1, [RFC 4120] 7.5.9 */
public final class Clocks implements Detection {
  private static final Rule SKEW =
      Rule.of(
              "time-skew",
              "Server with a wrong clock",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "",
              "The server's time differs from that of the capture, or a logon fails by it.",
              "Set the server's clock by NTP: Kerberos allows five minutes. See that the capturing"
                  + " host's own clock is right.")
          .with("seconds", 300);

  private static final Rule JUST_STARTED =
      Rule.of(
          "start-equals-system-time",
          "Server that starts with each connection",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "T1557.001",
          "ServerStartTime of the NEGOTIATE response equals SystemTime, as in servers made of"
              + " impacket or Responder.",
          "Find out what answers at this address.");

  private static final int KRB_AP_ERR_SKEW = 37;
  private static final String SKEW_AT_CONTROLLER = "STATUS_TIME_DIFFERENCE_AT_DC";

  /** LAN Manager servers tell the local time, in a time zone that is not sure. */
  private static final String NT = "NT ";

  private final Findings findings;
  private final long seconds;

  public Clocks(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(SKEW, "seconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(SKEW, JUST_STARTED);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.token(this::token);
    on.session(this::session);
  }

  private void connection(ConnectionEvent connection) {
    Negotiation negotiation = connection.negotiation();
    if (negotiation == null || connection.dialect() == null || negotiation.serverTime() == null) {
      return;
    }
    boolean digit = Character.isDigit(connection.dialect().charAt(0));
    if (connection.endReason() == null && (digit || connection.dialect().startsWith(NT))) {
      String server = connection.server().ip();
      compare(connection.at(), connection.id(), server, negotiation.serverTime(), "NEGOTIATE");
    }
    if (negotiation.serverTime().equals(negotiation.serverStart())) {
      findings.report(
          new Sighting(JUST_STARTED, connection.at())
              .flow(connection.id())
              .server(connection.server().ip())
              .value("time", negotiation.serverTime()));
    }
  }

  private void token(TokenEvent event) {
    FlowKey flow = event.flow();
    if (event.token().ntlm() instanceof ChallengeMessage challenge
        && challenge.targetInfo().timestamp() != null) {
      Instant told = challenge.targetInfo().timestamp();
      compare(event.seen(), flow.id(), flow.server().ip(), told, "NTLM challenge");
    } else if (event.token().kerberos() instanceof KrbError error
        && error.code() == KRB_AP_ERR_SKEW) {
      findings.report(
          new Sighting(SKEW, event.at())
              .flow(flow.id())
              .server(flow.server().ip())
              .client(flow.client().ip())
              .value("error", error.name())
              .value("server-time", error.serverTime()));
    }
  }

  private void session(SessionEvent session) {
    if (SKEW_AT_CONTROLLER.equals(session.status())) {
      findings.report(
          new Sighting(SKEW, session.at())
              .between(session.connections().get(0), session.client(), session.server())
              .value("error", session.status()));
    }
  }

  private void compare(Stamp at, long flow, String server, Instant told, String where) {
    Instant captured = Instant.ofEpochSecond(0, at.nanos());
    long skew = Duration.between(captured, told).toSeconds();
    if (Math.abs(skew) > seconds) {
      findings.report(
          new Sighting(SKEW, at)
              .flow(flow)
              .server(server)
              .value("server-time", told)
              .value("seconds-ahead", skew)
              .value("told-in", where));
    }
  }
}
