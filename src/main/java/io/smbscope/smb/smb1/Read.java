package io.smbscope.smb.smb1;

/** SMB_COM_READ and SMB_COM_LOCK_AND_READ of the core protocol. [MS-CIFS] 2.2.4.11, 2.2.4.20 */
public final class Read {
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
   */
  public record Response(int countOfBytesReturned) implements Smb1Body {}
}
