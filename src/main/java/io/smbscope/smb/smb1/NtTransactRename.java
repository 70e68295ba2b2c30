package io.smbscope.smb.smb1;

/** NT_TRANSACT_RENAME, which servers refuse but clients may send. [MS-CIFS] 2.2.7.5 */
public final class NtTransactRename {
  private NtTransactRename() {}

  /**
   * An open file's new name.
   *
   * @param flags 1 replace what is there
   */
  public record Request(int fid, int flags, String newName) implements NtTransact.Parameters {}
}
