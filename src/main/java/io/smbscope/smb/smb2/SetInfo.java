package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2SetInfo;

/** SMB2 SET_INFO. [MS-SMB2] 2.2.39, 2.2.40 */
public final class SetInfo {
  private SetInfo() {}

  private static final String SECTION = "MS-SMB2 2.2.39";

  static Smb2Body request(Smb2Input in) {
    Smb2SetInfo.Request parsed = new Smb2SetInfo.Request(in.stream());
    in.checkRange(SECTION, "Buffer", parsed.ofsBuffer(), parsed.lenBuffer());
    FileInformation information = null;
    if (in.present(parsed.ofsBuffer(), parsed.lenBuffer())) {
      try {
        information = FileInformationBuffers.information(parsed);
      } catch (RuntimeException unreadable) {
        in.unreadable(SECTION, "SET_INFO buffer", unreadable);
      }
    }
    return new Request(
        parsed.infoType(),
        parsed.fileInfoClass(),
        parsed.lenBuffer(),
        parsed.additionalInformation(),
        Identifiers.fileId(parsed.fileId()),
        information);
  }

  static Smb2Body response(Smb2Input in) {
    var unused = new Smb2SetInfo.Response(in.stream());
    return new Response();
  }

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
