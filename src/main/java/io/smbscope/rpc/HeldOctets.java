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

  /** Copies what is allowed of {@code more}; returns false when the budget was in the way. */
  boolean add(Bytes more) {
    int count = cut ? 0 : Math.min(more.length(), limit - length);
    if (count > octets.length - length && !grow(length + count)) {
      cut = true;
      return false;
    }
    more.slice(0, count).toByteBuffer().get(octets, length, count);
    length += count;
    cut |= count < more.length();
    return true;
  }

  private boolean grow(int needed) {
    int capacity = Math.min(limit, Math.max(needed, Math.max(FIRST_CAPACITY, octets.length * 2)));
    if (!budget.take(capacity - octets.length)) {
      return false;
    }
    octets = Arrays.copyOf(octets, capacity);
    return true;
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
