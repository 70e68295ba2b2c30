package io.smbscope.smb.smb1;

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
}
