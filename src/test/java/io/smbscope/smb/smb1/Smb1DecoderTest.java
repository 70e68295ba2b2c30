package io.smbscope.smb.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What concerns more than one command: header, chains, transactions in parts, limits, loss. */
class Smb1DecoderTest {
  private static final int RESPONSE = 0x80;
  private static final int UNICODE_NT_STATUS = 0xC000;

  private final Smb1Rows.Recorder recorder = new Smb1Rows.Recorder();

  @Test
  void headerWithDosError() {
    Smb1Message message =
        recorder.decode(
            HexFormat.of()
                .parseHex(
                    "ff534d4281"
                        + "01ff1200"
                        + "80"
                        + "0000"
                        + "0100"
                        + "0000000000000000"
                        + "0000"
                        + "0300"
                        + "3412"
                        + "0500"
                        + "0700"
                        + "000000"));

    assertThat(message.header())
        .isEqualTo(new Smb1Header(0x81, 0x0012_0001, 0x80, 0, 0x1_1234, 3, 5, 7, true));
    assertThat(message.blocks()).containsExactly(new Smb1Message.Block(0x81, new Smb1Body.Empty()));
  }

  @Test
  void chainOfWindows98() {
    Smb1Message message =
        recorder.decode(
            HexFormat.of()
                .parseHex(
                    "ff534d42730000000010000000000000000000000000000000000032010021000a750047003e0602"
                        + "000000150503800100000000001000004d415254494e20524f53454e41550004ff0000000000"
                        + "1800290034b55caa7b1877cc95bc3d39fc92819e68b71f866cbe2dc55c5c4d444a5239385c54"
                        + "45535400413a00"));

    assertThat(message.blocks()).hasSize(2);
    SessionSetupAndX.Request logon = (SessionSetupAndX.Request) message.blocks().get(0).body();
    assertThat(logon.accountName()).isEqualTo("MARTIN ROSENAU");
    assertThat(logon.form()).isEqualTo(SessionSetupAndX.Form.LANMAN);
    TreeConnectAndX.Request tree = (TreeConnectAndX.Request) message.blocks().get(1).body();
    assertThat(tree.path()).isEqualTo("\\\\MDJR98\\TEST");
    assertThat(tree.service()).isEqualTo("A:");
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void chainThatDoesNotAdvanceEnds() {
    byte[] message = message(0x74, 0, 0, "02" + "74002000" + "0000");

    assertThat(recorder.decode(message).blocks()).hasSize(1);
    assertThat(recorder.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_SMB1);
  }

  @Test
  void chainIsBounded() {
    StringBuilder chain = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      int next = Smb1Header.SIZE + 7 * i;
      chain.append(String.format("027400%02x%02x0000", next & 0xFF, next >> 8));
    }

    Smb1Message message = recorder.decode(message(0x74, 0, 0, chain.toString()));

    assertThat(message.blocks()).hasSize(Limits.DEFAULT.chainDepth());
    assertThat(recorder.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.LIMIT_REACHED);
  }

  @Test
  void errorEndsTheChainWhereTheServerStopped() {
    Smb1Message message =
        recorder.decode(
            message(
                0x73,
                RESPONSE,
                UNICODE_NT_STATUS,
                "03" + "75002a000000" + "0000" + "00" + "00" + "0000"));

    assertThat(message.blocks()).extracting(Smb1Message.Block::command).containsExactly(0x73, 0x75);
    assertThat(message.blocks().get(1).body()).isEqualTo(new Smb1Body.Empty());
  }

  @Test
  void unknownCommandKeepsItsNumber() {
    Smb1Message message = recorder.decode(message(0x99, 0, 0, "01" + "0000" + "0300" + "aabbcc"));

    assertThat(message.blocks())
        .containsExactly(new Smb1Message.Block(0x99, new Smb1Body.Unparsed(1, 3), 1, 0));
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void noHeader() {
    assertThat(recorder.decode(new byte[31])).isNull();
    assertThat(recorder.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_SMB1);
  }

  @Test
  void lanmanServerTimeIsUtc() {
    Negotiate.Response response =
        (Negotiate.Response)
            recorder.body(
                "ff534d42720000000080000000000000000000000000000000000032000021000d04000200680b0200"
                    + "0100030015050380b2648f4fc4ff00000000080015050380011bf65d");

    assertThat(response.systemTime()).isEqualTo(Instant.parse("2019-12-15T11:37:36Z"));
    assertThat(response.serverTimeZone()).isEqualTo(-60);
    assertThat(HexFormat.of().formatHex(response.challenge().copy())).isEqualTo("15050380011bf65d");
  }

  @Test
  void dialectsInTheClientsOrder() {
    String dialects = ascii("\2PC NETWORK PROGRAM 1.0\0\2LANMAN1.0\0\2NT LM 0.12\0");

    assertThat(recorder.body(message(0x72, 0, 0, "00" + "2f00" + dialects)))
        .isEqualTo(
            new Negotiate.Request(List.of("PC NETWORK PROGRAM 1.0", "LANMAN1.0", "NT LM 0.12")));
  }

  @Test
  void coreNegotiateResponse() {
    Negotiate.Response response =
        (Negotiate.Response) recorder.body(message(0x72, RESPONSE, 0, "01" + "ffff" + "0000"));

    assertThat(response.dialectIndex()).isEqualTo(0xFFFF);
    assertThat(response.wordCount()).isEqualTo(1);
  }

  @Test
  void coreTreeConnect() {
    String strings = ascii("\4\\\\SRV\\C\0\4secret\0\4A:\0");

    assertThat(recorder.body(message(0x70, 0, 0, "00" + "1600" + strings)))
        .isEqualTo(new TreeConnect.Request("\\\\SRV\\C", "secret", "A:"));
    assertThat(recorder.body(message(0x70, RESPONSE, 0, "02" + "68fb" + "0700" + "0000")))
        .isEqualTo(new TreeConnect.Response(0xFB68, 7));
  }

  @Test
  void serverThatForgetsThePadOfItsStrings() {
    String names = utf16("Windows\0") + utf16("LM\0") + utf16("DOM\0");

    SessionSetupAndX.Response padded =
        (SessionSetupAndX.Response)
            recorder.body(
                message(
                    0x73, RESPONSE, UNICODE_NT_STATUS, "03ff0000000100" + "2100" + "00" + names));
    SessionSetupAndX.Response unpadded =
        (SessionSetupAndX.Response)
            recorder.body(
                message(0x73, RESPONSE, UNICODE_NT_STATUS, "03ff0000000100" + "2000" + names));

    assertThat(padded)
        .extracting(
            SessionSetupAndX.Response::nativeOs,
            SessionSetupAndX.Response::nativeLanMan,
            SessionSetupAndX.Response::primaryDomain,
            SessionSetupAndX.Response::guest)
        .containsExactly("Windows", "LM", "DOM", true);
    assertThat(unpadded)
        .extracting(
            SessionSetupAndX.Response::nativeOs,
            SessionSetupAndX.Response::nativeLanMan,
            SessionSetupAndX.Response::primaryDomain)
        .containsExactly("Windows", "LM", "DOM");
  }

  @Test
  void largeReadAndWriteAreWantedWithoutTheirData() {
    byte[] read =
        message(0x2E, RESPONSE, 0, "0cff000000" + "00".repeat(20) + "0080" + "00".repeat(64));
    assertThat(recorder.wanted(Bytes.of(read), 32_827)).isEqualTo(59);
    assertThat(recorder.wanted(Bytes.of(read), 4096)).isEqualTo(4096);

    byte[] write = message(0x2F, 0, 0, "0eff000000" + "00".repeat(26) + "0080" + "00".repeat(64));
    assertThat(recorder.wanted(Bytes.of(write), 100_000)).isEqualTo(63);

    byte[] chained = message(0x2F, 0, 0, "0e04000000" + "00".repeat(90));
    assertThat(recorder.wanted(Bytes.of(chained), 100_000)).isEqualTo(100_000);
    byte[] transaction = message(0x25, 0, 0, "0eff000000" + "00".repeat(90));
    assertThat(recorder.wanted(Bytes.of(transaction), 100_000)).isEqualTo(100_000);
    assertThat(recorder.wanted(Bytes.EMPTY, 100_000)).isEqualTo(100_000);
  }

  @Test
  void writeIsReadFromWhatIsWanted() {
    byte[] start =
        message(
            0x2F,
            0,
            0,
            "0eff000000"
                + "0540"
                + "00000100"
                + "ffffffff"
                + "0800"
                + "0000"
                + "0100"
                + "0080"
                + "4000"
                + "02000000"
                + "0080");

    Smb1Message message = recorder.decode(start, 98_368, 0);

    assertThat(message.blocks().get(0).body())
        .isEqualTo(
            new WriteAndX.Request(
                0x4005, 0x2_0001_0000L, 0xFFFF_FFFFL, 8, 0, 98_304, 64, Bytes.EMPTY));
    assertThat(message.length()).isEqualTo(98_368);
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void locksOf32And64Bits() {
    assertThat(
            recorder.body(
                message(
                    0x24,
                    0,
                    0,
                    "08ff000000"
                        + "0500"
                        + "00"
                        + "00"
                        + "ffffffff"
                        + "0100"
                        + "0100"
                        + "1400"
                        + "0900"
                        + "01000000"
                        + "02000000"
                        + "0900"
                        + "03000000"
                        + "04000000")))
        .isEqualTo(
            new LockingAndX.Request(
                5,
                0,
                0,
                0xFFFF_FFFFL,
                List.of(new LockingAndX.Range(9, 1, 2)),
                List.of(new LockingAndX.Range(9, 3, 4))));
    assertThat(
            recorder.body(
                message(
                    0x24,
                    0,
                    0,
                    "08ff000000"
                        + "0500"
                        + "10"
                        + "00"
                        + "00000000"
                        + "0000"
                        + "0100"
                        + "1400"
                        + "0900"
                        + "0000"
                        + "01000000"
                        + "02000000"
                        + "03000000"
                        + "04000000")))
        .isEqualTo(
            new LockingAndX.Request(
                5,
                0x10,
                0,
                0,
                List.of(),
                List.of(new LockingAndX.Range(9, 0x1_0000_0002L, 0x3_0000_0004L))));
  }

  @Test
  void locksThatAreNotThere() {
    byte[] message =
        message(
            0x24,
            0,
            0,
            "08ff000000" + "0500" + "00" + "00" + "00000000" + "ffff" + "ffff" + "0000");

    assertThat(recorder.body(message)).isEqualTo(new Smb1Body.Unparsed(8, 0));
    assertThat(recorder.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_SMB1);
  }

  /**
   * A message's octets: the header of process 1, tree 2, user 3, multiplex id 4, and what follows.
   */
  private static byte[] message(int command, int flags, int flags2, String rest) {
    byte[] body = HexFormat.of().parseHex(rest);
    return ByteBuffer.allocate(Smb1Header.SIZE + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0xFF, 'S', 'M', 'B', (byte) command})
        .putInt(0)
        .put((byte) flags)
        .putShort((short) flags2)
        .put(new byte[12])
        .putShort((short) 2)
        .putShort((short) 1)
        .putShort((short) 3)
        .putShort((short) 4)
        .put(body)
        .array();
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String utf16(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
  }
}
