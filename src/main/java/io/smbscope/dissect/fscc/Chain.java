package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Region;
import java.util.function.Predicate;

/** Entries that begin with the offset of the next one from their own begin, 0 in the last. */
final class Chain {
  /** No message is long enough for more that mean something. */
  private static final int MOST = 100_000;

  private Chain() {}

  /**
   * Hands on what begins with each entry.
   *
   * @param least no entry has less octets, or as many
   * @param entry whether it was there wholly
   * @return whether all were
   */
  static boolean walk(Region region, int least, Predicate<Region> entry) {
    long at = 0;
    for (int i = 0; i < MOST && region.length() - at > least; i++) {
      Region rest = region.from((int) at);
      if (!entry.test(rest)) {
        return false;
      }
      if (!rest.has(0, 4) || rest.octets().u32le(0) == 0) {
        return true;
      }
      at += rest.octets().u32le(0);
    }
    return true;
  }
}
