package io.smbscope.detect.evasion;

import static io.smbscope.detect.evasion.Conversation.ascii;
import static io.smbscope.detect.evasion.Conversation.frame;
import static io.smbscope.detect.evasion.Conversation.hex;
import static io.smbscope.detect.evasion.Conversation.smb1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From octets on the wire to findings. */
class EvasionInPacketsTest {
  private static final int ECHO = 0x2B;
  private static final int LOGOFF = 0x74;
  private static final int WRITE = 0x2F;
  private static final int TREE_CONNECT = 0x75;
  private static final int REPLY = 0x80;
  private static final int ASCII = 0x4000;
  private static final int UNICODE = 0xC000;

  /** EchoCount 1, four octets. */
  private static final byte[] ECHOED = hex("01 0100 0400 f0f0f0f0");

  @TempDir private Path folder;

  private static byte[] echo() {
    return frame(smb1(ECHO, 0, ASCII), ECHOED);
  }

  @Test
  void ordinary() throws Exception {
    Conversation talk =
        new Conversation()
            .client(echo())
            .clientAgain(echo())
            .server(frame(smb1(ECHO, REPLY, ASCII), ECHOED));

    assertThat(talk.findings(folder)).containsExactly("smb1-negotiated");
  }

  @Test
  void otherOctetsInTheirPlace() throws Exception {
    byte[] other = echo();
    other[other.length - 1] = 1;

    assertThat(new Conversation().client(echo()).clientAgain(other).findings(folder))
        .contains("tcp-overlap");
  }

  @Test
  void frameThatIsNoMessage() throws Exception {
    assertThat(
            new Conversation()
                .client(echo())
                .client(frame(ascii("anything but SMB")))
                .findings(folder))
        .contains("nbss-length-lie");
  }

  @Test
  void byteCountBeyondTheFrame() throws Exception {
    byte[] lie = hex("01 0100 ff0f f0f0f0f0");

    assertThat(new Conversation().client(frame(smb1(ECHO, 0, ASCII), lie)).findings(folder))
        .contains("nbss-length-lie")
        .doesNotContain("andx-chain");
  }

  @Test
  void requestFromTheServer() throws Exception {
    assertThat(new Conversation().client(echo()).server(echo()).findings(folder))
        .contains("direction-flip");
  }

  @Test
  void chainThatGoesBack() throws Exception {
    byte[] circle = hex("02 7400 2000 0000");

    assertThat(new Conversation().client(frame(smb1(LOGOFF, 0, ASCII), circle)).findings(folder))
        .contains("andx-chain");
  }

  @Test
  void chainOfTwo() throws Exception {
    byte[] first = hex("02 7400 2700 0000");
    byte[] last = hex("02 ff00 0000 0000");

    assertThat(
            new Conversation().client(frame(smb1(LOGOFF, 0, ASCII), first, last)).findings(folder))
        .doesNotContain("andx-chain");
  }

  @Test
  void gapBeforeTheData() throws Exception {
    assertThat(new Conversation().client(write(64, 1)).findings(folder))
        .doesNotContain("padding-evasion");
    assertThat(new Conversation().client(write(120, 57)).findings(folder))
        .contains("padding-evasion");
  }

  /** Five octets, behind some of padding. */
  private static byte[] write(int dataOffset, int padding) {
    byte[] words =
        hex(
            "0e ff00 0000 0540 00000000 00000000 0000 0000 0000 0500"
                + String.format("%02x%02x", dataOffset & 0xFF, dataOffset >> 8)
                + "00000000"
                + String.format("%02x00", padding + 5));
    return frame(smb1(WRITE, 0, ASCII), words, new byte[padding], ascii("hello"));
  }

  @Test
  void namesWithoutUnicode() throws Exception {
    assertThat(new Conversation().client(connect(ASCII)).client(connect(ASCII)).findings(folder))
        .doesNotContain("padding-evasion");
    assertThat(new Conversation().client(connect(UNICODE)).client(connect(ASCII)).findings(folder))
        .contains("padding-evasion");
  }

  private static byte[] connect(int flags2) {
    byte[] path =
        flags2 == UNICODE
            ? hex("00 5c005c0073005c0061000000 3f3f3f3f3f00")
            : hex("00 5c5c735c6100 3f3f3f3f3f00");
    byte[] words = hex("04 ff00 0000 0000 0100" + String.format("%02x00", path.length));
    return frame(smb1(TREE_CONNECT, 0, flags2), words, path);
  }

  @Test
  void dialectThatIsNotInTheList() throws Exception {
    assertThat(negotiated("0000")).doesNotContain("negotiate-response-illegal");
    assertThat(negotiated("0200")).contains("negotiate-response-illegal");
    assertThat(negotiated("ffff")).doesNotContain("negotiate-response-illegal");
  }

  /** Of two dialects the one with this index. */
  private List<String> negotiated(String index) throws Exception {
    byte[] offer = hex("00 1800 02 4e54204c4d20302e313200 02 4c414e4d414e312e3000");
    return new Conversation()
        .client(frame(smb1(0x72, 0, ASCII), offer))
        .server(frame(smb1(0x72, REPLY, ASCII), hex("01" + index + "0000")))
        .findings(folder);
  }
}
