package io.smbscope.detect.lateral;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.time.Duration;
import java.util.List;

/** Shares that only administrators may use: ADMIN$ and those of drives. */
public final class AdminShares implements Detection {
  private static final Rule CONNECT =
      Rule.of(
          "admin-share-connect",
          "Connection to an administrative share",
          Severity.LOW,
          Confidence.HIGH,
          "T1021.002",
          "TREE_CONNECT to ADMIN$ or to the share of a drive, such as C$.",
          "Find out whether this user administers this server from this client.");
  private static final Rule SPREAD =
      Rule.of(
              "admin-share-spread",
              "Many connections to administrative shares",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1021.002",
              "One client connects to ADMIN$ or shares of drives again and again, or of many servers.",
              "Find out what runs on the client; software distribution does this, and so do worms.")
          .with("connects", 5)
          .with("seconds", 300);
  private static final Rule WRITE =
      Rule.of(
          "admin-share-write",
          "File written to an administrative share",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1570",
          "WRITE to a file in ADMIN$ or in the share of a drive.",
          "Look at the file and at what was run on the server after it came.");

  private static final int CLIENTS = 8192;
  private static final int SERVERS_COUNTED = 64;

  private final Findings findings;
  private final long connects;
  private final long seconds;
  private final Rate<String> rate;
  private final Distinct<String, String> servers;

  public AdminShares(Settings settings, Findings findings) {
    this.findings = findings;
    this.connects = settings.number(SPREAD, "connects");
    this.seconds = settings.number(SPREAD, "seconds");
    this.rate = new Rate<>(connects, Duration.ofSeconds(seconds), CLIENTS);
    this.servers = new Distinct<>(SERVERS_COUNTED, Duration.ofSeconds(seconds), CLIENTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(CONNECT, SPREAD, WRITE);
  }

  @Override
  public void listen(Listeners on) {
    on.tree(this::tree);
    on.openEnd(this::openEnd);
  }

  private void tree(TreeEvent tree) {
    if (!PathNames.adminShare(tree.path())) {
      return;
    }
    findings.report(Seen.in(CONNECT, tree).value("status", tree.status()));
    String client = tree.client().ip();
    int count = rate.add(client, tree.at());
    int reached = servers.add(client, tree.server().ip(), tree.at());
    if (count >= connects) {
      findings.report(
          new Sighting(SPREAD, tree.at())
              .flow(tree.connection())
              .client(client)
              .user(tree.user())
              .severity(reached > 1 ? null : Severity.MEDIUM)
              .window(rate.first(client, count), seconds)
              .value("connects", count)
              .value("servers", String.join(", ", servers.values(client))));
    }
  }

  private void openEnd(FileEvent file) {
    if (file.bytesWritten() > 0 && PathNames.adminShare(file.share())) {
      findings.report(
          Seen.in(WRITE, file)
              .packet(file.start().packet())
              .value("file", Seen.text(file.name()))
              .value("octets", file.bytesWritten()));
    }
  }
}
