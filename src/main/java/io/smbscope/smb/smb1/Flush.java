package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Close;

/** SMB_COM_FLUSH. The response is empty. [MS-CIFS] 2.2.4.6 */
public final class Flush {
  private Flush() {}

  /**
   * What was written goes to the disk.
   *
   * @param fid 0xFFFF all of this process
   */
  public record Request(int fid) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Close.FidRequest request = new Smb1Close.FidRequest(block.stream());
    return new Request(request.fid());
  }
}
