package io.smbscope.dissect.smb2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.base.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The examples of [MS-XCA] 3. */
class DecompressionTest {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

  @Test
  void plainLz77() {
    assertThat(text(Lz77::decompress, "3f000000" + hex(ALPHABET), 26)).isEqualTo(ALPHABET);
    assertThat(text(Lz77::decompress, "ffffff1f61626317000fff2601", 300))
        .isEqualTo("abc".repeat(100));
  }

  @Test
  void lz77WithHuffmanCodes() {
    assertThat(
            text(
                Lz77Huffman::decompress,
                table("30:50 55 55 55 55 55 55 55 55 55 55 45 44 04", "80:04")
                    + "d8523ed794115be9195ff9d67cdf8d0400000000",
                26))
        .isEqualTo(ALPHABET);
    assertThat(
            text(
                Lz77Huffman::decompress,
                table("30:30 23", "80:02", "8f:20") + "a8dc0000ff2601000000",
                300))
        .isEqualTo("abc".repeat(100));
  }

  @Test
  void lznt1() {
    assertThat(
            text(
                Lznt1::decompress,
                "38b08846232000204720410010a24701a045204400084501507900c045200524"
                    + "138805b4024a44ef0358028c091601484500be009e000401189000",
                142))
        .isEqualTo(
            "F# F# G A A G F# E D D E F# F# E E F# F# G A A G F# E D D E F# E D D E E F# D E F# G"
                + " F# D E F# G F# E D E A F# F# G A A G F# E D D E F# E D D\0");
  }

  @Test
  void noMoreComesOutThanWasAnnounced() {
    Plain plain = new Plain(299);
    assertThatThrownBy(() -> Lz77.decompress(octets("ffffff1f61626317000fff2601"), plain))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(plain.length()).isLessThanOrEqualTo(299);
  }

  private static String text(BiConsumer<Bytes, Plain> algorithm, String hex, int length) {
    Plain plain = new Plain(length);
    algorithm.accept(octets(hex), plain);
    byte[] octets = new byte[plain.length()];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) plain.octets().u8(i);
    }
    return new String(octets, StandardCharsets.US_ASCII);
  }

  /** 256 octets of code lengths: zeros, and what stands at offsets. */
  private static String table(String... parts) {
    byte[] table = new byte[256];
    for (String part : parts) {
      int at = Integer.parseInt(part.substring(0, 2), 16);
      byte[] octets = HexFormat.ofDelimiter(" ").parseHex(part.substring(3));
      System.arraycopy(octets, 0, table, at, octets.length);
    }
    return HexFormat.of().formatHex(table);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Bytes octets(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex));
  }
}
