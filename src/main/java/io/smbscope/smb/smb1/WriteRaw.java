package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Write;

/**
 * SMB_COM_WRITE_RAW: after the interim response come octets without a header, then
 * SMB_COM_WRITE_COMPLETE. [MS-CIFS] 2.2.4.25, 2.2.4.28
 */
public final class WriteRaw {
  private WriteRaw() {}

  /**
   * Octets to write.
   *
   * @param countOfBytes octets in all
   * @param offset octets from the file's start, 64 bits in the 14-word form
   * @param dataLength octets in this message
   */
  public record Request(
      int fid, int countOfBytes, long offset, long timeout, int writeMode, int dataLength)
      implements Smb1Body {}

  /**
   * The interim response, whose count means "go on", and the final one (SMB_COM_WRITE_COMPLETE).
   *
   * @param count octets; interim: Available, octets left in a pipe
   */
  public record Response(int count) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Write.WriteRawRequest request = new Smb1Write.WriteRawRequest(block.stream());
    return new Request(
        request.fid(),
        request.countOfBytes(),
        DataTypes.join(request.offset(), request.offsetHigh()),
        request.timeout(),
        request.writeMode(),
        request.lenData());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Write.CountResponse response = new Smb1Write.CountResponse(block.stream());
    return new Response(response.count());
  }
}
