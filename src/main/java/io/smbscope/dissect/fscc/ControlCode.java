package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;

/** Bodies of file system controls. [MS-FSCC] 2.3, [MS-SMB2] 2.2.31 */
public final class ControlCode {
  /** Shows the input or the output of a control. */
  public void dissect(Dissection dissection, Region region, long code, boolean input) {}
}
