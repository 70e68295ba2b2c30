package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1NtTransact;

/** NT_TRANSACT_RENAME, which servers refuse but clients may send. [MS-CIFS] 2.2.7.5 */
public final class NtTransactRename {
  private NtTransactRename() {}

  /**
   * An open file's new name.
   *
   * @param flags 1 replace what is there
   */
  public record Request(int fid, int flags, String newName) implements NtTransact.Parameters {}

  static NtTransact.Parameters request(TransactionContent content) {
    Smb1NtTransact.RenameRequest request =
        new Smb1NtTransact.RenameRequest(content.parameterStream(), content.unicode());
    return new Request(request.fid(), request.flags(), DataTypes.text(request.newName()));
  }
}
