package io.smbscope.detect.credential;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Many passwords tried for one user from one client. */
public final class BruteForce implements Detection {
  private static final Rule RULE =
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

  /** NT status names of a refused logon, not of a step of one. */
  private static final Set<String> FAILURES =
      Set.of(
          "STATUS_LOGON_FAILURE",
          "STATUS_WRONG_PASSWORD",
          "STATUS_NO_SUCH_USER",
          "STATUS_ACCOUNT_RESTRICTION",
          "STATUS_INVALID_LOGON_HOURS",
          "STATUS_INVALID_WORKSTATION",
          "STATUS_PASSWORD_EXPIRED",
          "STATUS_ACCOUNT_DISABLED",
          "STATUS_PASSWORD_MUST_CHANGE",
          "STATUS_ACCOUNT_LOCKED_OUT",
          "STATUS_LOGON_TYPE_NOT_GRANTED",
          "STATUS_TRUSTED_RELATIONSHIP_FAILURE");

  private static final int KEYS = 8192;

  private record Key(String client, String user) {}

  private final Findings findings;
  private final long failures;
  private final long seconds;
  private final Rate<Key> rate;

  public BruteForce(Settings settings, Findings findings) {
    this.findings = findings;
    this.failures = settings.number(RULE, "failures");
    this.seconds = settings.number(RULE, "seconds");
    this.rate = new Rate<>(failures, Duration.ofSeconds(seconds), KEYS);
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
    Identity identity = session.identity();
    if (session.established()
        || identity == null
        || identity.user() == null
        || identity.user().isEmpty()
        || session.status() == null
        || !FAILURES.contains(session.status())) {
      return;
    }
    Key key = new Key(session.client().ip(), identity.user().toLowerCase(Locale.ROOT));
    int count = rate.add(key, session.at());
    if (count >= failures) {
      findings.report(
          new Sighting(RULE, session.at())
              .flow(session.connections().get(0))
              .client(session.client().ip())
              .server(session.server().ip())
              .user(identity.user())
              .window(rate.first(key, count), seconds)
              .value("status", session.status())
              .value("failures", count));
    }
  }
}
