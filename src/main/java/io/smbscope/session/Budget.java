package io.smbscope.session;

/**
 * A bound on the entries of all tables together, so that many connections cannot do what one may
 * not.
 */
final class Budget {
  private final int limit;
  private int used;

  Budget(int limit) {
    this.limit = limit;
  }

  boolean take() {
    if (used >= limit) {
      return false;
    }
    used++;
    return true;
  }

  void give() {
    used--;
  }

  int used() {
    return used;
  }
}
