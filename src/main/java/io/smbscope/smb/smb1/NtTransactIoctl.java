package io.smbscope.smb.smb1;

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
}
