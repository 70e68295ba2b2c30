package io.smbscope.detect.window;

import io.smbscope.base.Stamp;
import java.time.Duration;

/** How often something happened to each key within a time. Used by one thread. */
public final class Rate<K> {
  private static final class Times {
    final Stamp[] ring;
    int next;
    int kept;

    Times(int size) {
      ring = new Stamp[size];
    }

    void add(Stamp at) {
      ring[next] = at;
      next = (next + 1) % ring.length;
      kept = Math.min(kept + 1, ring.length);
    }

    /** The one {@code age} before the newest, which is 0. */
    Stamp before(int age) {
      return ring[Math.floorMod(next - 1 - age, ring.length)];
    }
  }

  private final int most;
  private final long window;
  private final Latest<K, Times> times;

  /**
   * @param most times counted of a key, at least 1
   * @param window within which they are counted
   * @param keys counted at once
   */
  public Rate(long most, Duration window, int keys) {
    this.most = (int) Math.max(1, Math.min(most, 65_536));
    this.window = window.toNanos();
    this.times = new Latest<>(keys);
  }

  /** It happened once more: returns how often within the window up to now, at most {@code most}. */
  public int add(K key, Stamp at) {
    Times of = times.computeIfAbsent(key, any -> new Times(most));
    of.add(at);
    return count(of, at);
  }

  /** How often within the window up to now. */
  public int count(K key, Stamp at) {
    Times of = times.get(key);
    return of == null ? 0 : count(of, at);
  }

  private int count(Times of, Stamp at) {
    int count = 0;
    while (count < of.kept && at.nanos() - of.before(count).nanos() <= window) {
      count++;
    }
    return count;
  }

  /** The oldest of the {@code count} last times of a key. */
  public Stamp first(K key, int count) {
    return times.get(key).before(count - 1);
  }

  public void forget(K key) {
    times.remove(key);
  }
}
