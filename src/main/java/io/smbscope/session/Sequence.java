package io.smbscope.session;

import io.smbscope.base.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the octets of one file into their order, for its digests. What is out of order is held;
 * too much of that, or octets written anew that went into the digests already, and there are none.
 */
final class Sequence {
  private final Contents contents;
  private final boolean written;

  /** Octets of the file that went into the digests or into {@link #next}. */
  private long done;

  /** Octets that the digests take next, until there are enough of them. */
  private List<Bytes> next = new ArrayList<>(1);

  private int nextLength;

  /** Octets of room that they take. */
  private long nextCost;

  /** By offset; a {@link #add} behind {@link #done} adds, one that reaches it removes. */
  private final TreeMap<Long, Held> held = new TreeMap<>();

  private long heldCost;

  /** Null as long as the file is short. */
  private Digests.Running running;

  private record Held(Bytes octets, int cost) {}

  Sequence(Contents contents, boolean written) {
    this.contents = contents;
    this.written = written;
  }

  /**
   * Takes octets, and the room that goes with them.
   *
   * @return false when there can be no digests any more; then {@link #giveUp} is to follow
   */
  boolean add(long offset, Bytes octets, int cost) {
    if (offset > done) {
      return hold(offset, new Held(octets, cost));
    }
    if (offset < done && written) {
      contents.room().give(cost);
      return false;
    }
    append(offset, octets, cost);
    Map.Entry<Long, Held> first = held.firstEntry();
    while (first != null && first.getKey() <= done) {
      held.pollFirstEntry();
      heldCost -= first.getValue().cost;
      append(first.getKey(), first.getValue().octets, first.getValue().cost);
      first = held.firstEntry();
    }
    return true;
  }

  /** Of octets that are known already the rest is taken. */
  private void append(long offset, Bytes octets, int cost) {
    int known = (int) Math.min(done - offset, octets.length());
    int fresh = octets.length() - known;
    if (fresh == 0) {
      contents.room().give(cost);
      return;
    }
    next.add(octets.from(known));
    nextLength += fresh;
    nextCost += cost;
    done += fresh;
    if (nextLength >= Digests.WORTHWHILE) {
      flush();
    }
  }

  /** Of octets read twice the longer part stays; those written anew replace the ones before. */
  private boolean hold(long offset, Held piece) {
    long end = offset + piece.octets.length();
    if (written) {
      Map.Entry<Long, Held> before = held.lowerEntry(end);
      while (before != null && before.getKey() + before.getValue().octets.length() > offset) {
        if (before.getKey() < offset || before.getKey() + before.getValue().octets.length() > end) {
          contents.room().give(piece.cost);
          return false;
        }
        drop(before.getKey());
        before = held.lowerEntry(end);
      }
    } else if (held.containsKey(offset)) {
      if (held.get(offset).octets.length() >= piece.octets.length()) {
        contents.room().give(piece.cost);
        return true;
      }
      drop(offset);
    }
    held.put(offset, piece);
    heldCost += piece.cost;
    return heldCost <= contents.heldByOne();
  }

  private void drop(long offset) {
    Held dropped = held.remove(offset);
    heldCost -= dropped.cost;
    contents.room().give(dropped.cost);
  }

  private void flush() {
    if (running == null) {
      running = contents.digests().begin();
    }
    running.update(next);
    next = new ArrayList<>();
    nextLength = 0;
    contents.room().give(nextCost);
    nextCost = 0;
  }

  /** The digests of a file of this size; none when some of it is missing. */
  Digests.Result finish(long size) {
    if (done != size || !held.isEmpty()) {
      return Digests.Result.NONE;
    }
    if (running == null) {
      return contents.digests().of(next);
    }
    if (nextLength > 0) {
      flush();
    }
    return running.finish();
  }

  /** Gives all room back; the last call. */
  void giveUp() {
    held.values().forEach(piece -> contents.room().give(piece.cost));
    held.clear();
    contents.room().give(nextCost);
    nextCost = 0;
    next = List.of();
  }
}
