package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Open;
import java.time.Instant;

/**
 * SMB_COM_CREATE, which truncates a file that is there, and SMB_COM_CREATE_NEW, which then fails.
 * [MS-CIFS] 2.2.4.4, 2.2.4.16
 */
public final class Create {
  private Create() {}

  /**
   * Asks for a new file.
   *
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Request(int fileAttributes, Instant creationTime, String fileName)
      implements Smb1Body {}

  /** The file, opened for reading and writing. */
  public record Response(int fid) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Open.CreateRequest request = new Smb1Open.CreateRequest(block.stream(), block.unicode());
    return new Request(
        request.fileAttributes(),
        DataTypes.utime(request.creationTime()),
        DataTypes.text(request.name()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Open.CreateResponse response = new Smb1Open.CreateResponse(block.stream());
    return new Response(response.fid());
  }
}
