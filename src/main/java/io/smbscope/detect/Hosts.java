package io.smbscope.detect;

import io.smbscope.detect.policy.Inventory;
import io.smbscope.detect.policy.Role;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What hosts said of themselves, by IP address. */
public final class Hosts {
  private static final int HOSTS = 16_384;
  private static final int NAMES = 16;
  private static final Set<String> OF_DOMAIN_CONTROLLERS = Set.of("SYSVOL", "NETLOGON");

  private static final class Host {
    final Set<String> names = new HashSet<>(4);
    boolean domainController;
    boolean server;
  }

  private static final int ADDRESSES = 16;

  private final Latest<String, Host> hosts = new Latest<>(HOSTS);

  /** IP addresses by name in upper case, of a DNS name also without its domain. */
  private final Latest<String, Set<String>> addresses = new Latest<>(HOSTS);

  private final Inventory inventory;

  /** By IP address. Only kept where the inventory names some. */
  private final Latest<String, String> macs = new Latest<>(HOSTS);

  Hosts(Inventory inventory, Listeners on) {
    this.inventory = inventory;
    if (inventory.hasMacs()) {
      on.flowStart(this::flow);
    }
    on.session(this::session);
    on.tree(this::tree);
    on.host(this::announced);
    on.name(this::name);
  }

  /**
   * Names a host is known by, in upper case: its own as a server in NTLM, those it announced or
   * registered, the inventory's; not those that clients claim to have. Empty when nothing is known.
   */
  public Set<String> names(String ip) {
    Host host = hosts.get(ip);
    Inventory.Host listed = listed(ip);
    if (listed == null || !listed.oneHost() || listed.name() == null) {
      return host == null ? Set.of() : Set.copyOf(host.names);
    }
    Set<String> names = host == null ? new HashSet<>() : new HashSet<>(host.names);
    names.add(listed.name().toUpperCase(Locale.ROOT));
    return names;
  }

  /** IP addresses of the host with a name, the first label of a DNS name; empty when not known. */
  public Set<String> addresses(String name) {
    Set<String> known = addresses.get(label(name.toUpperCase(Locale.ROOT)));
    return known == null ? Set.of() : Set.copyOf(known);
  }

  private static String label(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** It has the shares of a domain controller, says that it is one, or the inventory says so. */
  public boolean domainController(String ip) {
    Host host = hosts.get(ip);
    return (host != null && host.domainController) || role(ip) == Role.DOMAIN_CONTROLLER;
  }

  /** It let somebody connect to a share of its own, or the inventory calls it a server. */
  public boolean server(String ip) {
    Host host = hosts.get(ip);
    if (host != null && host.server) {
      return true;
    }
    Role role = role(ip);
    return role == Role.FILE_SERVER || role == Role.DOMAIN_CONTROLLER || role == Role.PRINTER;
  }

  /** What the inventory says that it is for; null when it does not say. */
  public Role role(String ip) {
    Inventory.Host listed = listed(ip);
    return listed == null ? null : listed.role();
  }

  /** Its entry of the inventory, by its address, else by its MAC address; null without one. */
  public Inventory.Host listed(String ip) {
    if (inventory.isEmpty()) {
      return null;
    }
    Inventory.Host byAddress = inventory.byAddress(ip);
    if (byAddress != null && byAddress.oneHost()) {
      return byAddress;
    }
    Inventory.Host byMac = inventory.byMac(macs.get(ip));
    boolean itself = byMac != null && byMac.role() != Role.ROUTER;
    return itself ? byMac : byAddress;
  }

  private void flow(FlowStartEvent event) {
    mac(event.flow().client());
    mac(event.flow().server());
  }

  private void mac(Endpoint end) {
    if (end.mac() != null && inventory.byMac(end.mac()) != null) {
      macs.put(end.ip(), end.mac());
    }
  }

  private Host host(String ip) {
    return hosts.computeIfAbsent(ip, any -> new Host());
  }

  private void named(String ip, Host host, String name) {
    if (name != null && !name.isEmpty() && host.names.size() < NAMES) {
      String upper = name.toUpperCase(Locale.ROOT);
      if (host.names.add(upper)) {
        Set<String> of = addresses.computeIfAbsent(label(upper), any -> new HashSet<>(2));
        if (of.size() < ADDRESSES) {
          of.add(ip);
        }
      }
    }
  }

  private void session(SessionEvent event) {
    if (event.identity() != null && event.identity().serverNetbiosName() != null) {
      String ip = event.server().ip();
      Host host = host(ip);
      named(ip, host, event.identity().serverNetbiosName());
      named(ip, host, event.identity().serverDnsName());
    }
  }

  private void tree(TreeEvent event) {
    if (event.path() == null || !"STATUS_SUCCESS".equals(event.status())) {
      return;
    }
    String share = event.path().substring(event.path().lastIndexOf('\\') + 1);
    Host host = host(event.server().ip());
    host.server = true;
    if (OF_DOMAIN_CONTROLLERS.contains(share.toUpperCase(Locale.ROOT))) {
      host.domainController = true;
    }
  }

  private void announced(HostEvent event) {
    if (event.server() != null && "host-announcement".equals(event.kind())) {
      Host host = host(event.source().ip());
      named(event.source().ip(), host, event.server());
      host.domainController |= event.roles().contains("domain-controller");
    }
  }

  private void name(NameEvent event) {
    if ("registration".equals(event.operation()) && !event.group()) {
      event.addresses().forEach(ip -> named(ip, host(ip), event.name()));
    }
  }
}
