package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_QUERY_PATH_INFORMATION. [MS-CIFS] 2.2.6.6 */
public final class QueryPathInformation {
  private QueryPathInformation() {}

  /**
   * Asks about a path.
   *
   * @param informationLevel such as 0x101 SMB_QUERY_FILE_BASIC_INFO
   */
  public record Request(int informationLevel, String fileName) implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.QueryPathInformationRequest request =
        new Smb1Trans2.QueryPathInformationRequest(content.parameterStream(), content.unicode());
    return new Request(request.informationLevel(), DataTypes.text(request.fileName()));
  }
}
