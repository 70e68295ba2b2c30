package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_FIND_FIRST2: a listing begins. [MS-CIFS] 2.2.6.2 */
public final class FindFirst2 {
  private FindFirst2() {}

  /**
   * Asks for entries.
   *
   * @param searchAttributes SMB_FILE_ATTRIBUTES mask
   * @param searchCount entries at most
   * @param flags 1 close afterwards, 2 close at the end, 4 resume keys, 8 continue, 0x10 backup
   * @param informationLevel such as 0x104 SMB_FIND_FILE_BOTH_DIRECTORY_INFO
   * @param fileName pattern
   */
  public record Request(
      int searchAttributes, int searchCount, int flags, int informationLevel, String fileName)
      implements Transaction2.Parameters {}

  /**
   * The first entries.
   *
   * @param sid search handle
   * @param searchCount entries returned
   */
  public record Response(int sid, int searchCount, boolean endOfSearch)
      implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.FindFirst2Request request =
        new Smb1Trans2.FindFirst2Request(content.parameterStream(), content.unicode());
    return new Request(
        request.searchAttributes(),
        request.searchCount(),
        request.flags(),
        request.informationLevel(),
        DataTypes.text(request.fileName()));
  }

  static Transaction2.Parameters response(TransactionContent content) {
    Smb1Trans2.FindFirst2Response response =
        new Smb1Trans2.FindFirst2Response(content.parameterStream());
    return new Response(response.sid(), response.searchCount(), response.endOfSearch() != 0);
  }
}
