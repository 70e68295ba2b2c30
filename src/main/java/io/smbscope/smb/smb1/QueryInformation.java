package io.smbscope.smb.smb1;

import java.time.Instant;

/** SMB_COM_QUERY_INFORMATION. [MS-CIFS] 2.2.4.9 */
public final class QueryInformation {
  private QueryInformation() {}

  /** Asks for a file's attributes. */
  public record Request(String fileName) implements Smb1Body {}

  /**
   * The attributes.
   *
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   * @param fileSize octets
   */
  public record Response(int fileAttributes, Instant lastWriteTime, long fileSize)
      implements Smb1Body {}
}
