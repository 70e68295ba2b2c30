package io.smbscope.detect;

import java.util.BitSet;

/**
 * Tells texts that none of many patterns can match by their first two and last two characters, as
 * nearly all are. ASCII letters are the same in upper and lower case.
 */
public final class Edges {
  private static final int BITS = 7;
  private static final int OTHER = -1;

  private final BitSet starts = new BitSet(1 << (2 * BITS));
  private final BitSet ends = new BitSet(1 << (2 * BITS));

  /** A pattern has no such edge. */
  private boolean all;

  /** A pattern matches only what begins so. */
  public void addStart(String start) {
    add(starts, start.length() < 2 ? OTHER : pair(start, 0));
  }

  /** A pattern matches only what ends so. */
  public void addEnd(String end) {
    add(ends, end.length() < 2 ? OTHER : pair(end, end.length() - 2));
  }

  private void add(BitSet pairs, int pair) {
    if (pair == OTHER) {
      all = true;
    } else {
      pairs.set(pair);
    }
  }

  /** Whether a pattern may match it. */
  public boolean mayMatch(String text) {
    if (all || text.length() < 2) {
      return true;
    }
    int start = pair(text, 0);
    int end = pair(text, text.length() - 2);
    return start == OTHER || end == OTHER || starts.get(start) || ends.get(end);
  }

  private static int pair(String text, int at) {
    char one = text.charAt(at);
    char other = text.charAt(at + 1);
    return one >= 1 << BITS || other >= 1 << BITS ? OTHER : lower(one) << BITS | lower(other);
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
