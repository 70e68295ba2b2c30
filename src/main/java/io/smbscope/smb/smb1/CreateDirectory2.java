package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_CREATE_DIRECTORY. [MS-CIFS] 2.2.6.14 */
public final class CreateDirectory2 {
  private CreateDirectory2() {}

  /** A new folder. */
  public record Request(String directoryName) implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.CreateDirectoryRequest request =
        new Smb1Trans2.CreateDirectoryRequest(content.parameterStream(), content.unicode());
    return new Request(DataTypes.text(request.directoryName()));
  }
}
