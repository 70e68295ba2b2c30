package io.smbscope.smb.smb1;

import java.time.Instant;

/** SMB_COM_QUERY_INFORMATION2. [MS-CIFS] 2.2.4.31 */
public final class QueryInformation2 {
  private QueryInformation2() {}

  /** Asks for an open file's attributes. */
  public record Request(int fid) implements Smb1Body {}

  /**
   * The attributes.
   *
   * @param createTime server's local time, as if it were UTC; the other times too
   * @param fileDataSize octets
   * @param fileAllocationSize octets
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Response(
      Instant createTime,
      Instant lastAccessTime,
      Instant lastWriteTime,
      long fileDataSize,
      long fileAllocationSize,
      int fileAttributes)
      implements Smb1Body {}
}
