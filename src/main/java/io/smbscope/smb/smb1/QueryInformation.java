package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Path;
import java.time.Instant;

/** SMB_COM_QUERY_INFORMATION. [MS-CIFS] 2.2.4.9 */
public final class QueryInformation {
  private QueryInformation() {}

  /** Asks for a file's attributes. */
  public record Request(String fileName) implements Smb1Body {}

  /**
   * The attributes.
   *
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   * @param fileSize octets
   */
  public record Response(int fileAttributes, Instant lastWriteTime, long fileSize)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Path.PathRequest request = new Smb1Path.PathRequest(block.stream(), block.unicode());
    return new Request(DataTypes.text(request.path()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Path.QueryInformationResponse response =
        new Smb1Path.QueryInformationResponse(block.stream());
    return new Response(
        response.fileAttributes(), DataTypes.utime(response.lastWriteTime()), response.fileSize());
  }
}
