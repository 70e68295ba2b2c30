package io.smbscope.detect.policy;

import io.smbscope.detect.Networks.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hosts that a user knows of. */
public final class Inventory {
  public static final Inventory NONE = new Inventory("", List.of());

  /**
   * A host, or those of a network.
   *
   * @param mac as in events, or null
   * @param address or null
   * @param name or null
   * @param role or null
   */
  public record Host(String mac, Network address, String name, Role role) {
    /** Not those of a network. */
    public boolean oneHost() {
      return address == null || address.single();
    }
  }

  private final String file;
  private final Map<String, Host> byMac = new HashMap<>();
  private final Map<String, Host> byAddress = new HashMap<>();

  /** The narrowest first. */
  private final List<Host> networks = new ArrayList<>();

  /**
   * @param file that it was read from, as named by the user; empty for none
   */
  public Inventory(String file, List<Host> hosts) {
    this.file = file;
    for (Host host : hosts) {
      if (host.mac() != null) {
        byMac.putIfAbsent(host.mac(), host);
      }
      if (host.address() != null) {
        if (host.address().single()) {
          byAddress.putIfAbsent(host.address().toString(), host);
        } else {
          networks.add(host);
        }
      }
    }
    networks.sort(Comparator.comparingInt((Host host) -> host.address().prefix()).reversed());
  }

  /** That it was read from; empty for none. */
  public String file() {
    return file;
  }

  public boolean isEmpty() {
    return byMac.isEmpty() && byAddress.isEmpty() && networks.isEmpty();
  }

  /** It names MAC addresses, so that others are unknown. */
  public boolean hasMacs() {
    return !byMac.isEmpty();
  }

  /** The host, or the network, of an address as in events; null when there is none. */
  public Host byAddress(String ip) {
    Host host = byAddress.get(ip);
    if (host != null || networks.isEmpty()) {
      return host;
    }
    for (Host network : networks) {
      if (network.address().contains(ip)) {
        return network;
      }
    }
    return null;
  }

  /** Null when there is none; also for null. */
  public Host byMac(String mac) {
    return byMac.get(mac);
  }
}
