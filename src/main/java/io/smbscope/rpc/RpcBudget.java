package io.smbscope.rpc;

import io.smbscope.base.Limits;

/**
 * Octets of memory that all pipes together may take for messages that are not whole: {@link
 * Limits#outOfOrderTotal}. Used by one thread.
 */
public final class RpcBudget {
  private final long limit;
  private long used;

  public RpcBudget(Limits limits) {
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

  /** Octets that are taken. */
  public long used() {
    return used;
  }
}
