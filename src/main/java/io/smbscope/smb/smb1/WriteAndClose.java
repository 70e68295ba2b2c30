package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Write;
import java.time.Instant;

/** SMB_COM_WRITE_AND_CLOSE. [MS-CIFS] 2.2.4.40 */
public final class WriteAndClose {
  /** Octets before the data. */
  private static final int PAD = 1;

  private WriteAndClose() {}

  /**
   * Octets to write before the open ends.
   *
   * @param countOfBytesToWrite octets
   * @param writeOffset octets from the file's start
   * @param lastWriteTime to set, or null
   * @param data for a pipe, as much as was gathered; else empty
   */
  public record Request(
      int fid, int countOfBytesToWrite, long writeOffset, Instant lastWriteTime, Bytes data)
      implements Smb1Body {}

  /** Octets written. */
  public record Response(int countOfBytesWritten) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Write.WriteAndCloseRequest request = new Smb1Write.WriteAndCloseRequest(block.stream());
    return new Request(
        request.fid(),
        request.countOfBytesToWrite(),
        request.writeOffset(),
        DataTypes.utime(request.lastWriteTime()),
        block.pipeData(block.dataBlock() + PAD, request.countOfBytesToWrite()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Write.CountResponse response = new Smb1Write.CountResponse(block.stream());
    return new Response(response.count());
  }
}
