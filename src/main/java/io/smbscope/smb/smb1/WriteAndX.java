package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Write;

/** SMB_COM_WRITE_ANDX. [MS-CIFS] 2.2.4.43, [MS-SMB] 2.2.4.3 */
public final class WriteAndX {
  private WriteAndX() {}

  /**
   * Octets to write.
   *
   * @param offset octets from the file's start, 64 bits in the 14-word form
   * @param writeMode 1 write through, 2 tell Available, 4 raw to a pipe, 8 start of a message
   * @param remaining octets that are still to come to a message pipe
   * @param dataLength octets, with DataLengthHigh
   * @param dataOffset octets from the header's start to the data
   * @param data for a pipe, as much as was gathered; else empty
   */
  public record Request(
      int fid,
      long offset,
      long timeout,
      int writeMode,
      int remaining,
      long dataLength,
      int dataOffset,
      Bytes data)
      implements Smb1Body {}

  /**
   * What was written.
   *
   * @param count octets, with CountHigh
   * @param available octets left in a pipe
   */
  public record Response(long count, int available) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Write.WriteAndxRequest request = new Smb1Write.WriteAndxRequest(block.stream());
    long length = request.lenData() | (long) request.lenDataHigh() << 16;
    return new Request(
        request.fid(),
        DataTypes.join(request.offset(), request.offsetHigh()),
        request.timeout(),
        request.writeMode(),
        request.remaining(),
        length,
        request.ofsData(),
        block.pipeData(request.ofsData(), length));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Write.WriteAndxResponse response = new Smb1Write.WriteAndxResponse(block.stream());
    return new Response(response.count() | (long) response.countHigh() << 16, response.available());
  }
}
