package io.smbscope.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.impact.RansomNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names the lists of names know. */
class PatternsTest {
  private final Patterns notes = Patterns.of(RansomNames.class, "ransom-notes.txt");
  private final Patterns likely = Patterns.of(RansomNames.class, "ransom-notes-likely.txt");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RyukReadMe.txt",
        "ryukreadme.html",
        "how_to_decrypt.txt",
        "HOW_TO_DECRYPT_your files.TXT",
        "x-DECRYPT.txt",
        "X-decrypt.TXT",
        "# DECRYPT FILES BLUESKY #.html",
        "RECOVER-abc-FILES.txt"
      })
  void wholeAndWithWildcards(String name) {
    assertThat(notes.matches(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "r", "report.dat", "ryuk.txt", "how_to_decrypt", "RECOVERY-FILES.txt", "é"})
  void others(String name) {
    assertThat(notes.matches(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "!.txt,true",
    "!read.txt,true",
    "a_readme_b.txt,true",
    "txt,false",
    "ab_readm.txt,false"
  })
  void thatBeginWithAnyCharacter(String name, boolean known) {
    assertThat(likely.matches(name)).isEqualTo(known);
  }

  @Test
  void edgesOfFourCharactersAndOfOne() {
    Edges edges = new Edges();
    edges.addStart("recover");
    edges.addStart("!");
    assertThat(edges.mayMatch("!x")).isTrue();
    assertThat(edges.mayMatch("RECOver.txt")).isTrue();
    assertThat(edges.mayMatch("receipt.txt")).isFalse();
    assertThat(edges.mayMatch("rec")).isFalse();
    assertThat(edges.mayMatch("re\u212Aord")).isTrue();
  }

  @Test
  void edgesLetThroughWhatMayMatch() {
    Edges edges = new Edges();
    edges.addStart("how");
    edges.addEnd(".pst");
    assertThat(edges.mayMatch("HOWEVER")).isTrue();
    assertThat(edges.mayMatch("mail.PST")).isTrue();
    assertThat(edges.mayMatch("x")).isTrue();
    assertThat(edges.mayMatch("mail.dat")).isFalse();
    // A Kelvin sign is a K to those who fold case.
    assertThat(edges.mayMatch("\u212Ails")).isTrue();
    edges.addEnd("");
    assertThat(edges.mayMatch("mail.dat")).isTrue();
  }
}
