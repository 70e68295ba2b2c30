package io.smbscope.smb.smb1;

/** SMB_COM_FLUSH. The response is empty. [MS-CIFS] 2.2.4.6 */
public final class Flush {
  private Flush() {}

  /**
   * What was written goes to the disk.
   *
   * @param fid 0xFFFF all of this process
   */
  public record Request(int fid) implements Smb1Body {}
}
