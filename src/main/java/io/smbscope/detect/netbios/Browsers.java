package io.smbscope.detect.netbios;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.HostEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Announcements and elections of the browser protocol that are not what they say. [MS-BRWS] */
public final class Browsers implements Detection {
  private static final Rule ELECTION =
      Rule.of(
              "browser-election-abuse",
              "Elections of master browsers forced",
              Severity.MEDIUM,
              Confidence.LOW,
              "T1557",
              "One host calls for an election again and again, so as to become the one that tells"
                  + " which servers there are.",
              "Find out what the host is; turn the browser service and NetBIOS off.")
          .with("elections", 5)
          .with("seconds", 600);
  private static final Rule SPOOF =
      Rule.of(
          "browser-spoof",
          "Host announced by another one",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "T1036",
          "An announcement tells of another host than its sender, of another OS version or other"
              + " services than before, or resets browsers.",
          "Find out what the sender is; turn the browser service and NetBIOS off.");

  private static final Set<String> ANNOUNCEMENTS =
      Set.of("host-announcement", "local-master-announcement");

  /** What a host is, not which part it has among browsers, which changes. */
  private static final Set<String> LASTING =
      Set.of("domain-controller", "backup-domain-controller", "sql-server", "windows-nt-server");

  /** Requests of one election follow one another within this. [MS-BRWS] 3.3.6 */
  private static final long BURST = Duration.ofSeconds(15).toNanos();

  private static final int HOSTS = 4096;

  private record Announced(String ip, String mac, String version, Set<String> roles) {}

  private final Findings findings;
  private final long elections;
  private final long seconds;
  private final Rate<String> called;
  private final Latest<String, Stamp> lastCalls = new Latest<>(HOSTS);
  private final Latest<String, Announced> announced = new Latest<>(HOSTS);

  public Browsers(Settings settings, Findings findings) {
    this.findings = findings;
    this.elections = settings.number(ELECTION, "elections");
    this.seconds = settings.number(ELECTION, "seconds");
    this.called = new Rate<>(elections, Duration.ofSeconds(seconds), HOSTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(ELECTION, SPOOF);
  }

  @Override
  public void listen(Listeners on) {
    on.host(this::host);
  }

  private void host(HostEvent event) {
    if ("election-request".equals(event.kind())) {
      election(event);
    } else if ("reset-state".equals(event.kind())) {
      spoof(event, "resets browsers");
    } else if (ANNOUNCEMENTS.contains(event.kind()) && event.server() != null) {
      announcement(event);
    }
  }

  private void election(HostEvent event) {
    String ip = event.source().ip();
    Stamp last = lastCalls.get(ip);
    lastCalls.put(ip, event.at());
    if (last != null && event.at().nanos() - last.nanos() < BURST) {
      return;
    }
    int count = called.add(ip, event.at());
    if (count >= elections) {
      findings.report(
          new Sighting(ELECTION, event.at())
              .client(ip)
              .window(called.first(ip, count), seconds)
              .value("elections", count)
              .value("candidate", Seen.text(event.server())));
    }
  }

  private void announcement(HostEvent event) {
    String server = event.server().toUpperCase(Locale.ROOT);
    if (event.sourceName() != null && !server.equals(name(event.sourceName()))) {
      spoof(event, "sent by " + Seen.text(event.sourceName()));
    }
    Set<String> roles = new HashSet<>(event.roles());
    roles.retainAll(LASTING);
    String mac = event.source().mac();
    Announced now = new Announced(event.source().ip(), mac, event.version(), roles);
    Announced before = announced.get(server);
    boolean leaves = event.roles().isEmpty();
    if (!leaves) {
      announced.put(server, now);
    }
    if (before == null || leaves) {
      return;
    }
    boolean sameHost =
        before.ip().equals(now.ip()) || (before.mac() != null && before.mac().equals(now.mac()));
    if (!sameHost) {
      spoof(event, "was announced by " + before.ip());
    } else if (before.version() != null && !before.version().equals(now.version())) {
      spoof(event, "version was " + before.version());
    } else if (!before.roles().equals(roles)) {
      spoof(event, "services were " + String.join(", ", before.roles()));
    }
  }

  /** Without its suffix, as {@code FILESRV<00>}. */
  private static String name(String withSuffix) {
    int suffix = withSuffix.lastIndexOf('<');
    return (suffix < 0 ? withSuffix : withSuffix.substring(0, suffix)).toUpperCase(Locale.ROOT);
  }

  private void spoof(HostEvent event, String why) {
    findings.report(
        new Sighting(SPOOF, event.at())
            .client(event.source().ip())
            .operation(event.kind())
            .value("announced", Seen.text(event.server()))
            .value("version", event.version())
            .value("why", why));
  }
}
