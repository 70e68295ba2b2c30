package io.smbscope.detect.exposure;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.policy.Role;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.HostEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.time.Duration;
import java.util.List;

/**
 * SMB between two hosts that are both known as clients of servers and as servers of hardly anybody.
 * A server is a domain controller, one that says so, or one with several clients. What the
 * inventory says of a host goes before all that.
 */
public final class PeerToPeer implements Detection {
  private static final Rule RULE =
      Rule.of(
              "workstation-to-workstation",
              "SMB between workstations",
              Severity.MEDIUM,
              Confidence.LOW,
              "T1021.002",
              "A host that uses servers as a client connects to a share of another such host, which"
                  + " has hardly any clients.",
              "Block ports 445 and 139 between workstations by their firewalls.")
          .with("server-clients", 3)
          .with("seconds", 86_400);

  private static final int HOSTS = 16_384;

  private final Knowledge knowledge;
  private final Findings findings;
  private final long serverClients;

  /** Clients by server. */
  private final Distinct<String, String> clients;

  /** Hosts that connected to a share of a server. */
  private final Latest<String, Boolean> users = new Latest<>(HOSTS);

  /** Hosts that announced to be servers. */
  private final Latest<String, Boolean> announced = new Latest<>(HOSTS);

  public PeerToPeer(Settings settings, Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
    this.serverClients = settings.number(RULE, "server-clients");
    Duration window = Duration.ofSeconds(settings.number(RULE, "seconds"));
    this.clients = new Distinct<>(serverClients, window, HOSTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.host(this::host);
    on.tree(this::tree);
  }

  private void host(HostEvent host) {
    boolean server =
        host.roles().contains("windows-nt-server")
            || host.roles().contains("print-server")
            || host.roles().contains("domain-controller");
    if (server && "host-announcement".equals(host.kind())) {
      announced.put(host.source().ip(), true);
    }
  }

  private boolean server(String ip) {
    Role role = knowledge.hosts().role(ip);
    if (role != null) {
      return role != Role.WORKSTATION && role != Role.SCANNER;
    }
    return knowledge.hosts().domainController(ip)
        || announced.get(ip) != null
        || clients.values(ip).size() >= serverClients;
  }

  /** By the inventory, else by its use of servers. */
  private boolean workstation(String ip) {
    Role role = knowledge.hosts().role(ip);
    return role == Role.WORKSTATION || (role == null && users.get(ip) != null);
  }

  private void tree(TreeEvent tree) {
    String client = tree.client().ip();
    String server = tree.server().ip();
    if (!"STATUS_SUCCESS".equals(tree.status())
        || client.equals(server)
        || !knowledge.networks().inside(client)
        || !knowledge.networks().inside(server)) {
      return;
    }
    Stamp at = tree.at();
    clients.add(server, client, at);
    if (server(server)) {
      users.put(client, true);
    } else if (workstation(client) && workstation(server) && !server(client)) {
      findings.report(
          new Sighting(RULE, at)
              .between(tree.connection(), tree.client(), tree.server())
              .value("user", tree.user())
              .value("share", tree.path()));
    }
  }
}
