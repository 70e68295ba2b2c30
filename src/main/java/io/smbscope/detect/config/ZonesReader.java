package io.smbscope.detect.config;

import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.policy.Zones;
import io.smbscope.detect.policy.Zones.Pair;
import io.smbscope.detect.policy.Zones.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The zones of {@link ConfigFile}. */
final class ZonesReader {
  private static final int MOST_VLAN = 4094;

  private ZonesReader() {}

  static Zones zones(YamlValue value) {
    Map<YamlValue, YamlValue> entries = value.entries();
    Set<String> names = new HashSet<>();
    for (YamlValue name : entries.keySet()) {
      if (name.text().equals(Zones.ANY)) {
        throw name.wrong("'any' stands for all zones, none can have that name");
      }
      if (!names.add(name.text())) {
        throw name.wrong("'" + name.text() + "' is there twice");
      }
    }
    List<Zone> zones = new ArrayList<>();
    Set<Pair> allowed = new HashSet<>();
    entries.forEach(
        (name, zone) -> {
          Map<String, YamlValue> keys = zone.keys("subnets", "vlans", "reaches");
          if (!keys.containsKey("subnets") && !keys.containsKey("vlans")) {
            throw name.wrong("zone '" + name.text() + "' needs subnets or vlans");
          }
          zones.add(zone(name.text(), keys.get("subnets"), keys.get("vlans")));
          if (keys.containsKey("reaches")) {
            for (YamlValue other : keys.get("reaches").items()) {
              allowed.add(new Pair(name.text(), known(other, names)));
            }
          }
        });
    return new Zones(List.copyOf(zones), Set.copyOf(allowed));
  }

  private static String known(YamlValue other, Set<String> names) {
    String name = other.text();
    if (!name.equals(Zones.ANY) && !names.contains(name)) {
      throw other.wrong("no zone '" + name + "'");
    }
    return name;
  }

  private static Zone zone(String name, YamlValue subnets, YamlValue vlans) {
    Set<Integer> ids = new HashSet<>();
    if (vlans != null) {
      vlans.items().forEach(id -> ids.add((int) id.number(1, MOST_VLAN)));
    }
    return new Zone(
        name, subnets == null ? List.of() : subnets.items(Network::of), Set.copyOf(ids));
  }
}
