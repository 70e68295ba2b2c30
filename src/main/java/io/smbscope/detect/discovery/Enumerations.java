package io.smbscope.detect.discovery;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Severity;
import java.time.Duration;

/**
 * Enumerations of one kind, counted by client: one by one they are ordinary work, many in a row or
 * on many servers are not. The number is BZAR's first.
 */
final class Enumerations {
  private static final int CLIENTS = 8192;

  /** On so many servers it is no work with one of them. */
  private static final int SERVERS = 3;

  /** Who asked for what. */
  record Asked(
      Stamp at, long flow, Endpoint client, Endpoint server, String user, String operation) {}

  private final Rule rule;
  private final Findings findings;
  private final long calls;
  private final long seconds;
  private final Rate<String> rate;
  private final Distinct<String, String> servers;

  /**
   * @param rule made by {@link #counted}
   */
  Enumerations(Rule rule, Settings settings, Findings findings) {
    this.rule = rule;
    this.findings = findings;
    this.calls = settings.number(rule, "calls");
    this.seconds = settings.number(rule, "seconds");
    this.rate = new Rate<>(calls, Duration.ofSeconds(seconds), CLIENTS);
    this.servers = new Distinct<>(SERVERS, Duration.ofSeconds(seconds), CLIENTS);
  }

  /** A rule with the numbers that are needed here. */
  static Rule counted(Rule rule) {
    return rule.with("calls", 5).with("seconds", 300);
  }

  /** Tells of one by itself; of what is but worth knowing, one finding for two hosts. */
  void one(Asked asked, Severity severity) {
    Sighting seen =
        new Sighting(rule, asked.at())
            .severity(severity)
            .flow(asked.flow())
            .client(asked.client().ip())
            .server(asked.server().ip());
    if (severity == Severity.INFO) {
      seen.value("operation", asked.operation()).value("user", asked.user());
    } else {
      seen.operation(asked.operation()).user(asked.user());
    }
    findings.report(seen);
  }

  /** Counts one, and tells of the client when there are many. */
  void count(Asked asked, Severity many) {
    String client = asked.client().ip();
    int count = rate.add(client, asked.at());
    int on = servers.add(client, asked.server().ip(), asked.at());
    if (count >= calls || on >= SERVERS) {
      findings.report(
          new Sighting(rule, asked.at())
              .severity(many)
              .flow(asked.flow())
              .client(client)
              .window(rate.first(client, count), seconds)
              .value("calls", count)
              .value("servers", String.join(" ", servers.values(client)))
              .value("operation", asked.operation())
              .value("user", asked.user()));
    }
  }
}
