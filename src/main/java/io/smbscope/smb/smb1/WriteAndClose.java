package io.smbscope.smb.smb1;

import java.time.Instant;

/** SMB_COM_WRITE_AND_CLOSE. [MS-CIFS] 2.2.4.40 */
public final class WriteAndClose {
  private WriteAndClose() {}

  /**
   * Octets to write before the open ends.
   *
   * @param countOfBytesToWrite octets
   * @param writeOffset octets from the file's start
   * @param lastWriteTime to set, or null
   */
  public record Request(int fid, int countOfBytesToWrite, long writeOffset, Instant lastWriteTime)
      implements Smb1Body {}

  /** Octets written. */
  public record Response(int countOfBytesWritten) implements Smb1Body {}
}
