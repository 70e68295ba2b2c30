package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1NtTransact;

/** NT_TRANSACT_NOTIFY_CHANGE. [MS-CIFS] 2.2.7.4 */
public final class NtTransactNotifyChange {
  private NtTransactNotifyChange() {}

  /**
   * Asks to be told of changes in a folder.
   *
   * @param completionFilter FILE_NOTIFY_CHANGE_ mask
   * @param watchTree the folders in it too
   */
  public record Request(long completionFilter, int fid, boolean watchTree)
      implements NtTransact.Parameters {}

  static NtTransact.Parameters request(TransactionContent content) {
    Smb1NtTransact.NotifyChangeSetup request =
        new Smb1NtTransact.NotifyChangeSetup(content.setupStream());
    return new Request(request.completionFilter(), request.fid(), request.watchTree() != 0);
  }
}
