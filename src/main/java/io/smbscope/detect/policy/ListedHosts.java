package io.smbscope.detect.policy;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Severity;
import java.util.List;

/** SMB of those who are on the block list, or are not on the allow list. */
public final class ListedHosts implements Detection {
  private static final Rule BLOCKED =
      Rule.of(
          "smb-blocked",
          "SMB of somebody blocked",
          Severity.HIGH,
          Confidence.HIGH,
          "T1021.002",
          "An address of the block list sends or is sent packets on SMB's ports, or one of its users logs on.",
          "Cut the host off or lock the account, and look at what it did.");

  private static final Rule NOT_ALLOWED =
      Rule.of(
          "smb-not-allowed",
          "SMB of somebody not allowed",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1021.002",
          "There is an allow list, and a client that connects or a user that logs on is not on it.",
          "Find out who it is, and block it or add it to the list.");

  private final Findings findings;
  private final AccessList block;
  private final AccessList allow;

  public ListedHosts(Settings settings, Findings findings) {
    this.findings = findings;
    this.block = settings.policy().block();
    this.allow = settings.policy().allow();
  }

  @Override
  public List<Rule> rules() {
    return List.of(BLOCKED, NOT_ALLOWED);
  }

  @Override
  public void listen(Listeners on) {
    if (!block.addresses().isEmpty() || !allow.addresses().isEmpty()) {
      on.flowStart(this::flow);
    }
    if (!block.users().isEmpty() || !allow.users().isEmpty()) {
      on.session(this::session);
    }
  }

  private void flow(FlowStartEvent event) {
    FlowKey flow = event.flow();
    String client = flow.client().ip();
    String server = flow.server().ip();
    boolean clientBlocked = block.hasAddress(client);
    if (clientBlocked || block.hasAddress(server)) {
      findings.report(sighting(BLOCKED, event).value("blocked", clientBlocked ? client : server));
    } else if (flow.tcp() && !allow.addresses().isEmpty() && !allow.hasAddress(client)) {
      findings.report(sighting(NOT_ALLOWED, event));
    }
  }

  private static Sighting sighting(Rule rule, FlowStartEvent event) {
    FlowKey flow = event.flow();
    return new Sighting(rule, event.at())
        .flow(flow.id())
        .client(flow.client().ip())
        .server(flow.server().ip())
        .value("port", flow.server().port());
  }

  private void session(SessionEvent event) {
    Identity identity = event.identity();
    if (identity == null || identity.user() == null || identity.user().isEmpty()) {
      return;
    }
    String domain = identity.domain();
    String user =
        domain == null || domain.isEmpty() ? identity.user() : domain + "\\" + identity.user();
    if (block.hasUser(user)) {
      findings.report(sighting(BLOCKED, event, user).value("blocked", user));
    } else if (event.established() && !allow.users().isEmpty() && !allow.hasUser(user)) {
      findings.report(sighting(NOT_ALLOWED, event, user));
    }
  }

  private static Sighting sighting(Rule rule, SessionEvent event, String user) {
    return new Sighting(rule, event.at())
        .flow(event.connections().isEmpty() ? 0 : event.connections().get(0))
        .client(event.client().ip())
        .server(event.server().ip())
        .user(user)
        .value("status", event.status());
  }
}
