package io.smbscope.session;

/** Octets of memory that contents of files may take while they are put together. */
final class Room {
  private final long limit;
  private long used;

  Room(long limit) {
    this.limit = limit;
  }

  /** Whether there was so much left. */
  boolean take(long octets) {
    if (used + octets > limit) {
      return false;
    }
    used += octets;
    return true;
  }

  void give(long octets) {
    used -= octets;
  }

  long used() {
    return used;
  }
}
