package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Read;

/** SMB_COM_READ and SMB_COM_LOCK_AND_READ of the core protocol. [MS-CIFS] 2.2.4.11, 2.2.4.20 */
public final class Read {
  /** BufferFormat and CountOfBytesRead. */
  private static final int BUFFER_HEAD = 3;

  private Read() {}

  /**
   * Asks for octets.
   *
   * @param readOffset octets from the file's start
   */
  public record Request(int fid, int countOfBytesToRead, long readOffset) implements Smb1Body {}

  /**
   * The octets.
   *
   * @param countOfBytesReturned octets
   * @param data of a pipe, as much as was gathered; else empty
   */
  public record Response(int countOfBytesReturned, Bytes data) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Read.ReadRequest request = new Smb1Read.ReadRequest(block.stream());
    return new Request(request.fid(), request.countOfBytesToRead(), request.readOffset());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Read.ReadResponse response = new Smb1Read.ReadResponse(block.stream());
    int count = response.countOfBytesReturned();
    return new Response(count, block.pipeData(block.dataBlock() + BUFFER_HEAD, count));
  }
}
