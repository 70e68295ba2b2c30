package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Information2;
import java.time.Instant;

/** SMB_COM_SET_INFORMATION2. The response is empty. [MS-CIFS] 2.2.4.30 */
public final class SetInformation2 {
  private SetInformation2() {}

  /**
   * An open file's new times.
   *
   * @param createTime server's local time, as if it were UTC; the other times too
   */
  public record Request(int fid, Instant createTime, Instant lastAccessTime, Instant lastWriteTime)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Information2.SetRequest request = new Smb1Information2.SetRequest(block.stream());
    return new Request(
        request.fid(),
        DataTypes.dateTime(request.createDate(), request.createTime()),
        DataTypes.dateTime(request.lastAccessDate(), request.lastAccessTime()),
        DataTypes.dateTime(request.lastWriteDate(), request.lastWriteTime()));
  }
}
