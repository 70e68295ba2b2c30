package io.smbscope.detect.credential;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.KerberosMessage;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Severity;
import io.smbscope.event.TokenEvent;
import io.smbscope.event.TreeEvent;
import java.util.List;
import java.util.Locale;

/**
 * A host's name with marshalled target information behind it (CREDENTIAL_TARGET_INFORMATION in
 * base64): a ticket or an NTLM proof for the host is then made for whoever has the long name.
 * CVE-2025-33073
 */
public final class CoercedTicket implements Detection {
  private static final Rule RULE =
      Rule.of(
          "kerberos-coercion-spn",
          "Server name that draws authentication elsewhere",
          Severity.HIGH,
          Confidence.HIGH,
          "T1187",
          "A server's name holds marshalled target information, as 1UWhRCA...BAAAA.",
          "Remove the DNS record of that name, install the updates for CVE-2025-33073, and require"
              + " signing.");

  private static final String BEGIN = "1UWHRCA";
  private static final String END = "BAAAA";

  private final Findings findings;

  public CoercedTicket(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.token(this::token);
    on.tree(this::tree);
  }

  private void connection(ConnectionEvent event) {
    if (event.negotiation() != null) {
      see(
          event.negotiation().netname(),
          new Sighting(RULE, event.at()).flow(event.id()),
          event.client(),
          event.server());
    }
  }

  private void token(TokenEvent event) {
    String name = null;
    if (event.token().ntlm() instanceof AuthenticateMessage message) {
      name = message.targetInfo().targetName();
    } else if (event.token().kerberos() instanceof KerberosMessage.ApReq request) {
      name = request.serviceName();
    }
    see(
        name,
        new Sighting(RULE, event.at()).flow(event.flow().id()),
        event.flow().client(),
        event.flow().server());
  }

  private void tree(TreeEvent event) {
    see(
        event.path(),
        new Sighting(RULE, event.at()).flow(event.connection()),
        event.client(),
        event.server());
  }

  private void see(String name, Sighting seen, Endpoint client, Endpoint server) {
    if (holdsTarget(name)) {
      findings.report(seen.client(client.ip()).server(server.ip()).value("name", name));
    }
  }

  /** DNS makes no difference between upper and lower case. */
  private static boolean holdsTarget(String name) {
    if (name == null || name.length() < BEGIN.length() + END.length()) {
      return false;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    int begin = upper.indexOf(BEGIN);
    return begin >= 0 && upper.indexOf(END, begin + BEGIN.length()) >= 0;
  }
}
