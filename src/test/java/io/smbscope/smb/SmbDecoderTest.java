package io.smbscope.smb;

import static io.smbscope.smb.smb2.Smb2Rows.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.smb.smb2.Smb2Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which family a message is of, and the headers of encrypted and compressed ones. */
class SmbDecoderTest {
  /** 40 octets of the plain message; LZ77 at octet 16. */
  private static final String UNCHAINED = "fc534d42 28000000 0200 0000 00000000 aabbccdd";

  private static final String CHAINED =
      "fc534d42 00100000"
          + "0200 0100 08000000 00080000 aabbccdd"
          + "0400 0000 08000000 4100 0000 00080000"
          + "0000 0000 04000000 01020304";

  /** tshark: message size 124, session 0xed31a134, flags 1. */
  @Test
  void encrypted() {
    byte[] start = Smb2Rows.row("transform");

    SmbRecorder seen = Smb2Rows.decode(start, 52 + 124, 52 + 124 - start.length);

    assertThat(seen.messages).containsExactly(new TransformMessage(176, 0xed31a134L, 1, 124));
    assertThat(seen.anomalies).isEmpty();
    assertThat(wanted(start, 100_000)).isEqualTo(52);
  }

  @Test
  void encryptedSizeIsHeldAgainstTheFrame() {
    SmbRecorder seen = Smb2Rows.decode(Smb2Rows.row("transform"));

    assertThat(seen.messages).hasSize(1);
    assertThat(seen.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_TRANSFORM);
  }

  @Test
  void compressedUnchained() {
    SmbRecorder seen = Smb2Rows.decode(hex(UNCHAINED));

    assertThat(seen.messages)
        .containsExactly(new CompressedMessage(20, false, 40, 0, List.of(2), 0L));
    assertThat(seen.anomalies).isEmpty();
    assertThat(wanted(hex(UNCHAINED), 50_000)).isEqualTo(16);
  }

  /** As CVE-2020-0796 does. */
  @Test
  void compressedOffsetBehindTheMessage() {
    SmbRecorder seen = Smb2Rows.decode(hex("fc534d42 28000000 0100 0000 ffffffff aabbccdd"));

    assertThat(seen.messages).hasSize(1);
    assertThat(seen.anomalies)
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(AnomalyKind.MALFORMED_COMPRESSION);
              assertThat(anomaly.detail()).isEqualTo("Offset 4294967295 in a message of 20 octets");
            });
  }

  @Test
  void compressedChained() {
    SmbRecorder seen = Smb2Rows.decode(hex(CHAINED));

    assertThat(seen.messages)
        .containsExactly(new CompressedMessage(52, true, 4096, 0, List.of(2, 4, 0), null));
    assertThat(seen.anomalies).isEmpty();
    assertThat(wanted(hex(CHAINED), 5000)).isEqualTo(5000);
  }

  @Test
  void chainedPayloadLongerThanTheMessage() {
    byte[] message = hex(CHAINED);
    message[15] = 0x7f;

    SmbRecorder seen = Smb2Rows.decode(message);

    assertThat(seen.messages)
        .containsExactly(new CompressedMessage(52, true, 4096, 0, List.of(2), null));
    assertThat(seen.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_COMPRESSION);
  }

  @Test
  void shortHeadersAreReported() {
    assertThat(Smb2Rows.decode(hex("fd534d42 0000")).anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_TRANSFORM);
    assertThat(Smb2Rows.decode(hex("fc534d42 0000")).anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_COMPRESSION);
  }

  @Test
  void whatIsNoSmbMessageIsReported() {
    SmbRecorder seen = Smb2Rows.decode(hex("474554202f20"));

    assertThat(seen.messages).isEmpty();
    assertThat(seen.anomalies.get(0).detail())
        .isEqualTo("no SMB message: 6 octets, begins with 0x47455420");
    assertThat(Smb2Rows.decode(new byte[2], 100, 98).anomalies).isEmpty();
  }

  private static int wanted(byte[] head, int length) {
    return new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, FileContent.NONE, new SmbRecorder())
        .wanted(true, Bytes.of(head), length);
  }
}
