package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Flush;

/** SMB2 FLUSH. [MS-SMB2] 2.2.17, 2.2.18 */
public final class Flush {
  private Flush() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Flush.Request parsed = new Smb2Flush.Request(in.stream());
    return new Request(Identifiers.fileId(parsed.fileId()));
  }

  static Smb2Body response(Smb2Input in) {
    var unused = new Smb2Flush.Response(in.stream());
    return new Response();
  }

  public record Request(FileId fileId) implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
