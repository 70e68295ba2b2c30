package io.smbscope.smb.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * What goes through named pipes is told with its message, what goes into files is not. The messages
 * are those of impacket and Samba.
 */
class PipeDataTest {
  private static final String TREE_CONNECT =
      "ff534d4275000000008803c800000000000000000000000017258200c41e000003ff000000010007"
          + "0049504300000000";

  private static final String WRITE =
      "ff534d422f000000001801c800000000000000000000000017258200c41e00000eff000000c84a00"
          + "000000ff00000008004800000048003f0000000000480005000b03100000004800000001000000b8"
          + "10b810000000000100000000000100c84f324b7016d30112785a47bf6ee18803000000045d888aeb"
          + "1cc9119fe808002b10486002000000";

  private static final String READ =
      "ff534d422e000000008803c800000000000000000000000017258200c41e00000cff000000000000"
          + "00000044003c000000000000000000000045000005000c03100000004400000001000000b810b810"
          + "d74c00000d005c706970655c73727673766300000100000000000000045d888aeb1cc9119fe80800"
          + "2b10486002000000";

  /** DCE/RPC bind. */
  private static final String BIND = WRITE.substring(2 * 0x3F);

  /** Its answer. */
  private static final String BIND_ACK = READ.substring(2 * 0x3C);

  private final Smb1Rows.Recorder recorder = new Smb1Rows.Recorder();

  @Test
  void writtenAndRead() {
    recorder.body(TREE_CONNECT);

    assertThat(octets(((WriteAndX.Request) recorder.body(WRITE)).data())).isEqualTo(BIND);
    assertThat(octets(((ReadAndX.Response) recorder.body(READ)).data())).isEqualTo(BIND_ACK);
    assertThat(recorder.anomalies).isEmpty();
  }

  /** In the forms of the core protocol. [MS-CIFS] 2.2.4.11.2, 2.2.4.12.1, 2.2.4.40.1, 2.2.4.68.1 */
  @Test
  void coreForms() {
    recorder.body(TREE_CONNECT);

    var read =
        (Read.Response)
            recorder.body(
                header("0a", "88") + "050300" + "00".repeat(8) + "0600" + "01" + "0300" + "616263");
    assertThat(read.countOfBytesReturned()).isEqualTo(3);
    assertThat(octets(read.data())).isEqualTo("616263");
    var write =
        (Write.Request)
            recorder.body(
                header("0b", "08") + "05c84a0300000000000000" + "0600" + "01" + "0300" + "616263");
    assertThat(octets(write.data())).isEqualTo("616263");
    var andClose =
        (WriteAndClose.Request)
            recorder.body(
                header("2c", "08") + "06c84a03000000000000000000" + "0400" + "00" + "616263");
    assertThat(octets(andClose.data())).isEqualTo("616263");
    var print =
        (WritePrintFile.Request)
            recorder.body(header("c1", "08") + "01c84a" + "0600" + "01" + "0300" + "616263");
    assertThat(octets(print.data())).isEqualTo("616263");
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void filesAreLeftOut() {
    byte[] disk = HexFormat.of().parseHex(TREE_CONNECT.replace("495043", "413a00"));
    recorder.body(disk);

    assertThat(((WriteAndX.Request) recorder.body(WRITE)).data().isEmpty()).isTrue();
    assertThat(((ReadAndX.Response) recorder.body(READ)).data().isEmpty()).isTrue();
  }

  @Test
  void pipesWhoseTreeWasNotSeen() {
    assertThat(octets(((WriteAndX.Request) recorder.body(WRITE)).data())).isEqualTo(BIND);
  }

  @Test
  void longOnesAreWantedWhole() {
    recorder.body(TREE_CONNECT);

    assertThat(recorder.wanted(head(WRITE), 60_000)).isEqualTo(60_000);
    assertThat(recorder.wanted(head(READ), 60_000)).isEqualTo(60_000);
    assertThat(recorder.wanted(head(WRITE), 200_000)).isEqualTo(63 + 0xFFFF);
  }

  @Test
  void cutAnywhereNothingIsThrown() {
    for (String message : new String[] {TREE_CONNECT, WRITE, READ}) {
      byte[] octets = HexFormat.of().parseHex(message);
      for (int end = 0; end < octets.length; end++) {
        byte[] start = Arrays.copyOf(octets, end);
        recorder.wanted(Bytes.of(start), 60_000);
        recorder.decode(start);
        recorder.decode(start, octets.length, octets.length - end);
      }
    }
  }

  /** Of a message on the pipes' tree. */
  private static String header(String command, String flags) {
    return "ff534d42" + command + "00000000" + flags + "03c8" + READ.substring(2 * 12, 2 * 32);
  }

  private static Bytes head(String message) {
    return Bytes.of(Arrays.copyOf(HexFormat.of().parseHex(message), 128));
  }

  private static String octets(Bytes bytes) {
    return HexFormat.of().formatHex(bytes.copy());
  }
}
