package io.smbscope.smb.smb1;

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
   */
  public record Response(int available, long dataLength, int dataOffset) implements Smb1Body {}
}
