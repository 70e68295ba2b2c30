package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_QUERY_FS_INFORMATION. [MS-CIFS] 2.2.6.4 */
public final class QueryFsInformation {
  private QueryFsInformation() {}

  /**
   * Asks about the share's volume.
   *
   * @param informationLevel such as 0x105 SMB_QUERY_FS_ATTRIBUTE_INFO
   */
  public record Request(int informationLevel) implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.FsInformationRequest request =
        new Smb1Trans2.FsInformationRequest(content.parameterStream());
    return new Request(request.informationLevel());
  }
}
