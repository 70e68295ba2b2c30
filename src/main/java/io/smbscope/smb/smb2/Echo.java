package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Echo;

/** SMB2 ECHO: nothing but its header. [MS-SMB2] 2.2.28, 2.2.29 */
public final class Echo {
  private Echo() {}

  static Smb2Body request(Smb2Input in) {
    var unused = new Smb2Echo(in.stream());
    return new Request();
  }

  static Smb2Body response(Smb2Input in) {
    var unused = new Smb2Echo(in.stream());
    return new Response();
  }

  public record Request() implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
