package io.smbscope.dissect;

import io.smbscope.dissect.netbios.NbssDissector;
import io.smbscope.dissect.smb2.Smb2Dissector;

/** Which protocol carries which. */
final class Protocols {
  private final Dissector smb2 = new Smb2Dissector();
  private final StreamDissector sessionService = new NbssDissector(this::smb);

  StreamDissector sessionService() {
    return sessionService;
  }

  Dissector nbns() {
    return (dissection, region) -> {};
  }

  Dissector datagrams() {
    return (dissection, region) -> {};
  }

  /** By the four octets that every SMB message begins with. [MS-SMB2] 2.2.1, [MS-CIFS] 2.2.3.1 */
  private void smb(Dissection dissection, Region region) {
    if (!region.has(0, 4) || (region.octets().u32be(0) & 0xFFFFFF) != 0x534D42) {
      return;
    }
    switch (region.octets().u8(0)) {
      case 0xFE, 0xFD, 0xFC -> smb2.dissect(dissection, region);
      default -> {}
    }
  }
}
