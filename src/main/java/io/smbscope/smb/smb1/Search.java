package io.smbscope.smb.smb1;

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
}
