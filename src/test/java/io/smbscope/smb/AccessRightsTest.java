package io.smbscope.smb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the masks that Windows gives its share permissions, [MS-SMB2] 2.2.13.1. */
class AccessRightsTest {
  @ParameterizedTest
  @CsvSource({
    "0x001f01ff, full-control, full",
    "0x101f01ff, full-control all, full",
    "0x10000000, all, full",
    "0x001301bf, 'read write append read-extended write-extended execute read-attributes"
        + " write-attributes delete read-permissions synchronize', change",
    "0x001200a9, read read-extended execute read-attributes read-permissions synchronize, read",
    "0x80000000, generic-read, read",
    "0x00000020, execute, execute",
    "0x00100080, read-attributes synchronize, attributes",
    "0x02000000, maximum-allowed, attributes",
    "0x00000200, 0x200, attributes",
    "0x00000000, '', none",
  })
  void ofFiles(String mask, String words, String most) {
    long bits = Long.decode(mask);
    assertThat(String.join(" ", AccessRights.words(bits, false))).isEqualTo(words);
    assertThat(AccessRights.most(bits)).isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({
    "0x00000001, list",
    "0x00000006, add-file add-folder",
    "0x00000060, traverse delete-child",
  })
  void ofDirectories(String mask, String words) {
    assertThat(String.join(" ", AccessRights.words(Long.decode(mask), true))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0x00120089, false", // read
    "0x001200a9, true", // read and execute, as a loader asks for
    "0x001f01ff, false", // full control
    "0x00000020, true",
    "0x20000000, true",
    "0x12000020, false",
  })
  void toExecute(String mask, boolean execute) {
    assertThat(AccessRights.execute(Long.decode(mask))).isEqualTo(execute);
  }
}
