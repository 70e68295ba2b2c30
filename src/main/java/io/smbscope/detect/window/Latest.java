package io.smbscope.detect.window;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A table that forgets the key used longest ago when it is full. Used by one thread. */
public final class Latest<K, V> {
  private final int limit;
  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param limit keys kept, at least 1
   */
  public Latest(int limit) {
    this.limit = limit;
  }

  /** Null when there is none. */
  public V get(K key) {
    return entries.get(key);
  }

  public void put(K key, V value) {
    entries.put(key, value);
    makeRoom();
  }

  public V computeIfAbsent(K key, Function<K, V> made) {
    V value = entries.get(key);
    if (value == null) {
      value = made.apply(key);
      put(key, value);
    }
    return value;
  }

  /** Null when there was none. */
  public V remove(K key) {
    return entries.remove(key);
  }

  /** All that is kept, the one used longest ago first. */
  public void forEach(BiConsumer<K, V> action) {
    entries.forEach(action);
  }

  /** Keys kept now. */
  public int size() {
    return entries.size();
  }

  private void makeRoom() {
    if (entries.size() > limit) {
      Map.Entry<K, V> eldest = entries.entrySet().iterator().next();
      entries.remove(eldest.getKey());
    }
  }
}
