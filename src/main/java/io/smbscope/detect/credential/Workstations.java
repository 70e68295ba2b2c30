package io.smbscope.detect.credential;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The name that a client gives itself in NTLM's AUTHENTICATE message. [MS-NLMP] 2.2.1.3 */
public final class Workstations implements Detection {
  private static final Rule RULE =
      Rule.of(
          "impossible-workstation",
          "Client with a name not its own",
          Severity.MEDIUM,
          Confidence.LOW,
          "T1550.002",
          "The workstation that NTLM names is none, one that tools make up, or another host's.",
          "Find out what runs on the client: Windows names itself.");

  /** Made up by tools, as Sigma's rule for failed NTLM logons lists them. */
  private static final Set<String> OF_TOOLS =
      Set.of(
          "RDESKTOP",
          "REMMINA",
          "FREERDP",
          "WINDOWS7",
          "WINDOWS8",
          "WINDOWS2012",
          "WINDOWS2016",
          "WINDOWS2019");

  /** Longest NetBIOS name, to which longer names of hosts are cut. */
  private static final int NETBIOS_NAME = 15;

  private final Knowledge knowledge;
  private final Findings findings;

  public Workstations(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
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
    if (Failures.user(session) == null
        || session.identity().workstation() == null
        || session.identity().mechanism() == null
        || !session.identity().mechanism().startsWith("NTLM")) {
      return;
    }
    String name = session.identity().workstation().toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      // Some clients that are no tools name none either.
      report(session, Severity.LOW, "none");
    } else if (OF_TOOLS.contains(name)) {
      report(session, Severity.MEDIUM, "of a tool");
    } else {
      Set<String> known = knowledge.hosts().names(session.client().ip());
      if (!known.isEmpty() && !names(known, name)) {
        report(session, Severity.MEDIUM, "known as " + String.join(" ", known));
      }
    }
  }

  private static boolean names(Set<String> known, String name) {
    String own = cut(name);
    return known.stream().anyMatch(one -> cut(one).equals(own));
  }

  /** Without domain, and as long as NetBIOS allows. */
  private static String cut(String name) {
    int dot = name.indexOf('.');
    String host = dot < 0 ? name : name.substring(0, dot);
    return host.length() > NETBIOS_NAME ? host.substring(0, NETBIOS_NAME) : host;
  }

  private void report(SessionEvent session, Severity severity, String why) {
    findings.report(
        new Sighting(RULE, session.at())
            .severity(severity)
            .flow(session.connections().get(0))
            .client(session.client().ip())
            .user(session.identity().user())
            .value("workstation", session.identity().workstation())
            .value("name", why)
            .value("server", session.server().ip()));
  }
}
