package io.smbscope.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "payroll\\*,      \\\\srv\\data\\Payroll\\2026\\a.xls, true",
    "payroll/*,       \\\\srv\\data\\Payroll\\a.xls,       true",
    "payroll\\*,      \\\\srv\\payroll\\a.xls,             true", // a share's name
    "payroll\\*,      \\\\srv\\data\\oldpayroll\\a.xls,    false",
    "payroll\\*,      \\\\srv\\data\\payroll,              false",
    "*.kdbx,          \\\\srv\\data\\a.b.KDBX,             true",
    "*.kdbx,          \\\\srv\\data\\a.kdbx.txt,           false",
    "id_rsa,          \\\\srv\\home\\id_rsa,               true",
    "id_rsa,          \\\\srv\\home\\my_id_rsa,            false",
    "a?c,             \\\\srv\\home\\abc,                  true",
    "a?c,             \\\\srv\\home\\ac,                   false",
    "\\\\srv\\x\\*,   \\\\SRV\\X\\y,                       true",
    "\\\\srv\\x\\*,   \\\\a\\srv\\x\\y,                    false",
    "\\top.txt,       \\\\srv\\data\\top.txt,              true",
    "ärger*,          \\\\srv\\data\\ÄRGER.doc,            true",
    "**a**b**,        \\\\srv\\data\\xaxxbx,               true",
  })
  void matches(String pattern, String path, boolean expected) {
    assertThat(new PathPattern(pattern).matches(path)).isEqualTo(expected);
    PathFilter filter = new PathFilter(List.of(new PathPattern(pattern)));
    int name = path.indexOf('\\', path.indexOf('\\', 2) + 1);
    boolean mayMatch = filter.mayMatch(path.substring(0, name), path.substring(name + 1));
    assertThat(mayMatch || !expected).as("the filter lets it pass").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "**", "\\", "*\\*", "/"})
  void whatMatchesAllIsNoPattern(String pattern) {
    assertThatThrownBy(() -> new PathPattern(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no pattern of a path");
  }

  @Test
  void mostPathsAreFilteredOut() {
    PathFilter filter =
        new PathFilter(
            SensitivePaths.DEFAULT.stream().flatMap(kind -> kind.paths().stream()).toList());

    assertThat(filter.mayMatch("\\\\10.7.0.1\\share", "projects\\2026\\report.docx")).isFalse();
    assertThat(filter.mayMatch("\\\\10.7.0.1\\share", "")).isFalse();
    assertThat(filter.mayMatch(null, "hr\\a")).isTrue();
    assertThat(filter.mayMatch("\\\\10.7.0.1\\HR", "a")).isTrue();
  }

  @Test
  void hostileNamesTakeNoLongTime() {
    PathPattern pattern = new PathPattern("*a*a*a*a*a*a*b?");
    String name = "a".repeat(32_000) + "c";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(pattern.matches(name)).isFalse());
  }

  @Test
  void decoys() {
    Decoys decoys =
        new Decoys(
            List.of(new PathPattern("secrets\\*")), List.of("Vault$"), List.of("LAB\\svc-old"));

    assertThat(decoys.hasPath("\\\\srv\\data", "Secrets\\a")).isTrue();
    assertThat(decoys.hasPath("\\\\srv\\data", "\\secrets\\a")).isTrue();
    assertThat(decoys.hasPath(null, "secrets\\a")).isTrue();
    assertThat(decoys.hasPath("\\\\srv\\data", "a")).isFalse();
    assertThat(decoys.hasPath("\\\\srv\\data", null)).isFalse();
    assertThat(decoys.hasShare("\\\\srv\\vault$")).isTrue();
    assertThat(decoys.hasShare("\\\\vault$\\srv")).isFalse();
    assertThat(decoys.hasShare(null)).isFalse();
    assertThat(decoys.hasUser("lab\\SVC-OLD")).isTrue();
    assertThat(decoys.hasUser("OTHER\\svc-old")).isFalse();
    assertThat(Decoys.NONE.hasPath("\\\\srv\\data", "a")).isFalse();
  }
}
