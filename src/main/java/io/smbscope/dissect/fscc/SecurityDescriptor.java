package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Region;

/** A security descriptor: owner, group and access control lists. [MS-DTYP] 2.4.6 */
public final class SecurityDescriptor implements Dissector {
  @Override
  public void dissect(Dissection dissection, Region region) {}
}
