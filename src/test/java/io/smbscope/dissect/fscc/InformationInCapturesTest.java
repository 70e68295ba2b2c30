package io.smbscope.dissect.fscc;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.Dissected;
import org.junit.jupiter.api.Test;

/** Expected values are what tshark 4.0.17 prints of the same frames. */
class InformationInCapturesTest {
  @Test
  void aSecurityDescriptorTellsWhoMayDoWhat() {
    assertThat(
            Dissected.frame(
                "delete-forms.pcap",
                73,
                "nt.sid",
                "nt.ace.type",
                "nt.access_mask",
                "nt.sid.wkwn",
                "nt.sec_desc.type.dacl_present"))
        .containsExactly(
            "S-1-22-1-0,S-1-22-1-0,S-1-22-2-1001,S-1-1-0",
            "0,0,0",
            "0x001f01ff,0x001200a9,0x001200a9",
            "S-1-1-0",
            "1");
  }

  @Test
  void aServerTellsTheInterfacesItHas() {
    assertThat(
            Dissected.frame(
                "ioctl.pcap",
                114,
                "smb2.windows.sockaddr.in.addr",
                "smb2.ioctl.network_interfaces.link_speed"))
        .containsExactly("10.7.0.3,10.7.0.1", "1000000000,1000000000,1000000000");
  }

  @Test
  void controlsShowWhatIsCopiedAndWhatIsDone() {
    assertThat(Dissected.frame("ioctl.pcap", 84, "smb2.fsctl.cchunk.xfer_len"))
        .containsExactly("4096");
    assertThat(Dissected.frame("ioctl.pcap", 85, "smb2.fsctl.cchunk.total_written"))
        .containsExactly("4096");
    assertThat(Dissected.cells("ioctl.pcap", "smb2.fsctl.set_sparse"))
        .containsExactly("141: 1", "145: 0");
  }

  @Test
  void eachChangeInADirectoryIsShown() {
    assertThat(Dissected.frame("notify-lock.pcap", 74, "smb2.notify.action", "smb2.filename"))
        .containsExactly(
            "0x00000001,0x00000002,0x00000001,0x00000002",
            "subdir-name,subdir-name,subdir-name,subdir-name");
  }

  @Test
  void streamsOfAFileHaveNames() {
    assertThat(Dissected.frame("streams.pcap", 173, "smb.stream_name"))
        .containsExactly(":StreamName:$DATA,::$DATA");
  }

  @Test
  void namesOfADirectoryAreShownWhateverTheClass() {
    assertThat(Dissected.frame("compound.pcap", 401, "smb2.find.infolevel", "smb2.filename"))
        .containsExactly("12", ".,..");
  }
}
