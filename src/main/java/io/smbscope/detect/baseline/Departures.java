package io.smbscope.detect.baseline;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.util.List;

/**
 * What departs from a learned baseline. Of a server that nobody reached only that is told, and of a
 * client that never reached a server only that: all else there is new, too.
 */
public final class Departures implements Detection {
  private static final Rule NEW_SERVER =
      rule(
          "baseline-new-server",
          "Server that is not in the baseline",
          Severity.MEDIUM,
          "T1135",
          "A session is established at a server that nobody reached while the baseline was learned.",
          "Find out who put the server up, and learn again when it belongs there.");

  private static final Rule NEW_CLIENT =
      rule(
          "baseline-new-client",
          "Client that never reached this server",
          Severity.LOW,
          "T1021.002",
          "A session is established between two hosts that had none while the baseline was learned.",
          "Find out what the client wants there, and learn again when it belongs there.");

  private static final Rule NEW_USER =
      rule(
          "baseline-new-user",
          "User that never came from this client",
          Severity.LOW,
          "T1078",
          "A user logs on to a server from a client where that user never did in the baseline.",
          "Ask the user; when it was nobody of that name, change the password.");

  private static final Rule NEW_SHARE =
      rule(
          "baseline-new-share",
          "Share that this client never reached",
          Severity.LOW,
          "T1021.002",
          "A client connects to a share that it never connected to in the baseline.",
          "Find out what the client wants there, and take the right away when it is nothing.");

  private static final Rule NEW_PIPE =
      rule(
          "baseline-new-pipe",
          "Named pipe that this client never opened",
          Severity.LOW,
          "T1021.002",
          "A client opens a pipe of a server that it never opened in the baseline.",
          "Look at the calls through the pipe: administration comes from administrators' hosts.");

  private static final Rule OLDER_DIALECT =
      rule(
          "baseline-older-dialect",
          "Older dialect than ever",
          Severity.MEDIUM,
          "T1562.010",
          "Two hosts agree on a dialect that is older than all that they agreed on in the baseline.",
          "Find out what changed on either host, or who stands between them.");

  private static final Rule LESS_PROTECTION =
      rule(
          "baseline-less-protection",
          "Less protection than ever",
          Severity.MEDIUM,
          "T1562.010",
          "A session is less signed or encrypted than all between these hosts in the baseline.",
          "Find out what changed on either host, or who stands between them.");

  private final Findings findings;
  private final Baseline baseline;

  public Departures(Settings settings, Findings findings) {
    this.findings = findings;
    this.baseline = settings.policy().baseline();
  }

  private static Rule rule(
      String id,
      String title,
      Severity severity,
      String technique,
      String evidence,
      String advice) {
    return Rule.of(id, title, severity, Confidence.MEDIUM, technique, evidence, advice);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        NEW_SERVER, NEW_CLIENT, NEW_USER, NEW_SHARE, NEW_PIPE, OLDER_DIALECT, LESS_PROTECTION);
  }

  @Override
  public void listen(Listeners on) {
    if (!baseline.isEmpty()) {
      on.session(this::session);
      on.sessionEnd(this::sessionEnd);
      on.tree(this::tree);
      on.pipe(this::pipe);
    }
  }

  private void session(SessionEvent event) {
    if (!event.established()) {
      return;
    }
    String client = event.client().ip();
    String server = event.server().ip();
    String user = Learner.user(event);
    Habits habits = baseline.habits(client, server);
    if (habits == null) {
      if (!baseline.full()) {
        Rule rule = baseline.hasServer(server) ? NEW_CLIENT : NEW_SERVER;
        findings.report(
            sighting(rule, event.at(), event.client(), event.server(), flow(event))
                .value("user", user)
                .value("dialect", event.dialect()));
      }
      return;
    }
    if (!Habits.knows(habits.users, user)) {
      findings.report(
          sighting(NEW_USER, event.at(), event.client(), event.server(), flow(event))
              .user(user)
              .value("known", few(habits.users)));
    }
    if (Protection.older(event.dialect(), habits)) {
      findings.report(
          sighting(OLDER_DIALECT, event.at(), event.client(), event.server(), flow(event))
              .value("dialect", event.dialect())
              .value("known", few(habits.dialects)));
    }
  }

  private static long flow(SessionEvent event) {
    return event.connections().isEmpty() ? 0 : event.connections().get(0);
  }

  private static String few(java.util.Set<String> texts) {
    List<String> first = texts.stream().limit(3).toList();
    int more = texts.size() - first.size();
    return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
  }

  private static Sighting sighting(
      Rule rule, Stamp at, Endpoint client, Endpoint server, long flow) {
    return new Sighting(rule, at).flow(flow).client(client.ip()).server(server.ip());
  }

  private void sessionEnd(SessionEvent event) {
    Habits habits = baseline.habits(event.client().ip(), event.server().ip());
    if (habits == null || !event.established()) {
      return;
    }
    String protection = Protection.of(event);
    if (Protection.weaker(protection, habits)) {
      findings.report(
          sighting(LESS_PROTECTION, event.at(), event.client(), event.server(), flow(event))
              .user(Learner.user(event))
              .value("protection", protection)
              .value("known", few(habits.protection)));
    }
  }

  private void tree(TreeEvent event) {
    Habits habits = baseline.habits(event.client().ip(), event.server().ip());
    if (habits == null || event.path() == null || !Learner.reached(event.status())) {
      return;
    }
    if (!Habits.knows(habits.shares, Learner.share(event.path()))) {
      findings.report(
          sighting(NEW_SHARE, event.at(), event.client(), event.server(), event.connection())
              .user(event.user())
              .share(event.path()));
    }
  }

  private void pipe(FileEvent event) {
    if (event.name() == null || !Learner.reached(event.status())) {
      return;
    }
    Habits habits = baseline.habits(event.client().ip(), event.server().ip());
    if (habits != null && !Habits.knows(habits.pipes, Learner.pipe(event.name()))) {
      findings.report(
          sighting(NEW_PIPE, event.at(), event.client(), event.server(), event.connection())
              .user(event.user())
              .pipe(Learner.pipe(event.name())));
    }
  }
}
