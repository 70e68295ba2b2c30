package io.smbscope.dissect.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a user may have meant. */
public final class SimilarNames {
  private static final int MOST = 3;

  /** Letters that may be wrong: one of four, and never more than this. */
  private static final int FURTHEST = 4;

  /** A name is not longer, so what is need not be compared. */
  private static final int LONGEST = 100;

  private SimilarNames() {}

  private record Candidate(String name, int distance) {}

  /** The closest first, at most three. */
  public static List<String> of(String name) {
    List<Candidate> candidates = new ArrayList<>();
    if (name.length() > LONGEST) {
      return List.of();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    int furthest = Math.min(FURTHEST, 1 + wanted.length() / 4);
    for (String known : Fields.all().names()) {
      if (Math.abs(known.length() - wanted.length()) <= furthest) {
        int distance = distance(wanted, known.toLowerCase(Locale.ROOT));
        if (distance <= furthest) {
          candidates.add(new Candidate(known, distance));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance));
    return candidates.stream().limit(MOST).map(Candidate::name).toList();
  }

  /** Letters to insert, leave out or replace. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
