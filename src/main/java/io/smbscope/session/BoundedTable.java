package io.smbscope.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A table in order of insertion with a limit of its own and a share in a {@link Budget}. Over
 * either, its oldest entry is evicted; a table without entries takes none while the budget is
 * spent.
 */
final class BoundedTable<K, V> {
  /** Made with the first entry: most connections need few of their tables. */
  private Map<K, V> entries = Collections.emptyMap();

  private final int limit;
  private final Budget budget;
  private final Consumer<V> whenEvicted;

  BoundedTable(int limit, Budget budget, Consumer<V> whenEvicted) {
    this.limit = limit;
    this.budget = budget;
    this.whenEvicted = whenEvicted;
  }

  V get(K key) {
    return entries.get(key);
  }

  /** Adds or replaces; returns what stood there before, or null. */
  V put(K key, V value) {
    if (!(entries instanceof LinkedHashMap)) {
      entries = new LinkedHashMap<>(4);
    }
    V before = entries.put(key, value);
    if (before != null) {
      return before;
    }
    boolean paid = budget.take();
    while (entries.size() > 1 && (!paid || entries.size() > limit)) {
      Iterator<V> oldest = entries.values().iterator();
      V evicted = oldest.next();
      oldest.remove();
      if (paid) {
        budget.give();
      }
      paid = true;
      whenEvicted.accept(evicted);
    }
    if (!paid) {
      entries.remove(key);
      whenEvicted.accept(value);
    }
    return null;
  }

  V remove(K key) {
    V removed = entries.remove(key);
    if (removed != null) {
      budget.give();
    }
    return removed;
  }

  int size() {
    return entries.size();
  }

  /** All entries, oldest first, in a list of its own, so that the table may change meanwhile. */
  List<V> values() {
    return new ArrayList<>(entries.values());
  }

  /** Removes the entries that {@code condition} holds for and returns them, oldest first. */
  List<V> removeIf(Predicate<V> condition) {
    List<V> removed = new ArrayList<>();
    Iterator<V> each = entries.values().iterator();
    while (each.hasNext()) {
      V value = each.next();
      if (condition.test(value)) {
        each.remove();
        budget.give();
        removed.add(value);
      }
    }
    return removed;
  }

  /** Empties the table and returns what was in it, oldest first. */
  List<V> drain() {
    List<V> all = values();
    for (int i = 0; i < all.size(); i++) {
      budget.give();
    }
    entries.clear();
    return all;
  }
}
