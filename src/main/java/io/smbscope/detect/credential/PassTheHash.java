package io.smbscope.detect.credential;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.util.List;
import java.util.UUID;

/**
 * An administrator who logs on by NTLM from a client that is no system's own: hashes do for tools
 * what passwords do, and on the wire there is no difference.
 */
public final class PassTheHash implements Detection {
  private static final Rule RULE =
      Rule.of(
          "pass-the-hash-shape",
          "Administrator's NTLM logon by a tool",
          Severity.HIGH,
          Confidence.LOW,
          "T1550.002",
          "A client with the traits of a tool's library logs on by NTLM and is let in to ADMIN$, a"
              + " drive, or svcctl.",
          "Ask the user; else take the account for lost.");

  private static final int CONNECTIONS = 4096;

  /** What smbj says that its NTLM is. */
  private static final String SMBJ_VERSION = "6.1.7600";

  /** Connections of libraries that tools use, with its name. */
  private final Latest<Long, String> tools = new Latest<>(CONNECTIONS);

  /** Those whose last logon was NTLM, of a named user. */
  private final Latest<Long, String> logons = new Latest<>(CONNECTIONS);

  private final Findings findings;

  public PassTheHash(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.session(this::session);
    on.tree(this::tree);
    on.pipe(this::pipe);
    on.connectionEnd(this::ended);
  }

  private void connection(ConnectionEvent event) {
    Negotiation negotiation = event.negotiation();
    if (negotiation != null && letters(negotiation.clientGuid())) {
      tools.put(event.id(), "impacket");
    }
  }

  /** Impacket makes its ClientGuid of ASCII letters, at random. */
  private static boolean letters(String guid) {
    if (guid == null || guid.length() != 36) {
      return false;
    }
    UUID id;
    try {
      id = UUID.fromString(guid);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return letters(id.getMostSignificantBits()) && letters(id.getLeastSignificantBits());
  }

  private static boolean letters(long octets) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int letter = (int) (octets >> shift) & 0xDF;
      if (letter < 'A' || letter > 'Z') {
        return false;
      }
    }
    return true;
  }

  private void session(SessionEvent event) {
    Identity identity = event.identity();
    if (!event.established()
        || event.guest()
        || Failures.user(event) == null
        || identity.mechanism() == null
        || !identity.mechanism().startsWith("NTLM")) {
      return;
    }
    long connection = event.connections().get(0);
    if (tools.get(connection) == null && smbj(identity)) {
      tools.put(connection, "smbj");
    }
    if (tools.get(connection) != null) {
      logons.put(connection, identity.user());
    }
  }

  private static boolean smbj(Identity identity) {
    return SMBJ_VERSION.equals(identity.clientVersion())
        && (identity.workstation() == null || identity.workstation().isEmpty());
  }

  private void tree(TreeEvent event) {
    if (logons.get(event.connection()) != null
        && "STATUS_SUCCESS".equals(event.status())
        && FilePattern.adminShare(event.path())) {
      findings.report(
          new Sighting(RULE, event.at())
              .flow(event.connection())
              .client(event.client().ip())
              .server(event.server().ip())
              .user(event.user())
              .value("share", event.path())
              .value("client", tools.get(event.connection())));
    }
  }

  private void pipe(FileEvent event) {
    if (logons.size() > 0
        && FilePattern.succeeded(event)
        && event.name() != null
        && FilePattern.base(event.name()).equalsIgnoreCase("svcctl")
        && logons.get(event.connection()) != null) {
      findings.report(
          new Sighting(RULE, event.at())
              .flow(event.connection())
              .client(event.client().ip())
              .server(event.server().ip())
              .user(event.user())
              .value("pipe", event.name())
              .value("client", tools.get(event.connection())));
    }
  }

  private void ended(ConnectionEvent event) {
    tools.remove(event.id());
    logons.remove(event.id());
  }
}
