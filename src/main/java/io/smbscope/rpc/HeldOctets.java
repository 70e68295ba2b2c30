package io.smbscope.rpc;

import io.smbscope.base.Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Octets that are gathered up to a limit, as far as the {@link RpcBudget} allows. */
final class HeldOctets {
  private static final byte[] NONE = {};
  private static final int FIRST_CAPACITY = 256;

  private final RpcBudget budget;
  private final int limit;
  private byte[] octets = NONE;
  private int length;

  /** Something was left out; what follows it is left out as well. */
  private boolean cut;

  HeldOctets(RpcBudget budget, int limit) {
    this.budget = budget;
    this.limit = limit;
  }

  /**
   * Copies what is allowed of {@code more}; returns false when the budget was in the way. A start
   * of {@value #FIRST_CAPACITY} octets is allowed as long as there is that much.
   */
  boolean add(Bytes more) {
    int wanted = cut ? 0 : Math.min(more.length(), limit - length);
    if (wanted > octets.length - length) {
      grow(length + wanted);
    }
    int count = Math.min(wanted, octets.length - length);
    more.slice(0, count).toByteBuffer().get(octets, length, count);
    length += count;
    cut |= count < more.length();
    return count == wanted;
  }

  private void grow(int needed) {
    int capacity = Math.max(FIRST_CAPACITY, Math.max(needed, octets.length * 2));
    if (!growTo(Math.min(limit, capacity)) && octets.length < FIRST_CAPACITY) {
      growTo(FIRST_CAPACITY);
    }
  }

  private boolean growTo(int capacity) {
    boolean allowed = budget.take(capacity - octets.length);
    if (allowed) {
      octets = Arrays.copyOf(octets, capacity);
    }
    return allowed;
  }

  /** What follows was not seen. */
  void cut() {
    cut = true;
  }

  /** A view that holds until the next {@link #add} or {@link #clear}. */
  Bytes view() {
    return new Bytes(ByteBuffer.wrap(octets), 0, length);
  }

  int length() {
    return length;
  }

  void clear() {
    budget.give(octets.length);
    octets = NONE;
    length = 0;
    cut = false;
  }
}
