package io.smbscope.detect.policy;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Networks;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.policy.Inventory.Host;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowEvent.Side;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;

/**
 * Hosts that the inventory does not name, and addresses that move from one MAC address to another.
 * Only packets that a host sent tell its MAC address, and only in its own segment: a MAC address of
 * many IP addresses is a router's, and those behind it are known by their IP addresses alone.
 */
public final class UnknownHosts implements Detection {
  private static final Rule MAC =
      Rule.of(
              "unknown-mac",
              "Unknown or moved MAC address",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1200",
              "A host's packets come from a MAC address that is not in the inventory, or from another than shortly"
                  + " before; a MAC address of more than router-addresses IP addresses is a router's.",
              "Find out what was plugged in or took the address over, and add it to the inventory when it belongs there.")
          .with("seconds", Duration.ofHours(24).toSeconds())
          .with("router-addresses", 4);

  private static final Rule HOST =
      Rule.of(
          "unknown-host",
          "Host that is not in the inventory",
          Severity.LOW,
          Confidence.HIGH,
          "T1200",
          "There is an inventory, and a host inside that it names neither by address nor by MAC address uses SMB.",
          "Find out what it is, and add it to the inventory when it belongs there.");

  private static final int ADDRESSES = 16_384;

  /** Of what first-hop redundancy shares between routers: VRRP, HSRP, GLBP, CARP. */
  private static final List<String> SHARED =
      List.of(
          "00:00:5e:00:01:", "00:00:5e:00:02:", "00:00:0c:07:ac:", "00:00:0c:9f:f", "00:07:b4:");

  private record Seen(String mac, Stamp at) {}

  private final Findings findings;
  private final Inventory inventory;
  private final Networks networks;
  private final long window;
  private final long routerAddresses;

  /** IP addresses of each MAC address, those of IPv6 apart. */
  private final Distinct<String, String> addresses;

  /** By IP address. */
  private final Latest<String, Seen> latest = new Latest<>(ADDRESSES);

  public UnknownHosts(Settings settings, Knowledge knowledge, Findings findings) {
    this.findings = findings;
    this.inventory = settings.policy().inventory();
    this.networks = knowledge.networks();
    Duration time = Duration.ofSeconds(settings.number(MAC, "seconds"));
    this.window = time.toNanos();
    this.routerAddresses = settings.number(MAC, "router-addresses");
    this.addresses = new Distinct<>(routerAddresses + 1, time, ADDRESSES);
  }

  @Override
  public List<Rule> rules() {
    return List.of(MAC, HOST);
  }

  @Override
  public void listen(Listeners on) {
    on.flowEnd(this::flow);
  }

  private void flow(FlowEvent event) {
    side(event, event.client(), true);
    side(event, event.server(), false);
  }

  private void side(FlowEvent event, Side side, boolean client) {
    if (side.packets() == 0) {
      return;
    }
    FlowKey flow = event.flow();
    String ip = client ? flow.client().ip() : flow.server().ip();
    String mac = side.mac();
    boolean local = mac != null && !shared(mac) && !router(mac) && !serves(mac, ip, event.last());
    if (local) {
      Seen before = latest.get(ip);
      latest.put(ip, new Seen(mac, event.last()));
      if (before != null && moved(before, mac, event.last()) && networks.inside(ip)) {
        findings.report(
            sighting(MAC, event, ip, client).value("mac", mac).value("before", before.mac()));
      }
    }
    if (!inventory.isEmpty()) {
      listed(event, ip, local ? mac : null, client);
    }
  }

  private static boolean shared(String mac) {
    boolean toMany = (Character.digit(mac.charAt(1), 16) & 1) != 0;
    return toMany || SHARED.stream().anyMatch(mac::startsWith);
  }

  private boolean router(String mac) {
    Host host = inventory.byMac(mac);
    return host != null && host.role() == Role.ROUTER;
  }

  /** It is a router's, of this address and many others. */
  private boolean serves(String mac, String ip, Stamp at) {
    return addresses.add(key(mac, ip), ip, at) > routerAddresses;
  }

  private static String key(String mac, String ip) {
    return ip.indexOf(':') < 0 ? mac : mac + " IPv6";
  }

  private boolean moved(Seen before, String mac, Stamp at) {
    return !before.mac().equals(mac)
        && at.nanos() - before.at().nanos() <= window
        && !shared(before.mac());
  }

  private void listed(FlowEvent event, String ip, String mac, boolean client) {
    Host byAddress = inventory.byAddress(ip);
    if (inventory.byMac(mac) != null || !networks.inside(ip)) {
      return;
    }
    boolean judgedByMac =
        mac != null
            && inventory.hasMacs()
            && (byAddress == null || (byAddress.mac() != null && byAddress.oneHost()));
    if (judgedByMac) {
      findings.report(
          sighting(MAC, event, ip, client)
              .value("mac", mac)
              .value("expected", byAddress == null ? null : byAddress.mac()));
    } else if (byAddress == null) {
      findings.report(sighting(HOST, event, ip, client).value("mac", mac));
    }
  }

  private static Sighting sighting(Rule rule, FlowEvent event, String ip, boolean client) {
    Sighting sighting = new Sighting(rule, event.at()).flow(event.flow().id());
    return client
        ? sighting.client(ip).value("other", event.flow().server().ip())
        : sighting.server(ip).value("other", event.flow().client().ip());
  }
}
