package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1SetFile;
import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_SET_PATH_INFORMATION. [MS-CIFS] 2.2.6.7 */
public final class SetPathInformation {
  private SetPathInformation() {}

  /**
   * Changes what a path names.
   *
   * @param informationLevel such as 0x101 SMB_SET_FILE_BASIC_INFO; from 1000 pass-through
   */
  public record Request(int informationLevel, String fileName, SetFileData data)
      implements Transaction2.Parameters {}

  /**
   * The answer to {@link SetFileData.PosixOpen}; other levels have none.
   *
   * @param fid 0 when only a folder was made
   * @param createAction 1 opened, 2 created, 3 truncated
   */
  public record PosixOpened(int oplockFlags, int fid, long createAction)
      implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.SetPathInformationRequest request =
        new Smb1Trans2.SetPathInformationRequest(content.parameterStream(), content.unicode());
    return new Request(
        request.informationLevel(),
        DataTypes.text(request.fileName()),
        SetFileLevel.decode(request.informationLevel(), content));
  }

  static Transaction2.Parameters response(TransactionContent content) {
    if (content.request() instanceof Transaction2.Request request
        && request.parameters() instanceof Request path
        && path.data() instanceof SetFileData.PosixOpen) {
      Smb1SetFile.PosixOpenResponse response =
          new Smb1SetFile.PosixOpenResponse(content.dataStream());
      return new PosixOpened(response.oplockFlags(), response.fid(), response.createAction());
    }
    return new Transaction2.Undecoded();
  }
}
