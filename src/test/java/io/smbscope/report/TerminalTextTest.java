package io.smbscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
  @Test
  void escapesWhatATerminalMayActOn() {
    assertThat(TerminalText.escape("a\u001b[31mb")).isEqualTo("a\\x1b[31mb");
    assertThat(TerminalText.escape("a\r\nb\tc\0")).isEqualTo("a\\x0d\\x0ab\\x09c\\x00");
    assertThat(TerminalText.escape("\u007f\u0085\u009b2J")).isEqualTo("\\x7f\\x85\\x9b2J");
    assertThat(TerminalText.escape("gpj.\u202eexe")).isEqualTo("gpj.\\u{202e}exe");
    assertThat(TerminalText.escape("\u2066\u200b\ufeff")).isEqualTo("\\u{2066}\\u{200b}\\u{feff}");
    assertThat(TerminalText.escape("\u2028\u2029")).isEqualTo("\\u{2028}\\u{2029}");
    assertThat(TerminalText.escape("\ud800x")).isEqualTo("\\u{d800}x");
    assertThat(TerminalText.escape("\uf03a")).isEqualTo("\\u{f03a}");
    assertThat(TerminalText.escape("\udb40\udc41")).isEqualTo("\\u{e0041}");
  }

  @Test
  void leavesOtherTextAlone() {
    String text = "\\\\srv\\Größe\\名前.txt 😀";

    assertThat(TerminalText.escape(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "Größe,5", "名前,4", "한글,4", "ｆ,2", "e\u0301,1", "😀,2", "'',0"})
  void countsColumns(String text, int columns) {
    assertThat(TerminalText.width(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefgh,8,abcdefgh",
    "abcdefgh,7,abc…fgh",
    "abcdefgh,6,abc…gh",
    "abcdefgh,2,a…",
    "abcdefgh,1,…",
    "名前名前,7,名…名前",
  })
  void cutsInTheMiddle(String text, int columns, String expected) {
    String cut = TerminalText.cut(text, columns);

    assertThat(TerminalText.width(cut)).isLessThanOrEqualTo(columns);
    assertThat(cut).isEqualTo(expected);
  }

  @Property(tries = 300)
  void cutNeverExceeds(@ForAll String text, @ForAll @IntRange(min = 1, max = 50) int columns) {
    String cut = TerminalText.cut(TerminalText.escape(text), columns);

    assertThat(TerminalText.width(cut)).isLessThanOrEqualTo(columns);
  }
}
