package io.smbscope.dissect.smb2;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.Dissected;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Wanted;
import io.smbscope.net.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tshark 4.0.17 prints of the same captures. */
class Smb2DissectorTest {
  @Test
  void requestsHaveTheirNamesAndResponsesTheirRequests() {
    assertThat(
            Dissected.lines(
                    "ioctl.pcap",
                    "smb2.cmd",
                    "smb2.msg_id",
                    "smb2.response_to",
                    "smb2.nt_status",
                    "smb2.filename")
                .subList(13, 20))
        .containsExactly(
            "5\t4\t\t\ttestfsctl.dat",
            "5\t4\t14\t0xc0000034\t",
            "5\t5\t\t\ttestfsctl.dat",
            "5\t5\t16\t0x00000000\t",
            "9\t6\t\t\t",
            "9\t6\t18\t0x00000103\t",
            "9\t6\t18\t0x00000000\t");
  }

  @Test
  void whatIsKnownOfSessionAndTreeStandsInEveryHeader() {
    assertThat(
            Dissected.lines(
                    "ioctl.pcap", "smb2.acct", "smb2.auth_frame", "smb2.tree", "smb2.tcon_frame")
                .subList(9, 14))
        .containsExactly(
            "\t\t\t",
            "alice\t10\t\t",
            "alice\t11\t\\\\10.7.0.1\\torture\t",
            "alice\t11\t\t",
            "alice\t11\t\\\\10.7.0.1\\torture\t13");
  }

  @Test
  void aCompoundShowsEachOfItsCommands() {
    assertThat(
            Dissected.lines(
                    "compound.pcap",
                    "smb2.cmd",
                    "smb2.flags.chained",
                    "smb2.response_to",
                    "smb2.fid",
                    "dcerpc.nt.open_frame")
                .subList(15, 17))
        .containsExactly(
            "5,6\t0,1\t\tffffffff-ffff-ffff-ffff-ffffffffffff\t",
            "5,6\t0,1\t16,16\tec7d18c9-0000-0000-881d-1a3d00000000\t17");
  }

  @Test
  void negotiationSaysWhatWasOfferedAndWhatItsHashIs() {
    assertThat(
            Dissected.lines(
                    "ioctl.pcap",
                    "smb2.dialect",
                    "smb2.negotiate_context.cipher_id",
                    "smb2.preauth_hash")
                .subList(3, 6))
        .containsExactly(
            "0x0202,0x0210,0x0300,0x0302,0x0311\t0x0002,0x0001,0x0004,0x0003\t"
                + "cbf254e50cf500538a35c813e6a7187c77225d8db6cb4f01646410475fb0fdb4"
                + "362ab0be151c17b1d9719a08d43a84954fc9fa8a6e182f0231c5d3250345972d",
            "\t\t",
            "0x0311\t0x0002\t"
                + "751e7a340a0dad5dc1682d10b0d18659f3232985c693e643a7f6091511bfaca3"
                + "d4805f2f2aa6d762fc2cb1559c1047328c1a9066f7073700b9919469b5715cb0");
  }

  @Test
  void aFrameCutAnywhereIsShownAsFarAsItGoes() throws IOException {
    Packet packet = new Packet();
    try (CaptureFiles source =
        CaptureFiles.of(List.of("sample-captures/ioctl.pcap"), InputStream.nullInputStream())) {
      while (source.next(packet) && packet.number < 18) {
        int whole = packet.length;
        int shown = 1;
        for (packet.length = 70; packet.length <= whole; packet.length += 1) {
          FrameTree tree = new FrameDissector(Wanted.ALL, Ports.withTcp(List.of())).dissect(packet);
          shown = tree.nodes().size();
        }
        assertThat(shown).isPositive();
      }
    }
  }

  @Test
  void leasesAreShownWhereverTheyAre() {
    assertThat(Dissected.cells("lease.pcap", "smb2.lease.lease_state").subList(0, 3))
        .isEqualTo(List.of("20: 0x00000007", "21: 0x00000007", "22: 0x00000007"));
  }
}
