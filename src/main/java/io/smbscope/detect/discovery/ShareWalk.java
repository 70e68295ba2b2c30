package io.smbscope.detect.discovery;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Names of shares tried one after the other, or one name on server after server. */
public final class ShareWalk implements Detection {
  private static final Rule RULE =
      Rule.of(
              "share-walk",
              "Shares tried one after the other",
              Severity.HIGH,
              Confidence.MEDIUM,
              "T1135",
              "TREE_CONNECT is refused for many shares, or one share is connected on many servers.",
              "Find out what runs on the client: people know their shares, inventories are known.")
          .with("refused", 10)
          .with("refused-seconds", 300)
          .with("servers", 10)
          .with("servers-seconds", 600);

  private static final int KEYS = 4096;

  private final Findings findings;
  private final long mostRefused;
  private final long refusedSeconds;
  private final long mostServers;
  private final long serversSeconds;
  private final Distinct<String, String> refused;
  private final Distinct<Key, String> servers;

  public ShareWalk(Settings settings, Findings findings) {
    this.findings = findings;
    this.mostRefused = settings.number(RULE, "refused");
    this.refusedSeconds = settings.number(RULE, "refused-seconds");
    this.mostServers = settings.number(RULE, "servers");
    this.serversSeconds = settings.number(RULE, "servers-seconds");
    this.refused = new Distinct<>(mostRefused, Duration.ofSeconds(refusedSeconds), KEYS);
    this.servers = new Distinct<>(mostServers, Duration.ofSeconds(serversSeconds), KEYS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.tree(this::tree);
  }

  private void tree(TreeEvent event) {
    if (event.path() == null) {
      return;
    }
    String client = event.client().ip();
    String share = share(event.path()).toUpperCase(Locale.ROOT);
    if ("STATUS_BAD_NETWORK_NAME".equals(event.status())
        || "STATUS_ACCESS_DENIED".equals(event.status())) {
      // A drive that is gone is tried again and again: shares are counted, not attempts.
      int count = refused.add(client, event.server().ip() + "\\" + share, event.at());
      if (count >= mostRefused) {
        findings.report(
            sighting(event)
                .window(refused.first(client), refusedSeconds)
                .value("refused", String.join(" ", refused.values(client))));
      }
    }
    if (!"IPC$".equals(share)) {
      Key key = Key.of(client, share);
      int count = servers.add(key, event.server().ip(), event.at());
      if (count >= mostServers) {
        findings.report(
            sighting(event)
                .window(servers.first(key), serversSeconds)
                .value("share", share)
                .value("servers", String.join(" ", servers.values(key))));
      }
    }
  }

  private static Sighting sighting(TreeEvent event) {
    return new Sighting(RULE, event.at())
        .flow(event.connection())
        .client(event.client().ip())
        .user(event.user());
  }

  private static String share(String path) {
    return path.substring(path.lastIndexOf('\\') + 1);
  }
}
