package io.smbscope.dissect;

import io.smbscope.dissect.netbios.NbdgmDissector;
import io.smbscope.dissect.netbios.NbnsDissector;
import io.smbscope.dissect.netbios.NbssDissector;
import io.smbscope.dissect.rpc.RpcStream;
import io.smbscope.dissect.smb1.Smb1Dissector;
import io.smbscope.dissect.smb2.Smb2Dissector;

/** Which protocol carries which. */
final class Protocols {
  private static final int SMB = 0x534D42;
  private static final long SMB1 = 0xFF534D42L;

  private final Dissector smb1 = new MadeLate(() -> new Smb1Dissector(false));
  private final Dissector connectionless = new MadeLate(() -> new Smb1Dissector(true));
  private final Dissector smb2 = new MadeLate(Smb2Dissector::new);
  private final StreamDissector sessionService = new NbssDissector(this::smb);
  private final StreamDissector calls = new RpcStream();
  private final Dissector nbns = new MadeLate(NbnsDissector::new);
  private final Dissector datagrams = new MadeLate(() -> new NbdgmDissector(this::smb));

  /** TCP 139 and 445. */
  StreamDissector sessionService() {
    return sessionService;
  }

  /** Any other TCP port. */
  StreamDissector calls() {
    return calls;
  }

  /** NetBIOS frames without IP. */
  Dissector netbiosFrames() {
    return this::smb;
  }

  /** IPX without NetBIOS. [MS-CIFS] 2.1.2.1 */
  Dissector connectionless() {
    return this::connectionless;
  }

  /** UDP 137. */
  Dissector nameService() {
    return nbns;
  }

  /** UDP 138. */
  Dissector datagramService() {
    return datagrams;
  }

  private void connectionless(Dissection dissection, Region region) {
    if (region.has(0, 4) && region.octets().u32be(0) == SMB1) {
      dissection.guard(connectionless, region);
    }
  }

  /** By the four octets that every SMB message begins with. [MS-SMB2] 2.2.1, [MS-CIFS] 2.2.3.1 */
  private void smb(Dissection dissection, Region region) {
    if (!region.has(0, 4) || (region.octets().u32be(0) & 0xFFFFFF) != SMB) {
      return;
    }
    switch (region.octets().u8(0)) {
      case 0xFE, 0xFD, 0xFC -> dissection.guard(smb2, region);
      case 0xFF -> dissection.guard(smb1, region);
      default -> {}
    }
  }
}
