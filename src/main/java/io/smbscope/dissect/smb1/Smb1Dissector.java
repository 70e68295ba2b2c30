package io.smbscope.dissect.smb1;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Region;

/** SMB1 messages: the header and the chain of commands behind it. [MS-CIFS] 2.2.3 */
public final class Smb1Dissector implements Dissector {
  @Override
  public void dissect(Dissection dissection, Region region) {}
}
