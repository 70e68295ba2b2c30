package io.smbscope.output.zeek;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one connection keeps under numbers of the wire. When it is full, or all connections together
 * are, the eldest entry goes; of a connection that has none, what should have been added.
 */
final class HeldTable<V> {
  /** Estimated octets of an entry and its value, without texts. */
  private static final int ENTRY = 256;

  private final Holdings holdings;
  private final int limit;

  /** In the order of their coming. */
  private final Map<Long, Entry<V>> entries = new LinkedHashMap<>();

  /** An entry with the octets that were taken for it. */
  private record Entry<V>(V value, int octets) {}

  HeldTable(Holdings holdings, int limit) {
    this.holdings = holdings;
    this.limit = limit;
  }

  V get(long key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? null : entry.value;
  }

  /**
   * Puts it in place of what was there.
   *
   * @param characters of the texts that it keeps
   */
  void put(long key, V value, int characters) {
    remove(key);
    int octets = ENTRY + 2 * characters;
    if (entries.size() >= limit) {
      removeEldest();
    }
    while (!holdings.take(octets)) {
      if (entries.isEmpty()) {
        return;
      }
      removeEldest();
    }
    entries.put(key, new Entry<>(value, octets));
  }

  V remove(long key) {
    Entry<V> entry = entries.remove(key);
    if (entry == null) {
      return null;
    }
    holdings.release(entry.octets);
    return entry.value;
  }

  private void removeEldest() {
    var eldest = entries.entrySet().iterator();
    holdings.release(eldest.next().getValue().octets);
    eldest.remove();
  }

  int size() {
    return entries.size();
  }

  void clear() {
    entries.values().forEach(entry -> holdings.release(entry.octets));
    entries.clear();
  }
}
