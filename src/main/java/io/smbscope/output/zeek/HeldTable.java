package io.smbscope.output.zeek;

import java.util.Arrays;

/**
 * What one connection keeps under numbers of the wire. When it is full, or all connections together
 * are, one of its entries goes; of a connection that has none, what should have been added.
 *
 * <p>Open addressing with linear probing, because it is asked several times for each message.
 */
final class HeldTable<V> {
  /** Estimated octets of an entry and its value, without texts. */
  private static final int ENTRY = 256;

  private static final int SMALLEST = 8;

  private final Holdings holdings;
  private final int limit;

  private long[] keys = new long[SMALLEST];

  /** Null where there is none; at most half of them are not. */
  private Object[] values = new Object[SMALLEST];

  /** What was taken for each. */
  private int[] octets = new int[SMALLEST];

  private int size;
  private long held;

  /** Where the entry that goes next is looked for. */
  private int cursor;

  HeldTable(Holdings holdings, int limit) {
    this.holdings = holdings;
    this.limit = limit;
  }

  @SuppressWarnings("unchecked") // Only put() adds, and it adds a V.
  V get(long key) {
    return (V) values[slot(key)];
  }

  /**
   * Puts it in place of what was there.
   *
   * @param characters of the texts that it keeps
   */
  void put(long key, V value, int characters) {
    int wanted = ENTRY + 2 * characters;
    int slot = slot(key);
    if (values[slot] != null) {
      removeAt(slot);
    }
    while (size >= limit || !holdings.take(wanted)) {
      if (size == 0) {
        return;
      }
      removeOne();
    }
    if (2 * size >= keys.length) {
      grow();
    }
    slot = slot(key);
    keys[slot] = key;
    values[slot] = value;
    octets[slot] = wanted;
    held += wanted;
    size++;
  }

  /** What was there, or null. */
  V remove(long key) {
    int slot = slot(key);
    V value = get(key);
    if (value != null) {
      removeAt(slot);
    }
    return value;
  }

  private void removeOne() {
    while (values[cursor & (keys.length - 1)] == null) {
      cursor++;
    }
    removeAt(cursor & (keys.length - 1));
    cursor++;
  }

  private void removeAt(int slot) {
    release(slot);
    values[slot] = null;
    size--;
    close(slot);
  }

  /** Moves those that had to stand behind a slot that is empty now. */
  private void close(int empty) {
    int mask = keys.length - 1;
    int gap = empty;
    for (int i = (empty + 1) & mask; values[i] != null; i = (i + 1) & mask) {
      int home = home(keys[i]);
      if (((i - home) & mask) >= ((i - gap) & mask)) {
        keys[gap] = keys[i];
        values[gap] = values[i];
        octets[gap] = octets[i];
        values[i] = null;
        gap = i;
      }
    }
  }

  /** Where the key stands, or would. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = home(key);
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int home(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 40) & (keys.length - 1);
  }

  private void grow() {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    int[] oldOctets = octets;
    keys = new long[2 * oldKeys.length];
    values = new Object[keys.length];
    octets = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
        octets[slot] = oldOctets[i];
      }
    }
  }

  private void release(int slot) {
    holdings.release(octets[slot]);
    held -= octets[slot];
  }

  int size() {
    return size;
  }

  void clear() {
    holdings.release(held);
    held = 0;
    size = 0;
    Arrays.fill(values, null);
  }
}
