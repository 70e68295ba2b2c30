package io.smbscope.detect.sigma;

import java.util.List;

/** What a rule asks of a row. */
@FunctionalInterface
interface Test {
  /**
   * Whether a row shows it.
   *
   * @throws Undecided it cannot be said
   */
  boolean matches(Row row);

  static Test all(List<Test> tests) {
    if (tests.size() == 1) {
      return tests.get(0);
    }
    Test[] parts = tests.toArray(Test[]::new);
    return row -> {
      for (Test part : parts) {
        if (!part.matches(row)) {
          return false;
        }
      }
      return true;
    };
  }

  static Test any(List<Test> tests) {
    if (tests.size() == 1) {
      return tests.get(0);
    }
    Test[] parts = tests.toArray(Test[]::new);
    return row -> {
      for (Test part : parts) {
        if (part.matches(row)) {
          return true;
        }
      }
      return false;
    };
  }

  default Test not() {
    return row -> !matches(row);
  }
}
