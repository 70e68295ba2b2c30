package io.smbscope.smb.smb1;

/** TRANS2_SET_FILE_INFORMATION. [MS-CIFS] 2.2.6.9 */
public final class SetFileInformation {
  private SetFileInformation() {}

  /**
   * Changes an open file.
   *
   * @param informationLevel such as 0x102 SMB_SET_FILE_DISPOSITION_INFO; from 1000 pass-through
   */
  public record Request(int fid, int informationLevel, SetFileData data)
      implements Transaction2.Parameters {}
}
