package io.smbscope.smb.smb2;

import static io.smbscope.smb.smb2.Smb2Rows.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.SmbDecoder;
import io.smbscope.smb.SmbRecorder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * What goes through named pipes is told with its message, what goes into files is not. The messages
 * are those of Samba and impacket.
 */
class PipeDataTest {
  private static final String TREE_CONNECT =
      "fe534d42400001000000000003007f00010000000000000004000000000000000000000071a89c71"
          + "fb13d75d0000000000000000000000000000000000000000100002000000000000000000a9001f00";

  private static final String WRITE =
      "fe534d42400001000000000009007f00000000000000000006000000000000000000000071a89c71"
          + "fb13d75d000000000000000000000000000000000000000031007000480000000000000000000000"
          + "674e706500000000a181a0d7000000000000000000000000000000000000000005000b0310000000"
          + "4800000001000000b810b810000000000100000000000100785734123412cdabef000123456789ac"
          + "01000000045d888aeb1cc9119fe808002b10486002000000";

  private static final String READ =
      "fe534d42400010000000000008000000030000000000000007000000000000000700000000000000"
          + "fb13d75d000000000000000000000000000000000000000011005000440000000000000000000000"
          + "05000c03100000004400000001000000b810b81087cb00000b005c706970655c73616d7200000000"
          + "0100000000000000045d888aeb1cc9119fe808002b10486002000000";

  private static final String TRANSCEIVE_REQUEST =
      "fe534d4240000100000000000b0001001800000000000000070000000000000000000000e75edd38"
          + "b0bbaadb00000000bcef4710d613e7bebdba29e8074949833900000017c0110098aae67900000000"
          + "f1531f4b000000007800000044000000000000007800000000000000b81000000100000000000000"
          + "050000031000000044000000020000002c00000000001500000002000b000000000000000b000000"
          + "5c005c00310030002e0037002e0030002e0031000000000065000000";

  private static final String TRANSCEIVE_RESPONSE =
      "fe534d4240000100000000000b0001001900000000000000070000000000000000000000e75edd38"
          + "b0bbaadb0000000027918d3ae2adb478081de8219ecfc8e63100000017c0110098aae67900000000"
          + "f1531f4b000000007000000000000000700000009000000000000000000000000500020310000000"
          + "900000000200000078000000000000006500000004000200f4010000080002000600000001000000"
          + "039a80000c000200080000000000000008000000460049004c004500530052005600000015000000"
          + "0000000015000000530061006d0062006100200034002e00310037002e00310032002d0044006500"
          + "6200690061006e000000000000000000";

  /** DCE/RPC bind. */
  private static final String BIND = WRITE.substring(2 * 112);

  /** Its answer. */
  private static final String BIND_ACK = READ.substring(2 * 80);

  private final SmbRecorder seen = new SmbRecorder();
  private final SmbDecoder decoder =
      new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, FileContent.NONE, seen);

  @Test
  void writtenToAPipe() {
    decode(hex(TREE_CONNECT));

    assertThat(octets(((Write.Request) decode(hex(WRITE))).data())).isEqualTo(BIND);
  }

  @Test
  void readFromAPipeAsynchronously() {
    decode(hex(TREE_CONNECT));

    assertThat(octets(((Read.Response) decode(hex(READ))).data())).isEqualTo(BIND_ACK);
  }

  /** Neither is said to be of a pipe, but DCE/RPC is what they carry. */
  @Test
  void pipesWhoseTreeWasNotSeen() {
    assertThat(octets(((Read.Response) decode(hex(READ))).data())).isEqualTo(BIND_ACK);
    assertThat(octets(((Write.Request) decode(hex(WRITE))).data())).isEqualTo(BIND);

    byte[] furtherPart = hex(WRITE);
    furtherPart[112] = 'x';
    assertThat(octets(((Write.Request) decode(furtherPart)).data()))
        .as("the tree is known now")
        .isEqualTo("78" + BIND.substring(2));
  }

  @Test
  void filesAreLeftOut() {
    byte[] other = hex(WRITE);
    other[112] = 'x';
    assertThat(((Write.Request) decode(other)).data().isEmpty()).isTrue();

    byte[] disk = hex(TREE_CONNECT);
    disk[66] = 1;
    decode(disk);
    assertThat(((Write.Request) decode(hex(WRITE))).data().isEmpty())
        .as("a file may begin like DCE/RPC")
        .isTrue();
  }

  @Test
  void treeIdsAreThoseOfTheirSession() {
    byte[] elsewhere = hex(TREE_CONNECT);
    elsewhere[40] ^= 1;
    decode(elsewhere);

    byte[] other = hex(WRITE);
    other[112] = 'x';
    assertThat(((Write.Request) decode(other)).data().isEmpty()).isTrue();
  }

  @Test
  void relatedCommandsAreOfTheTreeOfTheFirst() {
    decode(hex(TREE_CONNECT));
    byte[] first = hex(WRITE);
    byte[] related = hex(WRITE);
    first[20] = (byte) first.length;
    related[16] |= 4;
    Arrays.fill(related, 36, 48, (byte) 0xFF);
    related[112] = 'x';
    byte[] compound = Arrays.copyOf(first, 2 * first.length);
    System.arraycopy(related, 0, compound, first.length, related.length);

    assertThat(octets(((Write.Request) decode(compound)).data()))
        .isEqualTo("78" + BIND.substring(2));
  }

  @Test
  void longOnesAreWantedWhole() {
    Bytes head = Bytes.of(Arrays.copyOf(hex(WRITE), 128));
    Bytes answer = Bytes.of(Arrays.copyOf(hex(READ), 128));

    assertThat(decoder.wanted(false, answer, 60_000)).isEqualTo(60_000);
    assertThat(decoder.wanted(true, head, 60_000)).isEqualTo(60_000);
    assertThat(decoder.wanted(true, head, 100_000)).isEqualTo(112 + 0xFFFF);
    assertThat(decoder.wanted(false, answer, 100_000)).as("perhaps of a file").isEqualTo(80);
  }

  @Test
  void whatWasLostIsNotTold() {
    decode(hex(TREE_CONNECT));
    byte[] write = hex(WRITE);
    decoder.message(true, Bytes.of(Arrays.copyOf(write, 120)), write.length, 64, Smb2Rows.AT);

    assertThat(octets(((Write.Request) last()).data())).isEqualTo(BIND.substring(0, 16));
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void transceive() {
    assertThat(((Ioctl.Request) decode(hex(TRANSCEIVE_REQUEST))).input())
        .isInstanceOfSatisfying(
            IoctlData.Pipe.class,
            pipe ->
                assertThat(octets(pipe.octets()))
                    .isEqualTo(TRANSCEIVE_REQUEST.substring(2 * 0x78)));
    assertThat(((Ioctl.Response) decode(hex(TRANSCEIVE_RESPONSE))).output())
        .isInstanceOfSatisfying(
            IoctlData.Pipe.class,
            pipe ->
                assertThat(octets(pipe.octets()))
                    .isEqualTo(TRANSCEIVE_RESPONSE.substring(2 * 0x70)));
  }

  @Test
  void cutAnywhereNothingIsThrown() {
    for (String message :
        new String[] {TREE_CONNECT, WRITE, READ, TRANSCEIVE_REQUEST, TRANSCEIVE_RESPONSE}) {
      byte[] octets = hex(message);
      for (int end = 0; end < octets.length; end++) {
        Bytes start = Bytes.of(Arrays.copyOf(octets, end));
        decoder.wanted(true, start, octets.length);
        decoder.message(true, start, octets.length, octets.length - end, Smb2Rows.AT);
        decoder.message(true, start, end, 0, Smb2Rows.AT);
      }
    }
  }

  private Smb2Body decode(byte[] message) {
    decoder.message(true, Bytes.of(message), message.length, 0, Smb2Rows.AT);
    return last();
  }

  private Smb2Body last() {
    return ((Smb2Message) seen.messages.get(seen.messages.size() - 1)).body();
  }

  private static String octets(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.copy());
  }
}
