package io.smbscope.detect.window;

import io.smbscope.base.Stamp;
import java.time.Duration;

/** How much there was of something for each key within a time. Used by one thread. */
public final class Volume<K> {
  /** Parts of the window; what is older goes part by part. */
  private static final int PARTS = 60;

  private static final class Amounts {
    final long[] parts = new long[PARTS];

    /** Number of the newest part since the epoch. */
    long newest;

    long total;
    Stamp first;
  }

  private final long part;
  private final Latest<K, Amounts> amounts;

  /**
   * @param window within which it is summed up
   * @param keys counted at once
   */
  public Volume(Duration window, int keys) {
    this.part = Math.max(1, window.toNanos() / PARTS);
    this.amounts = new Latest<>(keys);
  }

  /** There is more of it: returns how much there was within the window up to now. */
  public long add(K key, long amount, Stamp at) {
    Amounts of = amounts.computeIfAbsent(key, any -> new Amounts());
    long now = at.nanos() / part;
    long behind = Math.min(now - of.newest, PARTS);
    for (long i = 1; i <= behind; i++) {
      int index = Math.floorMod(of.newest + i, PARTS);
      of.total -= of.parts[index];
      of.parts[index] = 0;
    }
    of.newest = Math.max(of.newest, now);
    if (of.total == 0) {
      of.first = at;
    }
    of.parts[Math.floorMod(of.newest, PARTS)] += amount;
    of.total += amount;
    return of.total;
  }

  /** Since when there was some; null for a key without any. */
  public Stamp first(K key) {
    Amounts of = amounts.get(key);
    return of == null ? null : of.first;
  }
}
