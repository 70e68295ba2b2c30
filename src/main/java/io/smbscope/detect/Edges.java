package io.smbscope.detect;

/**
 * Tells texts that none of many patterns can match by their first four and last two characters, as
 * nearly all are. ASCII letters are the same in upper and lower case.
 */
public final class Edges {
  private static final int BITS = 7;
  private static final int FOUR = 4;
  private static final int HASH_BITS = 14;
  private static final int OTHER = -1;

  /** By hash of four characters, and by two or one where patterns begin with fewer. */
  private final long[] longStarts = new long[(1 << HASH_BITS) / Long.SIZE];

  private final long[] starts = new long[(1 << (2 * BITS)) / Long.SIZE];
  private final long[] firsts = new long[(1 << BITS) / Long.SIZE];
  private final long[] ends = new long[(1 << (2 * BITS)) / Long.SIZE];

  /** A pattern has no such edge. */
  private boolean all;

  /** A pattern matches only what begins so. */
  public void addStart(String start) {
    if (start.length() >= FOUR) {
      add(longStarts, four(pair(start, 0), pair(start, 2)));
    } else if (start.length() >= 2) {
      add(starts, pair(start, 0));
    } else {
      add(firsts, start.isEmpty() ? OTHER : one(start.charAt(0)));
    }
  }

  /** A pattern matches only what ends so. */
  public void addEnd(String end) {
    add(ends, end.length() < 2 ? OTHER : pair(end, end.length() - 2));
  }

  private void add(long[] known, int edge) {
    if (edge == OTHER) {
      all = true;
    } else {
      known[edge / Long.SIZE] |= 1L << edge;
    }
  }

  /** Whether a pattern may match it. */
  public boolean mayMatch(String text) {
    if (all || text.length() < 2) {
      return true;
    }
    int start = pair(text, 0);
    return has(firsts, one(text.charAt(0)))
        || has(starts, start)
        || has(ends, pair(text, text.length() - 2))
        || (text.length() >= FOUR && has(longStarts, four(start, pair(text, 2))));
  }

  private static boolean has(long[] known, int edge) {
    return edge == OTHER || (known[edge / Long.SIZE] >>> edge & 1) != 0;
  }

  private static int one(char c) {
    return c >= 1 << BITS ? OTHER : lower(c);
  }

  private static int pair(String text, int at) {
    char one = text.charAt(at);
    char other = text.charAt(at + 1);
    return one >= 1 << BITS || other >= 1 << BITS ? OTHER : lower(one) << BITS | lower(other);
  }

  private static int four(int first, int second) {
    int both = first << (2 * BITS) | second;
    return first == OTHER || second == OTHER
        ? OTHER
        : (both * 0x9E37_79B1) >>> (Integer.SIZE - HASH_BITS);
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
