package io.smbscope.session.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All magics, found by what they begin with: an octet at an offset, or two octets at any of a range
 * of offsets. What is found so is then tried whole. Not changed once it is made.
 */
final class MagicTable {
  private static final int OCTETS = 256;
  private static final int HALF = Integer.SIZE / 2;

  private final List<Magic> magics;

  /** By offset and octet. */
  private final TreeMap<Integer, List<List<Sign>>> fixed = new TreeMap<>();

  private final int[] offsets;
  private final Sign[][][] atOffset;

  /** By two octets in network order; null where none begins so. */
  private final Sign[][] ranged = new Sign[OCTETS * OCTETS][];

  /**
   * Where an octet stands in such pairs: in the low half a bit as the first of a pair, in the high
   * half the bits of those that it may follow.
   */
  private final int[] rangedPlaces = new int[OCTETS];

  /** How many signs a magic needs before it is tried; 0 where nothing tells beforehand. */
  private final int[] needed;

  /** Magics of which nothing tells beforehand, a bit each. */
  private final long[] always;

  /** Where {@link Question#seen} has the signs of a magic that needs several. */
  private final int[] places;

  /** How many of these there are. */
  private final int counted;

  /** Part of a magic without which it does not match, or one of those of which some must. */
  private record Sign(Placed match, int magic, int bit) {}

  MagicTable(List<Magic> magics) {
    this.magics = magics;
    this.needed = new int[magics.size()];
    this.places = new int[magics.size()];
    this.always = new long[magics.size() / Long.SIZE + 1];
    int several = 0;
    for (int i = 0; i < magics.size(); i++) {
      Clause clause = magics.get(i).clause();
      if (clause instanceof Clause.AtLeast some && some.clauses().size() <= Long.SIZE) {
        needed[i] = index(some, i) ? some.count() : 0;
      } else {
        needed[i] = index(clause, i, 0) ? 1 : 0;
      }
      if (needed[i] == 0) {
        set(always, i);
      } else if (needed[i] > 1) {
        places[i] = several++;
      }
    }
    this.counted = several;
    markPairs();
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
          ranged[pair] = with(ranged[pair], sign);
        }
      }
    }
    return true;
  }

  /** First octets that have to share a bit only cost a look more. */
  private void markPairs() {
    Map<Integer, Integer> bits = new HashMap<>();
    for (int pair = 0; pair < ranged.length; pair++) {
      if (ranged[pair] != null) {
        int bit = bits.computeIfAbsent(pair >> 8, any -> bits.size() % HALF);
        rangedPlaces[pair >> 8] |= 1 << bit;
        rangedPlaces[pair & 0xFF] |= 1 << (HALF + bit);
      }
    }
  }

  /** The signs there were, if any, and one more. */
  private static Sign[] with(Sign[] signs, Sign more) {
    if (signs == null) {
      return new Sign[] {more};
    }
    Sign[] all = Arrays.copyOf(signs, signs.length + 1);
    all[signs.length] = more;
    return all;
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
    return new Question(start).types();
  }

  private static void set(long[] bits, int index) {
    bits[index >> 6] |= 1L << index;
  }

  /** What one file is. */
  private final class Question {
    private final byte[] start;

    /** Signs that were seen of magics that need several; a bit each. */
    private final long[] seen = new long[counted];

    /** Magics to try. */
    private final long[] candidates = always.clone();

    Question(byte[] start) {
      this.start = start;
    }

    List<String> types() {
      for (int k = 0; k < offsets.length && offsets[k] < start.length; k++) {
        for (Sign sign : atOffset[k][start[offsets[k]] & 0xFF]) {
          look(sign, offsets[k]);
        }
      }
      lookAnywhere();
      return matching();
    }

    private List<String> matching() {
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

    private void lookAnywhere() {
      byte[] octets = start;
      int[] pairs = rangedPlaces;
      int before = 0;
      for (int at = 0; at < octets.length; at++) {
        int place = pairs[octets[at] & 0xFF];
        if ((before & place >>> HALF) != 0) {
          lookAt(at - 1);
        }
        before = place;
      }
      lookAt(octets.length - 1);
    }

    /** Behind the last octet, zeros count. */
    private void lookAt(int at) {
      if (at < 0) {
        return;
      }
      int second = at + 1 < start.length ? start[at + 1] & 0xFF : 0;
      Sign[] signs = ranged[(start[at] & 0xFF) << 8 | second];
      if (signs == null) {
        return;
      }
      for (Sign sign : signs) {
        if (at >= sign.match.from() && at <= sign.match.to()) {
          look(sign, at);
        }
      }
    }

    private void look(Sign sign, int offset) {
      int magic = sign.magic;
      if (sign.match.matchesAt(start, offset)) {
        if (needed[magic] <= 1) {
          set(candidates, magic);
        } else {
          int place = places[magic];
          seen[place] |= 1L << sign.bit;
          if (Long.bitCount(seen[place]) >= needed[magic]) {
            set(candidates, magic);
          }
        }
      }
    }
  }
}
