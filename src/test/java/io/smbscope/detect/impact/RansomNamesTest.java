package io.smbscope.detect.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.event.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RansomNamesTest {
  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource({
    "a.docx.WNCRY, 1, 1",
    "a.ragnar_0a1b2c, 1, 1",
    "a.locked, 4, 0",
    "a.locked, 5, 1",
    "wncry, 1, 0",
    "a.docx, 50, 0"
  })
  void suffixes(String name, int files, int found) {
    for (int i = 0; i < files; i++) {
      trial.see(new AFile().at(trial.next()).name(i + name).action("CREATED").begun());
    }

    assertThat(trial.raised("ransom-ext")).hasSize(found);
  }

  @Test
  void renamedTo() {
    trial.see(new AFile().at(trial.next()).name("a.txt").renamedTo("a.txt.akira").build());

    assertThat(trial.raised("ransom-ext")).hasSize(1);
  }

  @Test
  void readOnly() {
    trial.see(new AFile().at(trial.next()).name("a.wncry").action("OPENED").begun());

    assertThat(trial.raised("ransom-ext")).isEmpty();
  }

  private void write(String name, long size) {
    trial.see(new AFile().at(trial.next()).name(name).bytesWritten(size).build());
  }

  @Test
  void sameNoteInThreeFolders() {
    write("a\\README_NOW.txt", 900);
    write("b\\README_NOW.txt", 900);
    assertThat(trial.raised("ransom-note")).isEmpty();

    write("c\\README_NOW.txt", 900);
    assertThat(trial.raised("ransom-note").get(0).severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void sourcesWithReadmes() {
    for (int i = 0; i < 20; i++) {
      write("module" + i + "\\README.txt", 900 + i);
      write("module\\README.txt", 900);
      write("module" + i + "\\build.xml", 900);
    }

    assertThat(trial.raised("ransom-note")).isEmpty();
  }

  @Test
  void noteThatIsKnown() {
    write("RyukReadMe.html", 900);

    assertThat(trial.raised("ransom-note").get(0).severity()).isEqualTo(Severity.HIGH);
  }
}
