package io.smbscope.detect.coercion;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Severity;
import io.smbscope.event.TokenEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who is told by NTLM to be where, and is not. */
public final class RelayedIdentity implements Detection {
  private static final Rule TARGET =
      Rule.of(
          "relay-spn-mismatch",
          "NTLM response meant for another server",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1557.001",
          "The target name of a client's NTLMv2 response is no name or address of the server.",
          "Find out who the server is; require signing, and Kerberos where aliases are in use.");

  private static final Rule JUMP =
      Rule.of(
              "relay-identity-jump",
              "Host's account used by another host",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1557.001",
              "The account of a host logs on from an address that is not the host's.",
              "Take the host's account for relayed: see what was done in its name.")
          .with("seconds", 600);

  private static final int KEPT = 8192;

  private record Place(String ip, Stamp at) {}

  private final Knowledge knowledge;
  private final Findings findings;
  private final long seconds;

  /** Names in the latest challenge, by connection. {@link #ended} removes. */
  private final Latest<Long, AvPairs> challenges = new Latest<>(KEPT);

  /** Where hosts' accounts logged on from, by name. */
  private final Latest<String, Place> places = new Latest<>(KEPT);

  public RelayedIdentity(Settings settings, Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.seconds = settings.number(JUMP, "seconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(TARGET, JUMP);
  }

  @Override
  public void listen(Listeners on) {
    on.token(this::token);
    on.flowEnd(this::ended);
    on.session(this::session);
  }

  private void token(TokenEvent event) {
    if (event.token().ntlm() instanceof ChallengeMessage message) {
      challenges.put(event.flow().id(), message.targetInfo());
    } else if (event.token().ntlm() instanceof AuthenticateMessage message) {
      target(event, message);
    }
  }

  private void ended(FlowEvent event) {
    challenges.remove(event.flow().id());
  }

  private void target(TokenEvent event, AuthenticateMessage message) {
    String target = message.targetInfo().targetName();
    AvPairs names = challenges.get(event.flow().id());
    if (target == null || target.isEmpty() || names == null) {
      return;
    }
    String host = host(target);
    String server = event.flow().server().ip();
    if (host.isEmpty() || host.equalsIgnoreCase(server) || isName(host, names, server)) {
      return;
    }
    Set<String> others = knowledge.hosts().addresses(host);
    if (others.contains(server)) {
      return;
    }
    // A name that nobody is known by may well be an alias; itself is where a tunnel begins.
    boolean another =
        Callbacks.address(host)
            ? !host.startsWith("127.") && !host.equals("::1")
            : !others.isEmpty();
    findings.report(
        new Sighting(TARGET, event.at())
            .severity(another ? Severity.HIGH : Severity.LOW)
            .flow(event.flow().id())
            .client(event.flow().client().ip())
            .server(server)
            .user(message.user())
            .value("target", target)
            .value("server-name", names.nbComputerName())
            .value("addresses", others.isEmpty() ? null : String.join(" ", others)));
  }

  /** Of {@code cifs/host}, {@code cifs/host:port} or {@code cifs/host/domain}. */
  private static String host(String target) {
    int begin = target.indexOf('/') + 1;
    int end = target.indexOf('/', begin);
    String host = end < 0 ? target.substring(begin) : target.substring(begin, end);
    int colon = host.indexOf(':');
    boolean port = colon >= 0 && colon == host.lastIndexOf(':');
    return (port ? host.substring(0, colon) : host).toUpperCase(Locale.ROOT);
  }

  private boolean isName(String host, AvPairs names, String server) {
    String label = Callbacks.label(host);
    return label.equals("LOCALHOST")
        || is(label, names.nbComputerName())
        || is(label, names.dnsComputerName())
        || knowledge.hosts().names(server).stream().anyMatch(name -> is(label, name));
  }

  private static boolean is(String label, String name) {
    return name != null && Callbacks.label(name.toUpperCase(Locale.ROOT)).equals(label);
  }

  private void session(SessionEvent event) {
    Identity identity = event.identity();
    if (!event.established()
        || identity == null
        || identity.user() == null
        || !identity.user().endsWith("$")
        || identity.mechanism() == null
        || !identity.mechanism().startsWith("NTLM")) {
      return;
    }
    String name =
        identity.user().substring(0, identity.user().length() - 1).toUpperCase(Locale.ROOT);
    String client = event.client().ip();
    Set<String> home = knowledge.hosts().addresses(name);
    Set<String> known = knowledge.hosts().names(client);
    boolean another = !known.isEmpty() && known.stream().noneMatch(one -> is(name, one));
    if (!home.contains(client) && (another || sameFamily(home, client))) {
      report(event, Severity.HIGH, String.join(" ", home));
      return;
    }
    Place before = places.get(name);
    if (before != null
        && home.isEmpty()
        && !before.ip.equals(client)
        && sameFamily(Set.of(before.ip), client)
        && event.at().nanos() - before.at.nanos() <= Duration.ofSeconds(seconds).toNanos()) {
      report(event, Severity.MEDIUM, before.ip);
    }
    places.put(name, new Place(client, event.at()));
  }

  /** One of them is IPv4 or IPv6 as the other: a host may have one address of each. */
  private static boolean sameFamily(Set<String> addresses, String ip) {
    boolean six = ip.indexOf(':') >= 0;
    return addresses.stream().anyMatch(address -> address.indexOf(':') >= 0 == six);
  }

  private void report(SessionEvent event, Severity severity, String seen) {
    findings.report(
        new Sighting(JUMP, event.at())
            .severity(severity)
            .flow(event.connections().get(0))
            .client(event.client().ip())
            .server(event.server().ip())
            .user(event.identity().user())
            .value("seen-at", seen.isEmpty() ? null : seen)
            .value("workstation", event.identity().workstation()));
  }
}
