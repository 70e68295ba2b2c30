package io.smbscope.smb.smb2;

/** SMB2 SET_INFO. [MS-SMB2] 2.2.39, 2.2.40 */
public final class SetInfo {
  private SetInfo() {}

  /**
   * Request, 2.2.39.
   *
   * @param infoType 1 file, 2 file system, 3 security, 4 quota
   * @param fileInfoClass of the type; [MS-FSCC] 2.4 and 2.5
   * @param bufferLength octets of Buffer
   * @param additionalInformation of type 3: the parts of the security descriptor
   * @param information decoded, or null when the class is not one of {@link FileInformation}
   */
  public record Request(
      int infoType,
      int fileInfoClass,
      long bufferLength,
      long additionalInformation,
      FileId fileId,
      FileInformation information)
      implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
