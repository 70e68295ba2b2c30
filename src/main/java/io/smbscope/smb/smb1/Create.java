package io.smbscope.smb.smb1;

import java.time.Instant;

/**
 * SMB_COM_CREATE, which truncates a file that is there, and SMB_COM_CREATE_NEW, which then fails.
 * [MS-CIFS] 2.2.4.4, 2.2.4.16
 */
public final class Create {
  private Create() {}

  /**
   * Asks for a new file.
   *
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Request(int fileAttributes, Instant creationTime, String fileName)
      implements Smb1Body {}

  /** The file, opened for reading and writing. */
  public record Response(int fid) implements Smb1Body {}
}
