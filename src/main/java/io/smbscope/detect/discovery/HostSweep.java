package io.smbscope.detect.discovery;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;

/** One host connects to, or asks for the names of, many others in a short time. */
public final class HostSweep implements Detection {
  private static final Rule SCAN =
      Rule.of(
              "smb-scan",
              "Many hosts tried",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1046",
              "TCP connections to the ports of SMB are opened, or tried, to many hosts at once.",
              "Find out what runs on the client, unless it is your own scanner.")
          .with("hosts", 20)
          .with("seconds", 60);

  private static final Rule NBSTAT =
      Rule.of(
              "nbstat-sweep",
              "Many hosts asked for their names",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1018",
              "NBSTAT queries go to many hosts at once.",
              "Find out what runs on the client, unless it is your own scanner.")
          .with("hosts", 20)
          .with("seconds", 60);

  private static final int CLIENTS = 4096;

  /** Hosts that one client turned to. */
  private static final class Sweep {
    private final Rule rule;
    private final long hosts;
    private final long seconds;
    private final Distinct<String, String> distinct;
    private final Findings findings;

    Sweep(Rule rule, Settings settings, Findings findings) {
      this.rule = rule;
      this.hosts = settings.number(rule, "hosts");
      this.seconds = settings.number(rule, "seconds");
      this.distinct = new Distinct<>(hosts, Duration.ofSeconds(seconds), CLIENTS);
      this.findings = findings;
    }

    void add(Stamp at, FlowKey flow) {
      String client = flow.client().ip();
      int count = distinct.add(client, flow.server().ip(), at);
      if (count >= hosts) {
        findings.report(
            new Sighting(rule, at)
                .flow(flow.id())
                .client(client)
                .window(distinct.first(client), seconds)
                .value("hosts", String.join(" ", distinct.values(client))));
      }
    }
  }

  private final Sweep scan;
  private final Sweep nbstat;

  public HostSweep(Settings settings, Findings findings) {
    this.scan = new Sweep(SCAN, settings, findings);
    this.nbstat = new Sweep(NBSTAT, settings, findings);
  }

  @Override
  public List<Rule> rules() {
    return List.of(SCAN, NBSTAT);
  }

  @Override
  public void listen(Listeners on) {
    on.flowStart(this::flow);
    on.nbns(this::nbns);
  }

  /** Of one that the capture does not hold the start of, who opened it is a guess. */
  private void flow(FlowStartEvent event) {
    if (event.flow().tcp() && !event.flow().midstream()) {
      scan.add(event.at(), event.flow());
    }
  }

  private void nbns(NbnsEvent event) {
    if (event.fromClient()
        && !event.message().response()
        && event.message().operation().equals("status")) {
      nbstat.add(event.at(), event.flow());
    }
  }
}
