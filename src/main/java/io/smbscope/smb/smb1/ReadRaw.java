package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Read;

/** SMB_COM_READ_RAW. The answer is the octets alone, without a header. [MS-CIFS] 2.2.4.22 */
public final class ReadRaw {
  private ReadRaw() {}

  /**
   * Asks for octets.
   *
   * @param offset octets from the file's start, 64 bits in the 10-word form
   */
  public record Request(int fid, long offset, int maxCount, int minCount, long timeout)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Read.ReadRawRequest request = new Smb1Read.ReadRawRequest(block.stream());
    return new Request(
        request.fid(),
        DataTypes.join(request.offset(), request.offsetHigh()),
        request.maxCount(),
        request.minCount(),
        request.timeout());
  }
}
