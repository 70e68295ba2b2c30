package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1NtTransact;

/** NT_TRANSACT_IOCTL. [MS-CIFS] 2.2.7.2 */
public final class NtTransactIoctl {
  private NtTransactIoctl() {}

  /**
   * A control code for a file or device.
   *
   * @param functionCode such as 0x00060194 FSCTL_DFS_GET_REFERRALS
   * @param fsctl for the file system, else for the device
   */
  public record Request(long functionCode, int fid, boolean fsctl)
      implements NtTransact.Parameters {}

  static NtTransact.Parameters request(TransactionContent content) {
    Smb1NtTransact.IoctlSetup request = new Smb1NtTransact.IoctlSetup(content.setupStream());
    return new Request(request.functionCode(), request.fid(), request.isFsctl() != 0);
  }
}
