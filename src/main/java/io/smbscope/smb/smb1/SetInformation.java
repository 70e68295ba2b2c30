package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Path;
import java.time.Instant;

/** SMB_COM_SET_INFORMATION. The response is empty. [MS-CIFS] 2.2.4.10 */
public final class SetInformation {
  private SetInformation() {}

  /**
   * A file's new attributes.
   *
   * @param fileAttributes SMB_FILE_ATTRIBUTES mask
   */
  public record Request(int fileAttributes, Instant lastWriteTime, String fileName)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Path.SetInformationRequest request =
        new Smb1Path.SetInformationRequest(block.stream(), block.unicode());
    return new Request(
        request.fileAttributes(),
        DataTypes.utime(request.lastWriteTime()),
        DataTypes.text(request.fileName()));
  }
}
