package io.smbscope.smb.smb1;

/** TRANS2_QUERY_PATH_INFORMATION. [MS-CIFS] 2.2.6.6 */
public final class QueryPathInformation {
  private QueryPathInformation() {}

  /**
   * Asks about a path.
   *
   * @param informationLevel such as 0x101 SMB_QUERY_FILE_BASIC_INFO
   */
  public record Request(int informationLevel, String fileName) implements Transaction2.Parameters {}
}
