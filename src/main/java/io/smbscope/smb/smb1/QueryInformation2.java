package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Information2;
import java.time.Instant;

/** SMB_COM_QUERY_INFORMATION2. [MS-CIFS] 2.2.4.31 */
public final class QueryInformation2 {
  private QueryInformation2() {}

  /** Asks for an open file's attributes. */
  public record Request(int fid) implements Smb1Body {}

  /**
   * The attributes.
   *
   * @param createTime server's local time, as if it were UTC; the other times too
   * @param fileDataSize octets
   * @param fileAllocationSize octets
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Response(
      Instant createTime,
      Instant lastAccessTime,
      Instant lastWriteTime,
      long fileDataSize,
      long fileAllocationSize,
      int fileAttributes)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Information2.QueryRequest request = new Smb1Information2.QueryRequest(block.stream());
    return new Request(request.fid());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Information2.QueryResponse response = new Smb1Information2.QueryResponse(block.stream());
    return new Response(
        DataTypes.dateTime(response.createDate(), response.createTime()),
        DataTypes.dateTime(response.lastAccessDate(), response.lastAccessTime()),
        DataTypes.dateTime(response.lastWriteDate(), response.lastWriteTime()),
        response.fileDataSize(),
        response.fileAllocationSize(),
        response.fileAttributes());
  }
}
