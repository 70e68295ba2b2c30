package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Trans2;

/** TRANS2_FIND_NEXT2: a listing goes on. [MS-CIFS] 2.2.6.3 */
public final class FindNext2 {
  private FindNext2() {}

  /**
   * Asks for further entries.
   *
   * @param sid search handle
   * @param searchCount entries at most
   * @param flags as in {@link FindFirst2.Request}
   * @param fileName to resume after
   */
  public record Request(int sid, int searchCount, int informationLevel, int flags, String fileName)
      implements Transaction2.Parameters {}

  /**
   * The entries.
   *
   * @param searchCount entries returned
   */
  public record Response(int searchCount, boolean endOfSearch) implements Transaction2.Parameters {}

  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.FindNext2Request request =
        new Smb1Trans2.FindNext2Request(content.parameterStream(), content.unicode());
    return new Request(
        request.sid(),
        request.searchCount(),
        request.informationLevel(),
        request.flags(),
        DataTypes.text(request.fileName()));
  }

  static Transaction2.Parameters response(TransactionContent content) {
    Smb1Trans2.FindNext2Response response =
        new Smb1Trans2.FindNext2Response(content.parameterStream());
    return new Response(response.searchCount(), response.endOfSearch() != 0);
  }
}
