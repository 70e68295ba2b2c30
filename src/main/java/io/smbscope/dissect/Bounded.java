package io.smbscope.dissect;

import java.util.LinkedHashMap;
import java.util.Map;

/** A table that forgets its eldest entry when it has too many. */
public final class Bounded<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  private Bounded(int most, boolean byUse) {
    super(16, 0.75f, byUse);
    this.most = most;
  }

  /** The entry added first is the eldest. */
  public static <K, V> Map<K, V> byAge(int most) {
    return new Bounded<>(most, false);
  }

  /** The entry asked for longest ago is the eldest. */
  public static <K, V> Map<K, V> byUse(int most) {
    return new Bounded<>(most, true);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
