package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Path;

/** SMB_COM_NT_RENAME. The response is empty. [MS-CIFS] 2.2.4.66 */
public final class NtRename {
  private NtRename() {}

  /**
   * Old and new name.
   *
   * @param searchAttributes SMB_FILE_ATTRIBUTES mask
   * @param informationLevel 0x103 hard link, 0x104 rename
   */
  public record Request(
      int searchAttributes, int informationLevel, String oldFileName, String newFileName)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Path.NtRenameRequest request =
        new Smb1Path.NtRenameRequest(block.stream(), block.unicode());
    return new Request(
        request.searchAttributes(),
        request.informationLevel(),
        DataTypes.text(request.oldFileName()),
        DataTypes.text(request.newFileName()));
  }
}
