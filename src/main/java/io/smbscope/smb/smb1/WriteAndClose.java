package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Write;
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

  static Smb1Body request(CommandBlock block) {
    Smb1Write.WriteAndCloseRequest request = new Smb1Write.WriteAndCloseRequest(block.stream());
    return new Request(
        request.fid(),
        request.countOfBytesToWrite(),
        request.writeOffset(),
        DataTypes.utime(request.lastWriteTime()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Write.CountResponse response = new Smb1Write.CountResponse(block.stream());
    return new Response(response.count());
  }
}
