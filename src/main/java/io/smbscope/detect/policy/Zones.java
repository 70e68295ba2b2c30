package io.smbscope.detect.policy;

import io.smbscope.detect.Networks;
import io.smbscope.detect.Networks.Network;
import java.util.List;
import java.util.Set;

/**
 * Parts of the network, and which of them may reach which over SMB.
 *
 * @param zones in the order of the configuration
 * @param allowed pairs; within a zone all is allowed
 */
public record Zones(List<Zone> zones, Set<Pair> allowed) {
  public static final Zones NONE = new Zones(List.of(), Set.of());

  /** In a pair: every zone, and no zone. */
  public static final String ANY = "any";

  /**
   * One part.
   *
   * @param vlans 802.1Q ids
   */
  public record Zone(String name, List<Network> subnets, Set<Integer> vlans) {}

  /**
   * Names of zones, or {@link #ANY}.
   *
   * @param from of the client
   * @param to of the server
   */
  public record Pair(String from, String to) {}

  /**
   * Name of the zone of a host: of the narrowest subnet that it is in, else of its VLAN; null when
   * it is in none.
   *
   * @param vlans that its packets are tagged with
   */
  public String of(String ip, List<Integer> vlans) {
    String name = null;
    byte[] address = Networks.octets(ip);
    int narrowest = -1;
    for (Zone zone : zones) {
      for (Network subnet : zone.subnets()) {
        if (address != null && subnet.prefix() > narrowest && subnet.contains(address)) {
          narrowest = subnet.prefix();
          name = zone.name();
        }
      }
    }
    return name == null ? ofVlan(vlans) : name;
  }

  private String ofVlan(List<Integer> vlans) {
    for (Zone zone : zones) {
      for (Integer vlan : vlans) {
        if (zone.vlans().contains(vlan)) {
          return zone.name();
        }
      }
    }
    return null;
  }

  /** Whether a client of one zone may reach a server of another; null is a host in no zone. */
  public boolean allows(String from, String to) {
    return from == null
        || to == null
        || from.equals(to)
        || allowed.contains(new Pair(from, to))
        || allowed.contains(new Pair(from, ANY))
        || allowed.contains(new Pair(ANY, to));
  }
}
