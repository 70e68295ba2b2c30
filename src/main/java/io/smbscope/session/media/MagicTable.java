package io.smbscope.session.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All magics, found by what they begin with: an octet at an offset, or two octets at any of a range
 * of offsets. What is found so is then tried whole. Not changed once it is made, but for what one
 * question needs: used by one thread.
 */
final class MagicTable {
  private static final int OCTETS = 256;
  private static final int PAIRS = OCTETS * OCTETS;

  private final List<Magic> magics;

  /** By offset and octet. */
  private final TreeMap<Integer, List<List<Sign>>> fixed = new TreeMap<>();

  private final int[] offsets;
  private final Sign[][][] atOffset;

  /** By two octets in network order. */
  private final Map<Integer, List<Sign>> ranged = new HashMap<>();

  private final long[] rangedPairs = new long[PAIRS / Long.SIZE];

  /** How many signs a magic needs before it is tried; 0 where nothing tells beforehand. */
  private final int[] needed;

  /** Signs that were seen of each magic, while a question is answered; a bit each. */
  private final long[] seen;

  /** Magics to try, while a question is answered. */
  private final long[] candidates;

  /** Part of a magic without which it does not match, or one of those of which some must. */
  private record Sign(Placed match, int magic, int bit) {}

  MagicTable(List<Magic> magics) {
    this.magics = magics;
    this.needed = new int[magics.size()];
    this.seen = new long[magics.size()];
    this.candidates = new long[magics.size() / Long.SIZE + 1];
    for (int i = 0; i < magics.size(); i++) {
      Clause clause = magics.get(i).clause();
      if (clause instanceof Clause.AtLeast some && some.clauses().size() <= Long.SIZE) {
        needed[i] = index(some, i) ? some.count() : 0;
      } else {
        needed[i] = index(clause, i, 0) ? 1 : 0;
      }
    }
    this.offsets = fixed.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.atOffset = new Sign[offsets.length][OCTETS][];
    for (int k = 0; k < offsets.length; k++) {
      for (int octet = 0; octet < OCTETS; octet++) {
        atOffset[k][octet] = fixed.get(offsets[k]).get(octet).toArray(new Sign[0]);
      }
    }
  }

  private boolean index(Clause.AtLeast some, int magic) {
    boolean every = true;
    for (int i = 0; i < some.clauses().size(); i++) {
      every &= index(some.clauses().get(i), magic, i);
    }
    return every;
  }

  /** Enters what must hold for a clause to match; false when that is nothing that can be found. */
  private boolean index(Clause clause, int magic, int bit) {
    if (clause instanceof Clause.All all) {
      return index(all.outer(), magic, bit) || index(all.inner(), magic, bit);
    }
    if (clause instanceof Clause.AtLeast some) {
      boolean every = true;
      for (Clause each : some.clauses()) {
        every &= index(each, magic, bit);
      }
      return every;
    }
    return clause instanceof Placed match && index(new Sign(match, magic, bit));
  }

  private boolean index(Sign sign) {
    Placed match = sign.match;
    if (match.from() == match.to()) {
      for (int octet = 0; octet < OCTETS; octet++) {
        if (match.canBeginWith(octet)) {
          fixed.computeIfAbsent(match.from(), MagicTable::lists).get(octet).add(sign);
        }
      }
      return true;
    }
    if (match.canBeginWith(0)) {
      return false;
    }
    for (int first = 0; first < OCTETS; first++) {
      for (int second = 0; match.canBeginWith(first) && second < OCTETS; second++) {
        if (match.canBeginWith(first, second)) {
          int pair = first << 8 | second;
          set(rangedPairs, pair);
          ranged.computeIfAbsent(pair, any -> new ArrayList<>(1)).add(sign);
        }
      }
    }
    return true;
  }

  private static List<List<Sign>> lists(int offset) {
    List<List<Sign>> lists = new ArrayList<>(OCTETS);
    for (int octet = 0; octet < OCTETS; octet++) {
      lists.add(new ArrayList<>(1));
    }
    return lists;
  }

  /** The types that a file may have by its first octets: all of the same priority, best first. */
  List<String> types(byte[] start) {
    Arrays.fill(seen, 0);
    Arrays.fill(candidates, 0);
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] == 0) {
        set(candidates, i);
      }
    }
    for (int k = 0; k < offsets.length && offsets[k] < start.length; k++) {
      for (Sign sign : atOffset[k][start[offsets[k]] & 0xFF]) {
        look(sign, start, offsets[k]);
      }
    }
    lookAnywhere(start);
    return matching(start);
  }

  private List<String> matching(byte[] start) {
    List<String> types = new ArrayList<>(1);
    int priority = 0;
    for (int word = 0; word < candidates.length; word++) {
      for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
        Magic magic = magics.get(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
        if (!types.isEmpty() && magic.priority() < priority) {
          return types;
        }
        if (magic.clause().matches(start)) {
          types.add(magic.type());
          priority = magic.priority();
        }
      }
    }
    return types;
  }

  private void lookAnywhere(byte[] start) {
    int pair = start.length == 0 ? 0 : start[0] & 0xFF;
    for (int at = 1; at <= start.length; at++) {
      pair = (pair << 8 | (at < start.length ? start[at] & 0xFF : 0)) & PAIRS - 1;
      if ((rangedPairs[pair >> 6] & 1L << pair) != 0) {
        for (Sign sign : ranged.get(pair)) {
          if (at > sign.match.from() && at - 1 <= sign.match.to()) {
            look(sign, start, at - 1);
          }
        }
      }
    }
  }

  private void look(Sign sign, byte[] start, int offset) {
    if (sign.match.matchesAt(start, offset)) {
      int magic = sign.magic;
      seen[magic] |= 1L << sign.bit;
      if (Long.bitCount(seen[magic]) >= needed[magic]) {
        set(candidates, magic);
      }
    }
  }

  private static void set(long[] bits, int index) {
    bits[index >> 6] |= 1L << index;
  }
}
