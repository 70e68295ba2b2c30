package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1Read;

/** SMB_COM_READ_ANDX. [MS-CIFS] 2.2.4.42, [MS-SMB] 2.2.4.2 */
public final class ReadAndX {
  private ReadAndX() {}

  /**
   * Asks for octets.
   *
   * @param offset octets from the file's start, 64 bits in the 12-word form
   * @param maxCount octets, with MaxCountHigh where CAP_LARGE_READX gives it a meaning
   */
  public record Request(int fid, long offset, long maxCount, int minCount) implements Smb1Body {}

  /**
   * The octets.
   *
   * @param available octets left in a pipe
   * @param dataLength octets, with DataLengthHigh
   * @param dataOffset octets from the header's start to the data
   * @param data of a pipe, as much as was gathered; else empty
   */
  public record Response(int available, long dataLength, int dataOffset, Bytes data)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Read.ReadAndxRequest request = new Smb1Read.ReadAndxRequest(block.stream());
    return new Request(
        request.fid(),
        DataTypes.join(request.offset(), request.offsetHigh()),
        maxCount(request),
        request.minCount());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Read.ReadAndxResponse response = new Smb1Read.ReadAndxResponse(block.stream());
    long length = response.lenData() | (long) response.lenDataHigh() << 16;
    return new Response(
        response.available(),
        length,
        response.ofsData(),
        block.pipeData(response.ofsData(), length));
  }

  /** The high half counts only as a half: in a pipe's read the field is a time-out of all ones. */
  private static long maxCount(Smb1Read.ReadAndxRequest request) {
    long high = request.maxCountHigh() == 0xFFFF_FFFFL ? 0 : request.maxCountHigh() & 0xFFFF;
    return request.maxCount() | high << 16;
  }
}
