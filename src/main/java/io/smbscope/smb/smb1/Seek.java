package io.smbscope.smb.smb1;

/** SMB_COM_SEEK. [MS-CIFS] 2.2.4.19 */
public final class Seek {
  private Seek() {}

  /**
   * Moves the file pointer.
   *
   * @param mode 0 from the start, 1 from the pointer, 2 from the end
   * @param offset octets, signed
   */
  public record Request(int fid, int mode, long offset) implements Smb1Body {}

  /** The pointer, octets from the file's start. */
  public record Response(long offset) implements Smb1Body {}
}
