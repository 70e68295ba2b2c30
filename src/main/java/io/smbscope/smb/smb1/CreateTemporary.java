package io.smbscope.smb.smb1;

import java.time.Instant;

/** SMB_COM_CREATE_TEMPORARY: a new file, which the server names. [MS-CIFS] 2.2.4.15 */
public final class CreateTemporary {
  private CreateTemporary() {}

  /**
   * Asks for a new file.
   *
   * @param fileAttributes reserved
   */
  public record Request(int fileAttributes, Instant creationTime, String directoryName)
      implements Smb1Body {}

  /** The file, opened. */
  public record Response(int fid, String temporaryFileName) implements Smb1Body {}
}
