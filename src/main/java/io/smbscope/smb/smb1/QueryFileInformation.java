package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_QUERY_FILE_INFORMATION. [MS-CIFS] 2.2.6.8 */
public final class QueryFileInformation {
  private QueryFileInformation() {}

  /**
   * Asks about an open file.
   *
   * @param informationLevel such as 0x102 SMB_QUERY_FILE_STANDARD_INFO
   */
  public record Request(int fid, int informationLevel) implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.QueryFileInformationRequest request =
        new Smb1Trans2.QueryFileInformationRequest(content.parameterStream());
    return new Request(request.fid(), request.informationLevel());
  }
}
