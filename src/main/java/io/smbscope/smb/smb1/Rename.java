package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Path;

/** SMB_COM_RENAME. The response is empty. [MS-CIFS] 2.2.4.8 */
public final class Rename {
  private Rename() {}

  /**
   * Old and new name.
   *
   * @param searchAttributes SMB_FILE_ATTRIBUTES mask
   * @param oldFileName may hold wildcards
   */
  public record Request(int searchAttributes, String oldFileName, String newFileName)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Path.RenameRequest request = new Smb1Path.RenameRequest(block.stream(), block.unicode());
    return new Request(
        request.searchAttributes(),
        DataTypes.text(request.oldFileName()),
        DataTypes.text(request.newFileName()));
  }
}
