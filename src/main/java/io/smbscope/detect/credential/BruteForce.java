package io.smbscope.detect.credential;

import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;

/** Many passwords tried for one user from one client, and one that was right at last. */
public final class BruteForce implements Detection {
  private static final Rule TRIES =
      Rule.of(
              "bruteforce-user",
              "Many failed logons of one user",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1110.001",
              "SESSION_SETUP fails again and again for one user from one client.",
              "Find out what runs on the client, and lock the account out of reach if it is not a"
                  + " stale password.")
          .with("failures", 10)
          .with("seconds", 300);

  private static final Rule SUCCESS =
      Rule.of(
              "bruteforce-success",
              "Logon after many failed ones",
              Severity.CRITICAL,
              Confidence.MEDIUM,
              "T1110",
              "A user's SESSION_SETUP succeeds soon after many from the same client that failed.",
              "Take the account for lost: change its password and see what the session did.")
          .with("seconds", 600);

  private static final int KEYS = 8192;

  private final Findings findings;
  private final long failures;
  private final long seconds;
  private final long successSeconds;
  private final Rate<Key> rate;

  /** Last failure of those that were tried often. */
  private final Latest<Key, Stamp> tried = new Latest<>(KEYS);

  public BruteForce(Settings settings, Findings findings) {
    this.findings = findings;
    this.failures = settings.number(TRIES, "failures");
    this.seconds = settings.number(TRIES, "seconds");
    this.successSeconds = settings.number(SUCCESS, "seconds");
    this.rate = new Rate<>(failures, Duration.ofSeconds(seconds), KEYS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(TRIES, SUCCESS);
  }

  @Override
  public void listen(Listeners on) {
    on.session(this::session);
  }

  private void session(SessionEvent session) {
    if (Failures.failed(session)) {
      failed(session, Key.of(session.client().ip(), Failures.user(session)));
    } else if (session.established() && !session.guest() && tried.size() > 0) {
      succeeded(session, Key.of(session.client().ip(), Failures.user(session)));
    }
  }

  private void failed(SessionEvent session, Key key) {
    int count = rate.add(key, session.at());
    if (count >= failures) {
      tried.put(key, session.at());
      findings.report(
          sighting(TRIES, session)
              .window(rate.first(key, count), seconds)
              .value("status", session.status())
              .value("failures", count));
    }
  }

  private void succeeded(SessionEvent session, Key key) {
    Stamp last = tried.remove(key);
    if (last != null
        && session.at().nanos() - last.nanos() <= Duration.ofSeconds(successSeconds).toNanos()) {
      findings.report(
          sighting(SUCCESS, session).packet(last.packet()).window(last, successSeconds));
    }
  }

  private static Sighting sighting(Rule rule, SessionEvent session) {
    return new Sighting(rule, session.at())
        .flow(session.connections().get(0))
        .client(session.client().ip())
        .server(session.server().ip())
        .user(session.identity().user());
  }
}
