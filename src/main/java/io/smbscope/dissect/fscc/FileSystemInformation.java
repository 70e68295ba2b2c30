package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;

/** What is asked and told of a file system. [MS-FSCC] 2.5 */
public final class FileSystemInformation {
  /** Shows the structure of an information class, when it is one. */
  public boolean dissect(Dissection dissection, Region region, int informationClass) {
    return false;
  }
}
