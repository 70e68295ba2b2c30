package io.smbscope.detect;

import io.smbscope.detect.window.Latest;
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

  Hosts(Listeners on) {
    on.session(this::session);
    on.tree(this::tree);
    on.host(this::announced);
    on.name(this::name);
  }

  /**
   * Names a host is known by, in upper case: its own as a server in NTLM, those it announced or
   * registered; not those that clients claim to have. Empty when nothing is known.
   */
  public Set<String> names(String ip) {
    Host host = hosts.get(ip);
    return host == null ? Set.of() : Set.copyOf(host.names);
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

  /** It has the shares of a domain controller, or says that it is one. */
  public boolean domainController(String ip) {
    Host host = hosts.get(ip);
    return host != null && host.domainController;
  }

  /** It let somebody connect to a share of its own. */
  public boolean server(String ip) {
    Host host = hosts.get(ip);
    return host != null && host.server;
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
