package io.smbscope.detect.policy;

import io.smbscope.detect.baseline.Baseline;
import java.util.List;

/**
 * What users say of their network.
 *
 * @param block who must not use SMB
 * @param allow who alone may use it; empty: everybody
 * @param sensitive in the order of the configuration; a path is of the first that it matches
 * @param baseline what was learned to be normal; empty: departures are not looked for
 */
public record Policy(
    Zones zones,
    Inventory inventory,
    AccessList block,
    AccessList allow,
    List<SensitivePaths> sensitive,
    Decoys decoys,
    Baseline baseline) {
  /** As it comes: only the sensitive paths are set. */
  public static final Policy DEFAULT =
      new Policy(
          Zones.NONE,
          Inventory.NONE,
          AccessList.NONE,
          AccessList.NONE,
          SensitivePaths.DEFAULT,
          Decoys.NONE,
          Baseline.NONE);

  /**
   * Of which kind of {@link SensitivePaths} a file is.
   *
   * @param share or null
   * @param name within it
   * @return its name; null when it is of none
   */
  public String sensitiveKind(String share, String name) {
    SensitivePaths kind = SensitivePaths.of(sensitive, PathPattern.path(share, name));
    return kind == null ? null : kind.name();
  }

  public Policy with(Inventory other) {
    return new Policy(zones, other, block, allow, sensitive, decoys, baseline);
  }

  public Policy with(Baseline other) {
    return new Policy(zones, inventory, block, allow, sensitive, decoys, other);
  }
}
