package io.smbscope.smb;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of [MS-XCA] 3. */
class DecompressedSizeTest {
  private static final String ALPHABET =
      "3f000000" + "6162636465666768696a6b6c6d6e6f707172737475767778797a";
  private static final String ABC_100_TIMES = "ffffff1f61626317000fff2601";
  private static final String LZNT1 =
      "38b08846232000204720410010a24701a045204400084501507900c045200524138805b4024a44ef0358028c"
          + "091601484500be009e000401189000";

  private static Bytes octets(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "2, " + ALPHABET + ", 26",
    "2, " + ABC_100_TIMES + ", 300",
    "1, " + LZNT1 + ", 142",
    "1, 0230414243, 3",
    "1, 0000, 0"
  })
  void sizes(int algorithm, String hex, long size) {
    assertThat(DecompressedSize.of(algorithm, octets(hex))).isEqualTo(size);
  }

  @Test
  void cutAnywhere() {
    for (String hex : new String[] {ALPHABET, ABC_100_TIMES, LZNT1}) {
      for (int length = 0; length < hex.length() / 2; length++) {
        DecompressedSize.of(1, octets(hex.substring(0, 2 * length)));
        DecompressedSize.of(2, octets(hex.substring(0, 2 * length)));
      }
    }
  }

  @Test
  void others() {
    assertThat(DecompressedSize.of(3, octets(ALPHABET))).isNull();
    assertThat(DecompressedSize.of(1, octets("ffbf00"))).isNull();
  }
}
