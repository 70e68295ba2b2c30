package io.smbscope.smb.smb1;

/** SMB_COM_CLOSE_PRINT_FILE. The response is empty. [MS-CIFS] 2.2.4.69 */
public final class ClosePrintFile {
  private ClosePrintFile() {}

  /** The job is whole. */
  public record Request(int fid) implements Smb1Body {}
}
