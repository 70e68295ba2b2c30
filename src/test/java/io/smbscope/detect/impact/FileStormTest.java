package io.smbscope.detect.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStormTest {
  private final Trial trial = new Trial();

  private void rename(String from, String to) {
    trial.see(new AFile().at(trial.next()).name(from).renamedTo(to).end("close").build());
  }

  private void make(String name) {
    trial.see(new AFile().at(trial.next()).name(name).action("CREATED").begun());
  }

  private void delete(String name) {
    trial.see(
        new AFile().at(trial.next()).name(name).action("OPENED").deleted("disposition").build());
  }

  @ParameterizedTest
  @CsvSource({
    "docs\\file%d.docx, docs\\file%d.docx.qwzx, 1",
    "docs\\file%d.docx, docs\\file%d.qwzx, 1",
    "docs\\file%d.docx, docs\\x%d.docx, 0",
    "docs\\file%d.jpeg, docs\\file%d.jpg, 0",
    "docs\\file%d.docx, docs\\file%d.docx.bak, 0",
    "docs\\~WRD%d.tmp, docs\\file%d.qwzx, 0",
    "docs\\app%d.log, docs\\app%d.log.1, 0"
  })
  void renames(String from, String to, int found) {
    for (int i = 0; i < 30; i++) {
      rename(from.formatted(i), to.formatted(i));
    }

    assertThat(trial.raised("ransom-rename")).hasSize(found);
  }

  @Test
  void renamesSlowlyOrFew() {
    for (int i = 0; i < 29; i++) {
      rename("a" + i + ".doc", "a" + i + ".doc.qwzx");
    }
    trial.pass(Duration.ofMinutes(2));
    rename("b.doc", "b.doc.qwzx");

    assertThat(trial.raised("ransom-rename")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "f%d.docx.qwzx, f%d.docx, 1",
    "f%d.qwzx, f%d.docx, 1",
    "f%d.docx.gz, f%d.docx, 0",
    "f%d.mp3, f%d.wav, 0",
    "f%d.qwzx, other%d.docx, 0"
  })
  void replaces(String made, String deleted, int found) {
    for (int i = 0; i < 30; i++) {
      make(made.formatted(i));
      delete(deleted.formatted(i));
    }

    assertThat(trial.raised("ransom-create-delete")).hasSize(found);
  }

  @Test
  void deletesMany() {
    for (int i = 0; i < 99; i++) {
      delete("f" + i);
    }
    assertThat(trial.raised("mass-delete")).isEmpty();

    delete("last");
    assertThat(trial.raised("mass-delete")).hasSize(1);
  }

  @Test
  void sameFilesAgainAndAgain() {
    for (int i = 0; i < 200; i++) {
      delete("f" + i % 10);
      rename("a" + i % 10, "a" + i % 10 + ".state");
    }

    assertThat(trial.raised("mass-delete")).isEmpty();
    assertThat(trial.raised("ransom-rename")).isEmpty();
  }

  @Test
  void ownTemporaryFiles() {
    for (int i = 0; i < 200; i++) {
      trial.see(
          new AFile()
              .at(trial.next())
              .name("~" + i + ".tmp")
              .action("CREATED")
              .deleted("delete-on-close")
              .build());
    }

    assertThat(trial.raised("mass-delete")).isEmpty();
  }
}
