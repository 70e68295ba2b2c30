package io.smbscope.detect.policy;

import io.smbscope.detect.Networks;
import io.smbscope.detect.Settings;
import io.smbscope.detect.baseline.Baseline;
import java.util.List;
import java.util.Map;

/** Settings with one part of the policy set. */
final class Policies {
  private Policies() {}

  static Settings zones(Zones zones) {
    return settings(zones, Inventory.NONE, AccessList.NONE, AccessList.NONE, List.of());
  }

  static Settings inventory(Inventory inventory) {
    return settings(Zones.NONE, inventory, AccessList.NONE, AccessList.NONE, List.of());
  }

  static Settings lists(AccessList block, AccessList allow) {
    return settings(Zones.NONE, Inventory.NONE, block, allow, List.of());
  }

  static Settings sensitive(SensitivePaths... kinds) {
    return settings(Zones.NONE, Inventory.NONE, AccessList.NONE, AccessList.NONE, List.of(kinds));
  }

  private static Settings settings(
      Zones zones,
      Inventory inventory,
      AccessList block,
      AccessList allow,
      List<SensitivePaths> sensitive) {
    Policy policy =
        new Policy(zones, inventory, block, allow, sensitive, Decoys.NONE, Baseline.NONE);
    return new Settings(Map.of(), Networks.DEFAULT, List.of(), policy);
  }
}
