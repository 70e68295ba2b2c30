package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Path;

/** SMB_COM_DELETE. The response is empty. [MS-CIFS] 2.2.4.7 */
public final class Delete {
  private Delete() {}

  /**
   * What is to go.
   *
   * @param searchAttributes SMB_FILE_ATTRIBUTES mask
   * @param fileName may hold wildcards
   */
  public record Request(int searchAttributes, String fileName) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Path.DeleteRequest request = new Smb1Path.DeleteRequest(block.stream(), block.unicode());
    return new Request(request.searchAttributes(), DataTypes.text(request.fileName()));
  }
}
