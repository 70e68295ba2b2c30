package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Search;

/**
 * SMB_COM_SEARCH, SMB_COM_FIND, SMB_COM_FIND_UNIQUE and SMB_COM_FIND_CLOSE: listings of the core
 * and LAN Manager 1.0 dialects. [MS-CIFS] 2.2.4.58 to 2.2.4.61
 */
public final class Search {
  private Search() {}

  /**
   * Asks for entries.
   *
   * @param maxCount entries at most
   * @param searchAttributes SMB_FILE_ATTRIBUTES mask
   * @param fileName pattern; empty when an earlier search goes on or ends
   * @param resumed an earlier search goes on, or ends
   */
  public record Request(int maxCount, int searchAttributes, String fileName, boolean resumed)
      implements Smb1Body {}

  /**
   * The entries.
   *
   * @param count entries returned
   */
  public record Response(int count) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Search.Request request = new Smb1Search.Request(block.stream(), block.unicode());
    return new Request(
        request.maxCount(),
        request.searchAttributes(),
        DataTypes.text(request.fileName()),
        request.lenResumeKey() != 0);
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Search.Response response = new Smb1Search.Response(block.stream());
    return new Response(response.count());
  }
}
