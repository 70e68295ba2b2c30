package io.smbscope.detect.credential;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;

/** Few passwords tried for many users, names tried that nobody has, accounts that lock. */
public final class PasswordSpray implements Detection {
  private static final Rule SPRAY =
      Rule.of(
              "password-spray",
              "Failed logons of many users",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1110.003",
              "SESSION_SETUP fails for many users a time or two each, or for one on many servers.",
              "Find out what runs on the client, and see whether one of the users got in.")
          .with("users", 5)
          .with("tries-each", 2)
          .with("servers", 5)
          .with("seconds", 600);

  private static final Rule PROBE =
      Rule.of(
              "user-probe",
              "Names of users tried",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1087",
              "SESSION_SETUP fails for many names that no user has.",
              "Find out what runs on the client.")
          .with("users", 10)
          .with("seconds", 600);

  private static final Rule LOCKOUT =
      Rule.of(
              "account-lockout-wave",
              "Many accounts locked out",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1531",
              "SESSION_SETUP says of several users in a short time that they are locked out.",
              "Find out who tried their passwords, and unlock them.")
          .with("users", 3)
          .with("seconds", 600);

  private static final int KEYS = 2048;

  /** Users of one client that are counted; beyond that it is told anyway. */
  private static final int USERS = 64;

  private record Key(String client, String user) {}

  private final Findings findings;
  private final long users;
  private final long triesEach;
  private final long servers;
  private final long seconds;
  private final Distinct<String, String> usersOfClient;
  private final Rate<Key> tries;
  private final Distinct<Key, String> serversOfUser;
  private final long probed;
  private final long probeSeconds;
  private final Distinct<String, String> unknown;
  private final long locked;
  private final long lockedSeconds;

  /** There is one key: who is locked out does not depend on the client. */
  private final Distinct<Boolean, String> lockedOut;

  public PasswordSpray(Settings settings, Findings findings) {
    this.findings = findings;
    this.users = settings.number(SPRAY, "users");
    this.triesEach = settings.number(SPRAY, "tries-each");
    this.servers = settings.number(SPRAY, "servers");
    this.seconds = settings.number(SPRAY, "seconds");
    Duration window = Duration.ofSeconds(seconds);
    this.usersOfClient = new Distinct<>(Math.max(users, USERS), window, KEYS);
    this.tries = new Rate<>(triesEach + 1, window, KEYS);
    this.serversOfUser = new Distinct<>(servers, window, KEYS);
    this.probed = settings.number(PROBE, "users");
    this.probeSeconds = settings.number(PROBE, "seconds");
    this.unknown = new Distinct<>(probed, Duration.ofSeconds(probeSeconds), KEYS);
    this.locked = settings.number(LOCKOUT, "users");
    this.lockedSeconds = settings.number(LOCKOUT, "seconds");
    this.lockedOut = new Distinct<>(locked, Duration.ofSeconds(lockedSeconds), 1);
  }

  @Override
  public List<Rule> rules() {
    return List.of(SPRAY, PROBE, LOCKOUT);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
  }

  private void session(SessionEvent session) {
    if (!Failures.failed(session)) {
      return;
    }
    String client = session.client().ip();
    String user = Failures.user(session);
    sprayed(session, new Key(client, user));
    if ("STATUS_NO_SUCH_USER".equals(session.status())
        && unknown.add(client, user, session.at()) >= probed) {
      findings.report(
          sighting(PROBE, session)
              .window(unknown.first(client), probeSeconds)
              .value("users", String.join(" ", unknown.values(client))));
    }
    if ("STATUS_ACCOUNT_LOCKED_OUT".equals(session.status())
        && lockedOut.add(true, user, session.at()) >= locked) {
      findings.report(
          sighting(LOCKOUT, session)
              .window(lockedOut.first(true), lockedSeconds)
              .value("users", String.join(" ", lockedOut.values(true))));
    }
  }

  private void sprayed(SessionEvent session, Key key) {
    tries.add(key, session.at());
    if (usersOfClient.add(key.client, key.user, session.at()) >= users) {
      List<String> few =
          usersOfClient.values(key.client).stream()
              .filter(user -> tries.count(new Key(key.client, user), session.at()) <= triesEach)
              .toList();
      if (few.size() >= users) {
        findings.report(
            sighting(SPRAY, session)
                .window(usersOfClient.first(key.client), seconds)
                .value("users", String.join(" ", few)));
      }
    }
    if (serversOfUser.add(key, session.server().ip(), session.at()) >= servers) {
      findings.report(
          sighting(SPRAY, session)
              .user(session.identity().user())
              .window(serversOfUser.first(key), seconds)
              .value("servers", String.join(" ", serversOfUser.values(key))));
    }
  }

  private static Sighting sighting(Rule rule, SessionEvent session) {
    return new Sighting(rule, session.at())
        .flow(session.connections().get(0))
        .client(session.client().ip());
  }
}
