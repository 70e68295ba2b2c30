package io.smbscope.dissect.smb1.trans;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.Dissected;
import org.junit.jupiter.api.Test;

/** Transactions of SMB1 in sample captures; what is expected is what tshark 4.0.17 prints. */
class TransactionsTest {

  @Test
  void showsTheLevelAndPatternThatAListingAnswers() {
    assertThat(
            Dissected.frame(
                "nt1-misc.pcap", 306, "smb.ff2_loi", "smb.search_pattern", "smb.search_count"))
        .containsExactly("260,260", "\\testseek\\*", "1");
    assertThat(Dissected.frame("nt1-misc.pcap", 306, "smb.file", "smb.end_of_file"))
        .containsExactly("test.txt", "2");
  }

  @Test
  void readsInformationByTheLevelThatTheRequestNames() {
    assertThat(
            Dissected.frame(
                "nt1-misc.pcap", 266, "smb.qpi_loi", "smb.link_count", "smb.file_name_len"))
        .containsExactly("263", "1", "36");
    assertThat(Dissected.frame("nt1-misc.pcap", 289, "smb.spi_loi", "smb.position"))
        .containsExactly("1014", "25");
  }

  @Test
  void showsATimeThatIsNoneAsTheBeginOf1970() {
    assertThat(
            Dissected.frame(
                "nt1-open.pcap", 1154, "smb.trans2.cmd", "smb.create.time", "smb.create.smb.date"))
        .containsExactly("0x0000", "Jan  1, 1970 00:00:00.000000000 UTC", "");
    assertThat(Dissected.frame("nt1-open.pcap", 1155, "smb.create.time", "smb.create.smb.date"))
        .containsExactly("Sep 24, 2008 11:50:42.000000000 UTC", "0x3938");
  }
}
