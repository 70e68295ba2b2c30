package io.smbscope.dissect.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.Dissected;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Wanted;
import io.smbscope.net.Ports;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are tshark 4.0.17's. */
class Smb1FieldsTest {
  @Test
  void openedFileIsShownWithWhatItsRequestAskedFor() {
    assertThat(
            Dissected.frame(
                "nt1-open.pcap",
                27,
                "smb.cmd",
                "smb.fid",
                "smb.fid.opened_in",
                "smb.file",
                "smb.file_attribute",
                "smb.response_to",
                "smb.time",
                "smb.access_mask"))
        .containsExactly(
            "0xa2,0xff",
            "0xa19e",
            "27",
            "\\rawopen\\torture_open.txt",
            "0x00000080,0x00000020",
            "26",
            "0.000131000",
            "0x001f01ff");
  }

  @Test
  void responseHasTheFidOfItsRequest() {
    assertThat(Dissected.frame("nt1-open.pcap", 69, "smb.fid", "smb.fid.closed_in", "smb.file"))
        .containsExactly("0xa11f", "68", "\\rawopen\\torture_open.txt");
  }

  @Test
  void treeIsShownWithItsShare() {
    assertThat(
            Dissected.frame(
                "nt1-open.pcap",
                13,
                "smb.tid",
                "smb.path",
                "smb.fid.mapped_in",
                "smb.service",
                "smb.native_fs"))
        .containsExactly("22672", "\\\\10.7.0.1\\TORTURE", "13", "A:", "NTFS");
  }

  @Test
  void listingHasEntriesBehindTheirResumeKeys() {
    assertThat(
            Dissected.frame(
                "nt1-search.pcap",
                52,
                "smb.file",
                "smb.resume.server.cookie",
                "smb.file_size",
                "smb.last_write.time"))
        .containsExactly(
            "torture_txt,TOR0GA~L.TXT", "01ffffffff", "7", "Feb 21, 2027 07:10:00.000000000 UTC");
  }

  @Test
  void readDataStandBesideWhereTheyWereRead() {
    assertThat(
            Dissected.frame(
                "nt1-read-write.pcap",
                33,
                "smb.cmd",
                "smb.file.rw.offset",
                "smb.file.rw.length",
                "smb.file_data"))
        .containsExactly("0x0a", "1", "9", "4553542044415441");
  }

  @Test
  void responseToARenameHasBothNames() {
    assertThat(Dissected.cells("nt1-rename.pcap", "smb.old_file"))
        .contains("22: \\testrename\\test1.txt");
    assertThat(Dissected.frame("nt1-rename.pcap", 370, "smb.old_file", "smb.file", "smb.ntr_loi"))
        .containsExactly("\\testrename\\test1.txt", "\\testrename\\test2.txt", "260");
  }

  @Test
  void dialectsOfLanManagerHaveTheirOwnNegotiation() {
    assertThat(
            Dissected.frame(
                "lanman1.pcap",
                6,
                "smb.dialect.index",
                "smb.server_date_time",
                "smb.server_date_time.smb_date",
                "smb.sm",
                "smb.wct"))
        .containsExactly("3", "Nov 23, 2026 07:02:36.000000000 UTC", "0x5d77", "0x0003", "13");
  }

  @Test
  void ofAMessageThatEndsEarlyIsShownWhatIsThere() {
    for (String capture : List.of("nt1-search.pcap", "lanman1.pcap")) {
      Packet packet = new Packet();
      try (CaptureFiles source =
          CaptureFiles.of(List.of("sample-captures/" + capture), InputStream.nullInputStream())) {
        for (int i = 0; i < 16 && source.next(packet); i++) {
          cut(packet);
        }
      }
    }
  }

  private static void cut(Packet packet) {
    int whole = packet.length;
    int shown = 0;
    for (int length = 0; length <= Math.min(whole, 400); length++) {
      packet.length = length;
      FrameTree tree = new FrameDissector(Wanted.ALL, Ports.withTcp(List.of())).dissect(packet);
      assertThat(tree.depth()).isZero();
      shown = Math.max(shown, tree.nodes().size());
    }
    assertThat(shown).isPositive();
    packet.length = whole;
  }
}
