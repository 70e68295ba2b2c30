package io.smbscope.smb.smb1;

/** TRANS2_QUERY_FILE_INFORMATION. [MS-CIFS] 2.2.6.8 */
public final class QueryFileInformation {
  private QueryFileInformation() {}

  /**
   * Asks about an open file.
   *
   * @param informationLevel such as 0x102 SMB_QUERY_FILE_STANDARD_INFO
   */
  public record Request(int fid, int informationLevel) implements Transaction2.Parameters {}
}
