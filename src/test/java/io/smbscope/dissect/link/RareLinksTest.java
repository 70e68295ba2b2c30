package io.smbscope.dissect.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.Dissected;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames that no sample has; expected values are tshark 4.0.17's of the same octets. */
class RareLinksTest {
  private static final int ETHERNET = 1;
  private static final int PPP = 9;
  private static final int RAW_IP = 101;

  private static final String ECHO =
      "ff534d422b0000000000000000000102030405060708090a00d000320000c103"
          + "010100070004"
          + "48656c6c6f00";

  /** Destination and source. */
  private static final String STATIONS = "00505633789e000c29d479b2";

  @Test
  void messagesOverIpxAreNumbered() {
    String toServer =
        "ffff004a00040000000000505633789e0550 00000000000c29d479b20552".replace(" ", "");
    for (String form : new String[] {"004de0e003", "004a", "8137", "0052aaaa03 0000008137"}) {
      assertThat(
              Dissected.octets(
                  ETHERNET,
                  STATIONS + form + toServer + ECHO,
                  "smb.key",
                  "smb.sessid",
                  "smb.sequence_num",
                  "smb.group_id",
                  "smb.signature",
                  "smb.echo.data"))
          .containsExactly("0x04030201", "1541", "2055", "2569", "", "0448656c6c6f00");
    }
  }

  @Test
  void netbiosOverIpxCarriesOrdinaryMessages() {
    String session = "1006 0100 0200 0300 2c00 0000 2c00 0100 0000";
    assertThat(
            Dissected.octets(
                ETHERNET,
                STATIONS
                    + "005fe0e003ffff005c00040000000000505633789e0455 00000000000c29d479b20455"
                    + session
                    + ECHO,
                "smb.signature",
                "smb.echo.data"))
        .containsExactly("0102030405060708", "0448656c6c6f00");
  }

  @Test
  void pppMayLeaveAddressAndControlOut() {
    String ip = "450000280000400040062c000a0700020a070001";
    String tcp = "c35001bd00000001000000005002fff000000000";
    String[] fields = {"ppp.address", "ppp.control", "ppp.protocol", "ip.src", "tcp.dstport"};
    assertThat(Dissected.octets(PPP, "ff030021" + ip + tcp, fields))
        .containsExactly("0xff", "0x03", "0x0021", "10.7.0.2", "445");
    assertThat(Dissected.octets(PPP, "21" + ip + tcp, fields))
        .containsExactly("", "", "0x0021", "10.7.0.2", "445");
  }

  /** Of the second message the first segment has one octet. */
  @Test
  void headersThatSegmentsSplitAreWaitedFor() {
    String message = "0000002c" + ECHO;
    String both = message + message;
    int split = message.length() + 2;
    assertThat(
            Dissected.frames(
                RAW_IP,
                List.of(
                    segment(1, both.substring(0, split)),
                    segment(1 + split / 2, both.substring(split))),
                0,
                "nbss.length",
                "smb.cmd"))
        .containsExactly("44\t0x2b", "44\t0x2b");
  }

  /** A name that the capture cut off is no name. */
  @Test
  void textThatIsCutOffIsNotShown() {
    String delete =
        "00000034ff534d420600000000 1803c80000000000000000000000000100010001000100"
            + "0106000f00045c0061002e007400780074000000";
    List<String> frame = List.of(segment(1, delete.replace(" ", "")));
    String[] fields = {"smb.cmd", "smb.bcc", "smb.file"};
    assertThat(Dissected.frames(RAW_IP, frame, 0, fields)).containsExactly("0x06\t15\t\\a.txt");
    assertThat(Dissected.frames(RAW_IP, frame, 4, fields)).containsExactly("0x06\t15\t");
  }

  /** IPv4 and TCP before a payload, from port 50000 to 445. */
  private static String segment(int sequence, String payload) {
    int length = payload.length() / 2;
    return String.format("4500%04x", 40 + length)
        + "00004000400600000a0700020a070001c35001bd"
        + String.format("%08x", sequence)
        + "00000001501820000000"
        + "0000"
        + payload;
  }
}
