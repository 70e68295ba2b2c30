package io.smbscope.smb.smb1;

/** SMB_COM_OPEN_PRINT_FILE. [MS-CIFS] 2.2.4.67 */
public final class OpenPrintFile {
  private OpenPrintFile() {}

  /**
   * A new print job.
   *
   * @param setupLength octets at its start that set up the printer
   * @param mode 0 text, 1 graphics
   * @param identifier name of the job
   */
  public record Request(int setupLength, int mode, String identifier) implements Smb1Body {}

  /** The job, opened. */
  public record Response(int fid) implements Smb1Body {}
}
