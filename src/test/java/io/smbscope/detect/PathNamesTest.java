package io.smbscope.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathNamesTest {
  @ParameterizedTest
  @CsvSource({
    "LSASS.DMP, .dmp, true",
    "lsass.dmp, lsass.dmp, true",
    "dmp, .dmp, false",
    "lsass.dmq, .dmp, false",
    // Upper and lower case of which only one is ASCII: KELVIN SIGN.
    "file.\u212A, .k, true",
    "desktop.ini, '', true",
    "'', a, false",
    "'', '', true"
  })
  void endsWhateverTheCase(String path, String end, boolean ends) {
    assertThat(PathNames.endsWith(path, end)).isEqualTo(ends);
  }

  @ParameterizedTest
  @CsvSource({
    "LSASS.DMP, lsass, true",
    "lsas, lsass, false",
    "@id, `ID, false",
    "xid_rsa, id_, false"
  })
  void beginsWhateverTheCase(String path, String start, boolean begins) {
    assertThat(PathNames.startsWith(path, start)).isEqualTo(begins);
  }

  @ParameterizedTest
  @CsvSource({
    "Folder\\Report.DOCX, docx",
    "a.tar.GZ, gz",
    "v1.2\\README, ''",
    ".profile, profile",
    "name., ''",
    "'', ''"
  })
  void extensionOfTheLastComponent(String path, String extension) {
    assertThat(PathNames.extension(path)).isEqualTo(extension);
  }

  @Test
  void noPathEndsInNoWay() {
    assertThat(PathNames.endsWith(null, "")).isFalse();
  }
}
