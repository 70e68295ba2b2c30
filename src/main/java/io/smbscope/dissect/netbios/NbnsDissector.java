package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Region;

/** The NetBIOS name service. RFC 1002 4.2 */
public final class NbnsDissector implements Dissector {
  @Override
  public void dissect(Dissection dissection, Region region) {}
}
