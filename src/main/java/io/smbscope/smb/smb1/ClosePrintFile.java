package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Close;

/** SMB_COM_CLOSE_PRINT_FILE. The response is empty. [MS-CIFS] 2.2.4.69 */
public final class ClosePrintFile {
  private ClosePrintFile() {}

  /** The job is whole. */
  public record Request(int fid) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Close.FidRequest request = new Smb1Close.FidRequest(block.stream());
    return new Request(request.fid());
  }
}
