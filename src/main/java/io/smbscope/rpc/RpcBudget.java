package io.smbscope.rpc;

import io.smbscope.base.Limits;

/**
 * Octets of memory that all pipes together may take for messages that are not whole or wait for
 * their answers: {@link Limits#outOfOrderTotal}. Used by one thread.
 */
public final class RpcBudget {
  private final long limit;
  private long used;

  public RpcBudget(Limits limits) {
    this.limit = limits.outOfOrderTotal();
  }

  /** Returns false, and takes nothing, when so much is not left. */
  public boolean take(int octets) {
    if (used + octets > limit) {
      return false;
    }
    used += octets;
    return true;
  }

  public void give(int octets) {
    used -= octets;
  }

  /** Octets that are taken. */
  public long used() {
    return used;
  }
}
