package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Region;

/** The NetBIOS datagram service. RFC 1002 4.4 */
public final class NbdgmDissector implements Dissector {
  private final Dissector smb;

  public NbdgmDissector(Dissector smb) {
    this.smb = smb;
  }

  @Override
  public void dissect(Dissection dissection, Region region) {}
}
