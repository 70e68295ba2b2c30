package io.smbscope.detect.policy;

import java.util.Collection;

/**
 * Tells paths that none of many patterns can match, in one pass over the path, as nearly all are: a
 * path that matches holds the first four characters of the longest text in the pattern.
 */
final class PathFilter {
  private static final int CHARACTERS = 4;

  /** A bit by the hash of four characters. */
  private final long[] first = new long[(1 << Short.SIZE) / Long.SIZE];

  /** By the last of the four. */
  private final boolean[] last = new boolean[1 << Byte.SIZE];

  /** A pattern has no four characters together. */
  private boolean all;

  /** The share asked for last, as most often the next: what was found of it. */
  private String share;

  private boolean inShare;
  private int behindShare;

  PathFilter(Collection<PathPattern> patterns) {
    for (PathPattern pattern : patterns) {
      String text = pattern.longestText();
      if (text.length() < CHARACTERS) {
        all = true;
      } else {
        int hash = 0;
        for (int i = 0; i < CHARACTERS; i++) {
          hash = next(hash, text.charAt(i));
        }
        first[index(hash) / Long.SIZE] |= 1L << index(hash);
        last[hash & 0xFF] = true;
      }
    }
  }

  /**
   * Whether a pattern may match the path that {@link PathPattern#path} makes of these. By one
   * thread.
   *
   * @param of the share, or null
   */
  boolean mayMatch(String of, String name) {
    if (all) {
      return true;
    }
    if (of != null && !of.equals(share)) {
      look(of);
    }
    if (of != null && inShare) {
      return true;
    }
    int hash = of == null ? 0 : behindShare;
    if (name.isEmpty() || name.charAt(0) != '\\') {
      hash = next(hash, '\\');
      if (has(hash)) {
        return true;
      }
    }
    for (int i = 0; i < name.length(); i++) {
      hash = next(hash, name.charAt(i));
      if (has(hash)) {
        return true;
      }
    }
    return false;
  }

  private void look(String next) {
    int hash = 0;
    boolean found = false;
    for (int i = 0; i < next.length(); i++) {
      hash = next(hash, next.charAt(i));
      found |= has(hash);
    }
    share = next;
    inShare = found;
    behindShare = hash;
  }

  /** Short, so that it is compiled into its callers. */
  private boolean has(int hash) {
    return last[hash & 0xFF] && hasAll(index(hash));
  }

  private boolean hasAll(int index) {
    return (first[index / Long.SIZE] >>> index & 1) != 0;
  }

  /** Of the last four characters: older ones leave it at its upper end. */
  private static int next(int hash, char c) {
    return (hash << Byte.SIZE) | (PathPattern.lower(c) & 0xFF);
  }

  private static int index(int hash) {
    return (hash * 0x9E37_79B1) >>> Short.SIZE;
  }
}
