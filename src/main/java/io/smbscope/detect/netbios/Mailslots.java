package io.smbscope.detect.netbios;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.HostEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** Mailslots of the logon service and of the messenger. [MS-ADTS] 6.3.5, [MS-MSRP] */
public final class Mailslots implements Detection {
  private static final Rule NETLOGON =
      Rule.of(
          "netlogon-mailslot",
          "Host answers as a domain controller does",
          Severity.HIGH,
          Confidence.LOW,
          "T1557",
          "A host that is not known to be a domain controller answers to those who look for one.",
          "Find out what the host is; list domain controllers in the inventory.");
  private static final Rule MESSENGER =
      Rule.of(
          "messenger-mailslot",
          "Message of the messenger service",
          Severity.INFO,
          Confidence.HIGH,
          "",
          "A datagram to the mailslot MESSNGR.",
          "Turn the messenger service off; nothing newer than Windows XP has it.");

  /** Where clients that look for a domain controller want its answer. */
  private static final String ANSWERS = "\\MAILSLOT\\NET\\GETDC";

  private static final String MESSAGES = "\\MAILSLOT\\MESSNGR";
  private static final int CONTROLLERS = 256;

  private final Findings findings;
  private final Knowledge knowledge;

  /** Domain controllers that answered. */
  private final Latest<String, Boolean> controllers = new Latest<>(CONTROLLERS);

  public Mailslots(Knowledge knowledge, Findings findings) {
    this.findings = findings;
    this.knowledge = knowledge;
  }

  @Override
  public List<Rule> rules() {
    return List.of(NETLOGON, MESSENGER);
  }

  @Override
  public void listen(Listeners on) {
    on.host(this::host);
  }

  private void host(HostEvent event) {
    String mailslot = event.mailslot();
    if (mailslot == null) {
      return;
    }
    String ip = event.source().ip();
    if (mailslot.regionMatches(true, 0, ANSWERS, 0, ANSWERS.length())) {
      if (knowledge.hosts().domainController(ip)) {
        controllers.put(ip, true);
      } else {
        findings.report(
            sighting(NETLOGON, event).severity(controllers.size() > 0 ? null : Severity.LOW));
      }
    } else if (mailslot.equalsIgnoreCase(MESSAGES)) {
      findings.report(sighting(MESSENGER, event));
    }
  }

  private static Sighting sighting(Rule rule, HostEvent event) {
    return new Sighting(rule, event.at())
        .client(event.source().ip())
        .value("mailslot", Seen.text(event.mailslot()))
        .value("from", Seen.text(event.sourceName()))
        .value("to", Seen.text(event.destinationName()));
  }
}
