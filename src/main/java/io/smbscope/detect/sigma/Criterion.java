package io.smbscope.detect.sigma;

import java.util.List;

/** What a rule asks of a row. */
@FunctionalInterface
interface Criterion {
  /**
   * Whether a row shows it.
   *
   * @throws Undecided it cannot be said
   */
  boolean matches(Row row);

  static Criterion all(List<Criterion> criteria) {
    if (criteria.size() == 1) {
      return criteria.get(0);
    }
    Criterion[] parts = criteria.toArray(Criterion[]::new);
    return row -> {
      for (Criterion part : parts) {
        if (!part.matches(row)) {
          return false;
        }
      }
      return true;
    };
  }

  static Criterion any(List<Criterion> criteria) {
    if (criteria.size() == 1) {
      return criteria.get(0);
    }
    Criterion[] parts = criteria.toArray(Criterion[]::new);
    return row -> {
      for (Criterion part : parts) {
        if (part.matches(row)) {
          return true;
        }
      }
      return false;
    };
  }

  default Criterion not() {
    return row -> !matches(row);
  }
}
