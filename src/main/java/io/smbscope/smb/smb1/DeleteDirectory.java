package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Path;

/** SMB_COM_DELETE_DIRECTORY. The response is empty. [MS-CIFS] 2.2.4.2 */
public final class DeleteDirectory {
  private DeleteDirectory() {}

  /** An empty folder is to go. */
  public record Request(String directoryName) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Path.PathRequest request = new Smb1Path.PathRequest(block.stream(), block.unicode());
    return new Request(DataTypes.text(request.path()));
  }
}
