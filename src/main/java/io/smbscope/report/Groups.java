package io.smbscope.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Groups of events, the most important first, at most so many: a new group beyond that drives out
 * the least important quarter, which is counted. What was driven out and comes again counts anew.
 */
final class Groups<K, V> {
  private final int limit;
  private final Supplier<V> fresh;
  private final Comparator<Entry<K, V>> importantFirst;
  private final Map<K, V> groups = new LinkedHashMap<>();
  private long evicted;

  Groups(int limit, Supplier<V> fresh, Comparator<Entry<K, V>> importantFirst) {
    this.limit = limit;
    this.fresh = fresh;
    this.importantFirst = importantFirst;
  }

  /** The group of a key, a new one if there is none. */
  V at(K key) {
    V group = groups.get(key);
    if (group == null) {
      if (groups.size() >= limit) {
        evict();
      }
      group = fresh.get();
      groups.put(key, group);
    }
    return group;
  }

  /** The least important of all. */
  V least() {
    return Collections.max(groups.entrySet(), importantFirst).getValue();
  }

  /** The group of a key, or null. */
  V known(K key) {
    return groups.get(key);
  }

  /** A new group would drive out others. */
  boolean full() {
    return groups.size() >= limit;
  }

  /** One more was driven out, before it came in. */
  void pass() {
    evicted++;
  }

  private void evict() {
    List<Entry<K, V>> ordered = top(Integer.MAX_VALUE);
    List<K> least =
        ordered.subList(limit - Math.max(1, limit / 4), limit).stream()
            .map(Entry::getKey)
            .collect(Collectors.toList());
    least.forEach(groups::remove);
    evicted += least.size();
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** All groups there were, also those driven out. */
  long total() {
    return groups.size() + evicted;
  }

  /** The most important, at most so many. */
  List<Entry<K, V>> top(int count) {
    return groups.entrySet().stream()
        .sorted(importantFirst)
        .limit(count)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** What to say below a table of {@code shown} rows; empty when nothing is missing. */
  List<Cell> leftOut(int shown) {
    if (total() <= shown) {
      return List.of();
    }
    String words = "and " + Amounts.count(total() - Math.min(shown, groups.size())) + " more";
    return List.of(
        evicted == 0
            ? Cell.of(words, Style.FAINT)
            : Cell.of(
                words + ", the least of them not kept: over the limit of " + Amounts.count(limit),
                Style.WARN));
  }
}
