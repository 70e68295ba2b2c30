package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Close;
import java.time.Instant;

/** SMB_COM_CLOSE. The response is empty. [MS-CIFS] 2.2.4.5 */
public final class Close {
  private Close() {}

  /**
   * Ends an open.
   *
   * @param lastTimeModified to set, or null
   */
  public record Request(int fid, Instant lastTimeModified) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Close.CloseRequest request = new Smb1Close.CloseRequest(block.stream());
    return new Request(request.fid(), DataTypes.utime(request.lastTimeModified()));
  }
}
