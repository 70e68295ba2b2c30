package io.smbscope.detect.readiness;

import io.smbscope.base.Stamp;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.Encryption;
import io.smbscope.event.Event;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Signing;
import io.smbscope.event.Transport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects who depends on what an administrator may want to switch off: the old dialects, weak
 * logons, sessions without protection, NetBIOS. Bounded; used by one thread.
 */
public final class Readiness {
  private static final Set<String> SMB_2 = Set.of("2.0.2", "2.1");
  private static final Set<String> SMB_3 = Set.of("3.0", "3.0.2", "3.1.1");

  /** Dialects that were not agreed on the wire: not SMB1, and nothing more is known. */
  private static final Set<String> INFERRED = Set.of("SMB2", "SMB3");

  private static final int CONNECTIONS = 65_536;

  /** Who is reached over which transport, kept as a key. */
  private record Pair(String client, String server) {}

  private final Map<Topic, Dependents> topics = new EnumMap<>(Topic.class);
  private final HostNames names = new HostNames();

  /** A user of each live connection, by its id. */
  private final Latest<Long, String> users = new Latest<>(CONNECTIONS);

  private final Latest<Pair, Boolean> direct = new Latest<>(CONNECTIONS);
  private final Latest<Pair, Boolean> kerberos = new Latest<>(CONNECTIONS);

  public Readiness() {
    for (Topic topic : Topic.values()) {
      topics.put(topic, new Dependents(topic));
    }
  }

  /** Takes every event; most say nothing of this. */
  public void accept(Event event) {
    if (event instanceof SessionEvent session) {
      session(session);
    } else if (event instanceof ConnectionEvent connection) {
      connection(connection);
    } else if (event instanceof NameEvent name) {
      name(name);
    } else if (event instanceof HostEvent host) {
      host(host);
    }
  }

  /** One answer for each thing, in their order; may be asked at any time. */
  public List<ReadinessEvent> answers(Stamp at) {
    direct.forEach(
        (pair, seen) ->
            topics
                .get(Topic.SESSION_SERVICE)
                .soften(pair.client(), pair.server(), "uses port 445 of this server too"));
    kerberos.forEach(
        (pair, seen) ->
            topics
                .get(Topic.NTLM)
                .soften(pair.client(), pair.server(), "uses Kerberos with this server too"));
    List<ReadinessEvent> answers = new ArrayList<>();
    topics.values().forEach(topic -> answers.add(topic.event(at, names::of)));
    return answers;
  }

  private void connection(ConnectionEvent event) {
    String user = users.remove(event.id());
    String dialect = event.dialect();
    if (event.transport() == Transport.DIRECT_TCP && dialect != null) {
      direct.put(new Pair(event.client().ip(), event.server().ip()), true);
    }
    if (dialect != null && event.transport() == Transport.NETBIOS_SESSION) {
      add(event, Topic.SESSION_SERVICE, user, true, "reaches this server over port 139 only");
    }
    if (dialect == null) {
      return;
    }
    Negotiation negotiation = event.negotiation();
    if (SMB_2.contains(dialect)) {
      boolean newer = offers(negotiation, SMB_3);
      add(
          event,
          Topic.SMB2,
          user,
          true,
          newer ? "the server speaks nothing newer" : "the client offers nothing newer");
    } else if (!SMB_3.contains(dialect) && !INFERRED.contains(dialect)) {
      boolean newer =
          negotiation != null && negotiation.offered().stream().anyMatch(Readiness::smb2);
      add(
          event,
          Topic.SMB1,
          user,
          true,
          newer ? "the server speaks nothing newer" : "the client offers nothing newer");
    }
  }

  private static boolean smb2(String offered) {
    return offered.startsWith("SMB 2") || SMB_2.contains(offered) || SMB_3.contains(offered);
  }

  private static boolean offers(Negotiation negotiation, Set<String> dialects) {
    return negotiation != null && negotiation.offered().stream().anyMatch(dialects::contains);
  }

  private void add(ConnectionEvent event, Topic topic, String user, boolean breaks, String why) {
    topics
        .get(topic)
        .add(
            event.client().ip(),
            event.server().ip(),
            user,
            List.of(event.id()),
            event.start(),
            event.at(),
            breaks,
            why);
  }

  private void session(SessionEvent event) {
    Identity identity = event.identity();
    names.session(event);
    String user = identity == null ? null : identity.account();
    if (user != null) {
      event.connections().forEach(id -> users.put(id, user));
    }
    if (!event.established()) {
      return;
    }
    logon(event, identity, user);
    if (event.guest()) {
      add(event, Topic.GUEST, user, true, "logs on as guest");
    }
    if (event.anonymous()) {
      add(event, Topic.ANONYMOUS, user, true, "sends no user");
    }
    signing(event, user);
    encryption(event, user);
  }

  private void logon(SessionEvent event, Identity identity, String user) {
    String mechanism = identity == null ? null : identity.mechanism();
    if (mechanism == null) {
      return;
    }
    if (mechanism.equals("Kerberos")) {
      kerberos.put(new Pair(event.client().ip(), event.server().ip()), true);
    }
    if (identity.lmResponse() || mechanism.equals("LM")) {
      add(event, Topic.LM, user, mechanism.equals("LM"), "sends an LM response");
    }
    if (mechanism.startsWith("NTLMv1")) {
      add(event, Topic.NTLMV1, user, true, "answers with " + mechanism);
    }
    if (mechanism.startsWith("NTLM") || mechanism.equals("LM")) {
      add(event, Topic.NTLM, user, true, "logs on by " + mechanism + " only");
    }
  }

  private void signing(SessionEvent event, String user) {
    Signing signing = event.signing();
    Signing.Verdict verdict = signing == null ? null : signing.verdict();
    if (verdict != Signing.Verdict.UNSIGNED && verdict != Signing.Verdict.REQUIRED_NOT_SEEN) {
      return;
    }
    if (event.guest() || event.anonymous()) {
      add(event, Topic.UNSIGNED, user, true, "has no key to sign with: guest or anonymous");
    } else if (Boolean.FALSE.equals(signing.clientOffered())) {
      add(event, Topic.UNSIGNED, user, true, "the client does not offer signing");
    } else if (Boolean.FALSE.equals(signing.serverOffered())) {
      add(event, Topic.UNSIGNED, user, true, "the server does not offer signing");
    } else {
      add(event, Topic.UNSIGNED, user, false, "both can sign, none demands it");
    }
  }

  private void encryption(SessionEvent event, String user) {
    Encryption encryption = event.encryption();
    if (encryption == null || encryption.encryptedMessages() > 0) {
      return;
    }
    if (event.guest() || event.anonymous()) {
      add(event, Topic.UNENCRYPTED, user, true, "has no key to encrypt with: guest or anonymous");
    } else if (event.dialect() != null && !event.dialect().startsWith("3")) {
      add(event, Topic.UNENCRYPTED, user, true, "dialect " + event.dialect() + " has none");
    } else if (Boolean.FALSE.equals(encryption.clientCapable())) {
      add(event, Topic.UNENCRYPTED, user, true, "the client cannot");
    } else if (Boolean.FALSE.equals(encryption.serverCapable())) {
      add(event, Topic.UNENCRYPTED, user, true, "the server cannot");
    } else {
      add(event, Topic.UNENCRYPTED, user, false, "both can, none demands it");
    }
  }

  private void add(SessionEvent event, Topic topic, String user, boolean breaks, String why) {
    topics
        .get(topic)
        .add(
            event.client().ip(),
            event.server().ip(),
            user,
            event.connections(),
            event.start(),
            event.at(),
            breaks,
            why);
  }

  private void name(NameEvent event) {
    names.name(event);
    boolean answered = "positive".equals(event.result());
    topics
        .get(Topic.NAME_SERVICE)
        .add(
            event.client().ip(),
            event.broadcast() || event.server() == null ? null : event.server().ip(),
            null,
            List.of(),
            event.start() == null ? event.at() : event.start(),
            event.at(),
            answered,
            answered
                ? "asks and is answered (" + event.operation() + " of " + event.name() + ")"
                : "is never answered");
  }

  private void host(HostEvent event) {
    names.host(event);
    topics
        .get(Topic.DATAGRAMS)
        .add(
            event.source().ip(),
            null,
            null,
            List.of(),
            event.at(),
            event.at(),
            false,
            "sends " + event.kind());
  }
}
