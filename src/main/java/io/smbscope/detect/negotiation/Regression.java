package io.smbscope.detect.negotiation;

import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Dialects;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.Encryption;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A client and a server that agree on less than they did before. */
public final class Regression implements Detection {
  private static final Rule DIALECT =
      Rule.of(
          "dialect-regression",
          "Lower dialect than before",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1562.010",
          "The same client and server once agreed on SMB3, and now on a lower dialect though the"
              + " client offers the same.",
          "See whether the server was set back; if not, look for a host between the two.");

  private static final Rule ENCRYPTION =
      Rule.of(
          "encryption-stripped",
          "Encryption gone that was there before",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1562.010",
          "The same client and server once both had encryption, and now one of them has it no more,"
              + " with the same dialects offered.",
          "See whether the server or the client was set back; if not, look for a host between them.");

  private static final Rule FALLBACK =
      Rule.of(
              "smb1-fallback",
              "SMB1 after SMB2 failed",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1562.010",
              "A NEGOTIATE with SMB2 came to nothing, and the same client then offers the server SMB1"
                  + " alone.",
              "Turn SMB1 off on the client; look for what disturbed the first NEGOTIATE.")
          .with("seconds", 30);

  private static final Set<String> CLOSED = Set.of("fin", "rst");
  private static final int PAIRS = 8192;

  private record Addresses(String client, String server) {}

  private record Agreed(
      Stamp at, List<String> offered, String dialect, String serverGuid, boolean encrypts) {}

  private final Findings findings;
  private final long seconds;
  private final Latest<Key, Agreed> agreed = new Latest<>(PAIRS);

  /** When a NEGOTIATE with SMB2 failed. */
  private final Latest<Addresses, Stamp> failed = new Latest<>(PAIRS);

  public Regression(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(FALLBACK, "seconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(DIALECT, ENCRYPTION, FALLBACK);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.connectionEnd(this::connectionEnd);
  }

  private void connection(ConnectionEvent connection) {
    Negotiation negotiation = connection.negotiation();
    if (negotiation == null || negotiation.offered().isEmpty()) {
      return;
    }
    if (negotiation.offered().stream().noneMatch(Dialects::offersSmb2)) {
      fallback(connection);
    } else if (negotiation.clientGuid() != null && negotiation.dialect() != null) {
      compare(connection, negotiation);
    }
  }

  private void compare(ConnectionEvent connection, Negotiation negotiation) {
    Encryption encryption = connection.encryption();
    boolean encrypts =
        Boolean.TRUE.equals(encryption.clientCapable())
            && Boolean.TRUE.equals(encryption.serverCapable());
    Agreed now =
        new Agreed(
            connection.at(),
            negotiation.offered(),
            negotiation.dialect(),
            negotiation.serverGuid(),
            encrypts);
    Key client = Key.of(negotiation.clientGuid(), connection.server().ip());
    Agreed before = agreed.get(client);
    agreed.put(client, now);
    if (before == null
        || !before.offered.equals(now.offered)
        || (before.serverGuid != null && !before.serverGuid.equals(now.serverGuid))) {
      return;
    }
    if (Dialects.smb3(before.dialect) && now.dialect.compareTo(before.dialect) < 0) {
      findings.report(
          sighting(DIALECT, connection, before.at)
              .value("before", before.dialect)
              .value("now", now.dialect));
    } else if (before.encrypts && !encrypts && Dialects.smb3(now.dialect)) {
      findings.report(
          sighting(ENCRYPTION, connection, before.at)
              .value("client-capable", encryption.clientCapable())
              .value("server-capable", encryption.serverCapable()));
    }
  }

  private void fallback(ConnectionEvent connection) {
    Stamp before = failed.remove(addresses(connection));
    if (before != null
        && connection.start().nanos() - before.nanos() <= Duration.ofSeconds(seconds).toNanos()) {
      findings.report(
          sighting(FALLBACK, connection, before)
              .window(before, seconds)
              .value("dialects", String.join(", ", connection.negotiation().offered()))
              .value("agreed", connection.dialect()));
    }
  }

  private void connectionEnd(ConnectionEvent connection) {
    if (connection.dialect() == null
        && connection.negotiation() != null
        && CLOSED.contains(connection.endReason())
        && connection.negotiation().offered().stream().anyMatch(Dialects::offersSmb2)) {
      failed.put(addresses(connection), connection.at());
    }
  }

  private static Addresses addresses(ConnectionEvent connection) {
    return new Addresses(connection.client().ip(), connection.server().ip());
  }

  private static Sighting sighting(Rule rule, ConnectionEvent connection, Stamp before) {
    return new Sighting(rule, connection.at())
        .between(connection.id(), connection.client(), connection.server())
        .packet(before.packet());
  }
}
