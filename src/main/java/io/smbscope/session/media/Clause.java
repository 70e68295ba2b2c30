package io.smbscope.session.media;

import java.util.List;

/** A condition on a file's first octets. What lies behind these is taken for zeros. */
sealed interface Clause permits Placed, Clause.All, Clause.AtLeast {

  boolean matches(byte[] start);

  /** How much it asks for: of two that match, the one that asks for more comes first. */
  int size();

  /** An entry of the table and what is nested in it. */
  record All(Clause outer, Clause inner) implements Clause {
    @Override
    public boolean matches(byte[] start) {
      return outer.matches(start) && inner.matches(start);
    }

    @Override
    public int size() {
      return outer.size() + inner.size();
    }
  }

  /** So many of several. */
  record AtLeast(int count, List<Clause> clauses) implements Clause {
    @Override
    public boolean matches(byte[] start) {
      int matching = 0;
      for (Clause clause : clauses) {
        if (clause.matches(start) && ++matching >= count) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int size() {
      int largest = 0;
      for (Clause clause : clauses) {
        largest = Math.max(largest, clause.size());
      }
      return largest;
    }
  }
}
