package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Write;

/** SMB_COM_WRITE and SMB_COM_WRITE_AND_UNLOCK. [MS-CIFS] 2.2.4.12, 2.2.4.21 */
public final class Write {
  /** BufferFormat and DataLength. */
  private static final int BUFFER_HEAD = 3;

  private Write() {}

  /**
   * Octets to write.
   *
   * @param countOfBytesToWrite octets; 0 cuts the file off at the offset
   * @param writeOffset octets from the file's start
   * @param data for a pipe, as much as was gathered; else empty
   */
  public record Request(int fid, int countOfBytesToWrite, long writeOffset, Bytes data)
      implements Smb1Body {}

  /** Octets written. */
  public record Response(int countOfBytesWritten) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Write.WriteRequest request = new Smb1Write.WriteRequest(block.stream());
    int count = request.countOfBytesToWrite();
    return new Request(
        request.fid(),
        count,
        request.writeOffset(),
        block.pipeData(block.dataBlock() + BUFFER_HEAD, count));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Write.CountResponse response = new Smb1Write.CountResponse(block.stream());
    return new Response(response.count());
  }
}
