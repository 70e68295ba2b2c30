package io.smbscope.detect.window;

import io.smbscope.base.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many different values each key had within a time. Used by one thread. */
public final class Distinct<K, V> {
  private final int most;
  private final long window;
  private final Latest<K, LinkedHashMap<V, Stamp>> values;

  /**
   * @param most values counted of a key, at least 1; the one seen longest ago is forgotten
   * @param window within which they are counted
   * @param keys counted at once
   */
  public Distinct(long most, Duration window, int keys) {
    this.most = (int) Math.max(1, Math.min(most, 65_536));
    this.window = window.toNanos();
    this.values = new Latest<>(keys);
  }

  /** Returns how many different values there were within the window up to now, at most the most. */
  public int add(K key, V value, Stamp at) {
    LinkedHashMap<V, Stamp> of = values.computeIfAbsent(key, any -> new LinkedHashMap<>());
    of.remove(value);
    of.put(value, at);
    Iterator<Map.Entry<V, Stamp>> eldest = of.entrySet().iterator();
    while (eldest.hasNext()) {
      if (at.nanos() - eldest.next().getValue().nanos() > window || of.size() > most) {
        eldest.remove();
      } else {
        break;
      }
    }
    return of.size();
  }

  /** Those within the window at the last {@link #add}, oldest first. */
  public List<V> values(K key) {
    LinkedHashMap<V, Stamp> of = values.get(key);
    return of == null ? List.of() : new ArrayList<>(of.keySet());
  }

  /** When the oldest of them was seen last; null when there is none. */
  public Stamp first(K key) {
    LinkedHashMap<V, Stamp> of = values.get(key);
    return of == null || of.isEmpty() ? null : of.values().iterator().next();
  }

  public void forget(K key) {
    values.remove(key);
  }
}
