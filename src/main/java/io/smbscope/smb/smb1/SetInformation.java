package io.smbscope.smb.smb1;

import java.time.Instant;

/** SMB_COM_SET_INFORMATION. The response is empty. [MS-CIFS] 2.2.4.10 */
public final class SetInformation {
  private SetInformation() {}

  /**
   * A file's new attributes.
   *
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Request(int fileAttributes, Instant lastWriteTime, String fileName)
      implements Smb1Body {}
}
