package io.smbscope.smb.smb1;

import java.time.Instant;

/** SMB_COM_CLOSE. The response is empty. [MS-CIFS] 2.2.4.5 */
public final class Close {
  private Close() {}

  /**
   * Ends an open.
   *
   * @param lastTimeModified to set, or null
   */
  public record Request(int fid, Instant lastTimeModified) implements Smb1Body {}
}
