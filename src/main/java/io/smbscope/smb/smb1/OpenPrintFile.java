package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1PrintFile;

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

  static Smb1Body request(CommandBlock block) {
    Smb1PrintFile.OpenRequest request =
        new Smb1PrintFile.OpenRequest(block.stream(), block.unicode());
    return new Request(request.setupLength(), request.mode(), DataTypes.text(request.identifier()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1PrintFile.OpenResponse response = new Smb1PrintFile.OpenResponse(block.stream());
    return new Response(response.fid());
  }
}
