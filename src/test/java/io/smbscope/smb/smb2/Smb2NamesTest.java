package io.smbscope.smb.smb2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Smb2NamesTest {
  @Test
  void dialects() {
    assertThat(Smb2Names.dialect(0x0202)).isEqualTo("2.0.2");
    assertThat(Smb2Names.dialect(0x0302)).isEqualTo("3.0.2");
    assertThat(Smb2Names.dialect(0x0311)).isEqualTo("3.1.1");
    assertThat(Smb2Names.dialect(0x02FF)).isEqualTo("2.???");
    assertThat(Smb2Names.dialect(0x0222)).isEqualTo("0x0222");
  }

  @Test
  void bitsInTheirOrderAndTheRest() {
    assertThat(Smb2Names.capabilities(0xC5))
        .containsExactly("DFS", "LARGE_MTU", "ENCRYPTION", "NOTIFICATIONS");
    assertThat(Smb2Names.capabilities(0x80000001L)).containsExactly("DFS", "0x80000000");
    assertThat(Smb2Names.shareFlags(0x8830))
        .containsExactly("NO_CACHING", "ACCESS_BASED_DIRECTORY_ENUM", "ENCRYPT_DATA");
    assertThat(Smb2Names.shareFlags(0x00200000))
        .containsExactly("MANUAL_CACHING", "ISOLATED_TRANSPORT");
    assertThat(Smb2Names.shareCapabilities(0x118))
        .containsExactly("DFS", "CONTINUOUS_AVAILABILITY", "REDIRECT_TO_OWNER");
  }

  @Test
  void algorithms() {
    assertThat(Smb2Names.cipher(2)).isEqualTo("AES-128-GCM");
    assertThat(Smb2Names.cipher(0x10)).isEqualTo("0x0010");
    assertThat(Smb2Names.signingAlgorithm(0)).isEqualTo("HMAC-SHA256");
    assertThat(Smb2Names.signingAlgorithm(2)).isEqualTo("AES-128-GMAC");
    assertThat(Smb2Names.compressionAlgorithm(3)).isEqualTo("LZ77+Huffman");
    assertThat(Smb2Names.hashAlgorithm(1)).isEqualTo("SHA-512");
    assertThat(Smb2Names.rdmaTransform(2)).isEqualTo("SIGNING");
    assertThat(Smb2Names.shareType(2)).isEqualTo("PIPE");
  }
}
