package io.smbscope.netbios;

import io.smbscope.base.Limits;

/**
 * Octets of memory that the messages being gathered of all connections of a shard may take: {@link
 * Limits#outOfOrderTotal}. A connection's limit alone would let many connections take any amount.
 */
public final class GatherBudget {
  private final long limit;
  private long used;

  public GatherBudget(Limits limits) {
    this.limit = limits.outOfOrderTotal();
  }

  boolean take(int octets) {
    if (used + octets > limit) {
      return false;
    }
    used += octets;
    return true;
  }

  void give(int octets) {
    used -= octets;
  }

  /** Memory is not to be kept for later use. */
  boolean scarce() {
    return used > limit / 2;
  }
}
