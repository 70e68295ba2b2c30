package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2QueryInfo;

/** SMB2 QUERY_INFO. [MS-SMB2] 2.2.37, 2.2.38 */
public final class QueryInfo {
  private QueryInfo() {}

  static Smb2Body request(Smb2Input in) {
    Smb2QueryInfo.Request parsed = new Smb2QueryInfo.Request(in.stream());
    in.checkRange(
        "MS-SMB2 2.2.37", "InputBuffer", parsed.ofsInputBuffer(), parsed.lenInputBuffer());
    return new Request(
        parsed.infoType(),
        parsed.fileInfoClass(),
        parsed.outputBufferLength(),
        parsed.lenInputBuffer(),
        parsed.additionalInformation(),
        parsed.flags(),
        Identifiers.fileId(parsed.fileId()));
  }

  static Smb2Body response(Smb2Input in) {
    Smb2QueryInfo.Response parsed = new Smb2QueryInfo.Response(in.stream());
    in.checkRange(
        "MS-SMB2 2.2.38", "OutputBuffer", parsed.ofsOutputBuffer(), parsed.lenOutputBuffer());
    return new Response(parsed.lenOutputBuffer());
  }

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
