package io.smbscope.session.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.junit.jupiter.api.Test;

/** Text is what Tika's own detector calls text, also where the shares are close to its bounds. */
class TextOctetsTest {
  private final Random random = new Random(11);

  @Test
  void asTikaWithAnyShareOfControlCharacters() throws IOException {
    for (int length = 1; length < 400; length += 7) {
      for (int controls = 0; controls <= Math.min(length, 12); controls++) {
        byte[] octets = filled(length, 'a');
        scatter(octets, controls, (byte) 3);
        assertAsTika(octets);
        scatter(octets, length / 20, (byte) '\t');
        assertAsTika(octets);
      }
    }
  }

  @Test
  void asTikaWithAnyShareBeyondAscii() throws IOException {
    for (int beyond = 0; beyond < 60; beyond++) {
      byte[] octets = filled(300, 'a');
      scatter(octets, beyond, (byte) 0xE4);
      assertAsTika(octets);
    }
  }

  @Test
  void asTikaForUtf8ThatIsWholeCutOffOrBroken() throws IOException {
    byte[] whole = "\u00e4\u20ac\ud83d\ude00 \u4f60\n".repeat(9).getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < 6; from++) {
      for (int to = from; to < whole.length; to++) {
        assertAsTika(Arrays.copyOfRange(whole, from, to));
      }
    }
    byte[] broken = whole.clone();
    broken[10] = (byte) 0xF8;
    assertAsTika(broken);
  }

  @Test
  void asTikaForMixtures() throws IOException {
    byte[] choice = {0, 1, 9, 10, 12, 13, 27, 31, 32, 65, 127, -128, -65, -64, -33, -32, -17, -16};
    for (int i = 0; i < 3000; i++) {
      byte[] octets = filled(random.nextInt(70), 'x');
      scatter(octets, random.nextInt(8), choice[random.nextInt(choice.length)]);
      scatter(octets, random.nextInt(8), choice[random.nextInt(choice.length)]);
      scatter(octets, random.nextInt(2), (byte) random.nextInt());
      assertAsTika(octets);
    }
  }

  private static byte[] filled(int length, char filler) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) filler);
    return octets;
  }

  private void scatter(byte[] octets, int count, byte octet) {
    for (int i = 0; i < count && octets.length > 0; i++) {
      octets[random.nextInt(octets.length)] = octet;
    }
  }

  private static void assertAsTika(byte[] octets) throws IOException {
    MediaType type =
        new TextDetector(octets.length).detect(new ByteArrayInputStream(octets), new Metadata());
    assertThat(TextOctets.isText(octets))
        .as(Arrays.toString(octets))
        .isEqualTo(type.equals(MediaType.TEXT_PLAIN));
  }
}
