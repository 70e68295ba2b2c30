package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Logoff;

/** SMB2 LOGOFF: nothing but its header. [MS-SMB2] 2.2.7, 2.2.8 */
public final class Logoff {
  private Logoff() {}

  static Smb2Body request(Smb2Input in) {
    var unused = new Smb2Logoff(in.stream());
    return new Request();
  }

  static Smb2Body response(Smb2Input in) {
    var unused = new Smb2Logoff(in.stream());
    return new Response();
  }

  public record Request() implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
