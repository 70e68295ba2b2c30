package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Open;
import java.time.Instant;

/** SMB_COM_OPEN of the core protocol: a file that is there. [MS-CIFS] 2.2.4.3 */
public final class Open {
  private Open() {}

  /**
   * Asks for a file.
   *
   * @param accessMode as in {@link OpenAndX.Request}
   * @param searchAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Request(int accessMode, int searchAttributes, String fileName)
      implements Smb1Body {}

  /**
   * What was opened.
   *
   * @param fileSize octets
   * @param accessMode granted
   */
  public record Response(
      int fid, int fileAttrs, Instant lastModified, long fileSize, int accessMode)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Open.OpenRequest request = new Smb1Open.OpenRequest(block.stream(), block.unicode());
    return new Request(
        request.accessMode(), request.searchAttributes(), DataTypes.text(request.fileName()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Open.OpenResponse response = new Smb1Open.OpenResponse(block.stream());
    return new Response(
        response.fid(),
        response.fileAttrs(),
        DataTypes.utime(response.lastModified()),
        response.fileSize(),
        response.accessMode());
  }
}
