package io.smbscope.detect.negotiation;

import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A client that hangs up as soon as it is logged on in 3.1.1, and comes again: the signature of the
 * last SESSION_SETUP response did not fit the preauthentication hash. [MS-SMB2] 3.2.5.3.1
 */
public final class PreauthAbort implements Detection {
  private static final Rule RULE =
      Rule.of(
              "preauth-session-abort",
              "Client hangs up on a successful logon",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1557",
              "In dialect 3.1.1 the connection ends within a second of the successful SESSION_SETUP,"
                  + " and the same client connects again.",
              "Look for a host between client and server that changes their messages.")
          .with("seconds", 10);

  private static final Set<String> CLOSED = Set.of("fin", "rst");

  /** What a client does that is content with its logon. */
  private static final Set<String> CONTENT = Set.of("TREE_CONNECT", "LOGOFF", "IOCTL", "CREATE");

  private static final long AT_ONCE = Duration.ofSeconds(1).toNanos();
  private static final int KEYS = 4096;

  private final Findings findings;
  private final long seconds;

  /** Connections on which a user has just logged on. Their end removes. */
  private final Latest<Long, Stamp> loggedOn = new Latest<>(KEYS);

  private final Latest<Key, Stamp> aborted = new Latest<>(KEYS);

  /** The newest connection of each. */
  private final Latest<Key, Stamp> begun = new Latest<>(KEYS);

  public PreauthAbort(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(RULE, "seconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.session(this::session);
    on.connectionEnd(this::connectionEnd);
  }

  private static Key pair(ConnectionEvent connection) {
    return connection.negotiation() == null || connection.negotiation().clientGuid() == null
        ? null
        : Key.of(connection.negotiation().clientGuid(), connection.server().ip());
  }

  private void connection(ConnectionEvent connection) {
    Key pair = pair(connection);
    if (pair == null) {
      return;
    }
    begun.put(pair, connection.start());
    Stamp before = aborted.remove(pair);
    if (before != null) {
      again(connection, before, connection.start());
    }
  }

  private void session(SessionEvent session) {
    if (session.established()
        && !session.inferred()
        && !session.guest()
        && !session.anonymous()
        && "3.1.1".equals(session.dialect())) {
      loggedOn.put(session.connections().get(0), session.at());
    }
  }

  private void connectionEnd(ConnectionEvent connection) {
    Stamp at = loggedOn.remove(connection.id());
    Key pair = pair(connection);
    if (at == null
        || pair == null
        || connection.at().nanos() - at.nanos() > AT_ONCE
        || !CLOSED.contains(connection.endReason())
        || connection.encryption().encryptedMessages() > 0
        || connection.commands().keySet().stream().anyMatch(CONTENT::contains)
        || connection.traffic() == null
        || connection.traffic().missing() > 0) {
      return;
    }
    Stamp next = begun.get(pair);
    if (next != null && next.packet() > at.packet()) {
      again(connection, at, next);
    } else {
      aborted.put(pair, at);
    }
  }

  private void again(ConnectionEvent connection, Stamp success, Stamp next) {
    if (next.nanos() - success.nanos() <= Duration.ofSeconds(seconds).toNanos()) {
      findings.report(
          new Sighting(RULE, connection.at())
              .between(connection.id(), connection.client(), connection.server())
              .packet(success.packet())
              .packet(next.packet())
              .window(success, seconds)
              .value("client-guid", connection.negotiation().clientGuid()));
    }
  }
}
