package io.smbscope.output.zeek;

/** How much the tables of all connections may keep together, in octets as they are estimated. */
final class Holdings {
  private final long limit;
  private long held;

  Holdings(long limit) {
    this.limit = limit;
  }

  /** False when there is no room for so many more. */
  boolean take(long octets) {
    if (held + octets > limit) {
      return false;
    }
    held += octets;
    return true;
  }

  void release(long octets) {
    held -= octets;
  }
}
