package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

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

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.SetFileInformationRequest request =
        new Smb1Trans2.SetFileInformationRequest(content.parameterStream());
    return new Request(
        request.fid(),
        request.informationLevel(),
        SetFileLevel.decode(request.informationLevel(), content));
  }
}
