package io.smbscope.detect.negotiation;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Dialects;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData.ValidateNegotiateRequest;
import io.smbscope.smb.smb2.IoctlData.ValidateNegotiateResponse;
import io.smbscope.smb.smb2.Negotiate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * FSCTL_VALIDATE_NEGOTIATE_INFO, by which client and server find out whether the same NEGOTIATE
 * reached both. [MS-SMB2] 3.2.5.5, 3.3.5.15.12
 */
public final class ValidateNegotiate implements Detection {
  private static final Rule MISMATCH =
      Rule.of(
          "validate-negotiate-mismatch",
          "NEGOTIATE was changed on the way",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1557",
          "VALIDATE_NEGOTIATE_INFO tells other capabilities, GUIDs, security modes or dialects than"
              + " NEGOTIATE did, or the server closes the connection on it.",
          "Look for a host between client and server that answers ARP or NetBIOS names for others.");

  private static final Rule MISSING =
      Rule.of(
          "validate-negotiate-missing",
          "NEGOTIATE was not validated",
          Severity.LOW,
          Confidence.MEDIUM,
          "T1562.010",
          "A client that offers SMB3 agrees to a dialect before 3.1.1 and connects to a share"
              + " without VALIDATE_NEGOTIATE_INFO.",
          "See which program the client runs: those of Windows and Samba validate.");

  private static final Rule AT_311 =
      Rule.of(
          "validate-negotiate-at-311",
          "VALIDATE_NEGOTIATE_INFO in dialect 3.1.1",
          Severity.MEDIUM,
          Confidence.HIGH,
          "",
          "The client sends VALIDATE_NEGOTIATE_INFO though 3.1.1 was agreed, where the"
              + " preauthentication hash has its place.",
          "See which program the client runs; servers must close the connection.");

  private static final long FSCTL_VALIDATE_NEGOTIATE_INFO = 0x0014_0204L;
  private static final int WILDCARD = 0x02FF;
  private static final int FLOWS = 4096;
  private static final long CLOSED_AT_ONCE = Duration.ofSeconds(10).toNanos();
  private static final Set<String> CLOSED = Set.of("fin", "rst");

  private static final class Flow {
    Negotiate.Request request;
    Negotiate.Response response;
    boolean loggedOn;
    boolean tree;
    boolean validated;
    Stamp unanswered;
  }

  private final Findings findings;

  /** Connections by id. Their end removes. */
  private final Latest<Long, Flow> flows = new Latest<>(FLOWS);

  public ValidateNegotiate(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(MISMATCH, MISSING, AT_311);
  }

  @Override
  public void listen(Listeners on) {
    on.smb2(this::command);
    on.session(this::session);
    on.tree(this::tree);
    on.connectionEnd(this::connectionEnd);
  }

  private Flow flow(long id) {
    return flows.computeIfAbsent(id, any -> new Flow());
  }

  private void command(Smb2CommandEvent event) {
    if (event.request() instanceof Negotiate.Request
        || event.response() instanceof Negotiate.Response) {
      negotiate(event);
    } else if (event.request() instanceof Ioctl.Request ioctl
        && ioctl.ctlCode() == FSCTL_VALIDATE_NEGOTIATE_INFO) {
      validate(event, ioctl);
    }
  }

  private void negotiate(Smb2CommandEvent event) {
    Flow flow = flow(event.flow().id());
    if (event.request() instanceof Negotiate.Request request) {
      flow.request = request;
    }
    if (event.response() instanceof Negotiate.Response response
        && response.dialectRevision() != WILDCARD) {
      flow.response = response;
    }
  }

  private void validate(Smb2CommandEvent event, Ioctl.Request ioctl) {
    Flow flow = flow(event.flow().id());
    flow.validated = true;
    if ("3.1.1".equals(event.dialect())) {
      findings.report(sighting(AT_311, event));
      return;
    }
    if (event.responseHeader() == null) {
      flow.unanswered = event.requestAt();
    }
    List<String> differences = new ArrayList<>();
    if (ioctl.input() instanceof ValidateNegotiateRequest said && flow.request != null) {
      Negotiate.Request asked = flow.request;
      compare(differences, "client capabilities", asked.capabilities(), said.capabilities());
      compare(differences, "client GUID", asked.clientGuid(), said.guid());
      compare(differences, "client security mode", asked.securityMode(), said.securityMode());
      compare(differences, "dialects", asked.dialects(), said.dialects());
    }
    if (event.response() instanceof Ioctl.Response answer
        && answer.output() instanceof ValidateNegotiateResponse said
        && flow.response != null) {
      Negotiate.Response told = flow.response;
      compare(differences, "server capabilities", told.capabilities(), said.capabilities());
      compare(differences, "server GUID", told.serverGuid(), said.guid());
      compare(differences, "server security mode", told.securityMode(), said.securityMode());
      compare(differences, "dialect", told.dialectRevision(), said.dialect());
    }
    if (!differences.isEmpty()) {
      findings.report(
          sighting(MISMATCH, event).value("differences", String.join("; ", differences)));
    }
  }

  private static Sighting sighting(Rule rule, Smb2CommandEvent event) {
    return new Sighting(rule, event.at())
        .between(event.flow().id(), event.flow().client(), event.flow().server())
        .packet(event.requestAt().packet())
        .value("dialect", event.dialect());
  }

  private static void compare(List<String> differences, String what, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      differences.add(what + " " + before + " then " + now);
    }
  }

  /** Guests and anonymous users have no key to sign it with. */
  private void session(SessionEvent session) {
    if (session.established() && !session.guest() && !session.anonymous() && !session.inferred()) {
      flow(session.connections().get(0)).loggedOn = true;
    }
  }

  private void tree(TreeEvent tree) {
    Flow flow = flows.get(tree.connection());
    if (flow != null && "STATUS_SUCCESS".equals(tree.status())) {
      flow.tree = true;
    }
  }

  private void connectionEnd(ConnectionEvent connection) {
    Flow flow = flows.remove(connection.id());
    if (flow == null
        || connection.midstream()
        || connection.traffic() == null
        || connection.traffic().missing() > 0
        || connection.traffic().truncated() > 0
        || !CLOSED.contains(connection.endReason())) {
      return;
    }
    if (flow.unanswered != null) {
      if (connection.at().nanos() - flow.unanswered.nanos() <= CLOSED_AT_ONCE) {
        findings.report(
            sighting(MISMATCH, connection)
                .packet(flow.unanswered.packet())
                .value("differences", "the server closed the connection without an answer"));
      }
    } else if (flow.tree && flow.loggedOn && !flow.validated && shouldHave(connection)) {
      findings.report(
          sighting(MISSING, connection)
              .value("dialects", String.join(", ", connection.negotiation().offered())));
    }
  }

  private static boolean shouldHave(ConnectionEvent connection) {
    return connection.encryption().encryptedMessages() == 0
        && connection.negotiation() != null
        && connection.negotiation().offered().stream().anyMatch(Dialects::smb3)
        && Dialects.smb2(connection.dialect())
        && !"3.1.1".equals(connection.dialect());
  }

  private static Sighting sighting(Rule rule, ConnectionEvent connection) {
    return new Sighting(rule, connection.at())
        .between(connection.id(), connection.client(), connection.server())
        .value("dialect", connection.dialect());
  }
}
