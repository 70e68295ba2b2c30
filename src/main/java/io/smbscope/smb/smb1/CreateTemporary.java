package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Open;
import java.time.Instant;

/** SMB_COM_CREATE_TEMPORARY: a new file, which the server names. [MS-CIFS] 2.2.4.15 */
public final class CreateTemporary {
  private CreateTemporary() {}

  /**
   * Asks for a new file.
   *
   * @param fileAttributes reserved
   */
  public record Request(int fileAttributes, Instant creationTime, String directoryName)
      implements Smb1Body {}

  /** The file, opened. */
  public record Response(int fid, String temporaryFileName) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Open.CreateRequest request = new Smb1Open.CreateRequest(block.stream(), block.unicode());
    return new Request(
        request.fileAttributes(),
        DataTypes.utime(request.creationTime()),
        DataTypes.text(request.name()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Open.CreateTemporaryResponse response =
        new Smb1Open.CreateTemporaryResponse(block.stream());
    return new Response(response.fid(), response.temporaryFileName());
  }
}
