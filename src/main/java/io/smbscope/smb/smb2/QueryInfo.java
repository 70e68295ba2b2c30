package io.smbscope.smb.smb2;

/** SMB2 QUERY_INFO. [MS-SMB2] 2.2.37, 2.2.38 */
public final class QueryInfo {
  private QueryInfo() {}

  /**
   * Request, 2.2.37.
   *
   * @param infoType 1 file, 2 file system, 3 security, 4 quota
   * @param fileInfoClass of the type; [MS-FSCC] 2.4 and 2.5
   * @param additionalInformation of type 3: the parts of the security descriptor
   */
  public record Request(
      int infoType,
      int fileInfoClass,
      long outputBufferLength,
      long inputBufferLength,
      long additionalInformation,
      long flags,
      FileId fileId)
      implements Smb2Body {}

  /**
   * Response, 2.2.38.
   *
   * @param outputLength octets of OutputBuffer
   */
  public record Response(long outputLength) implements Smb2Body {}
}
