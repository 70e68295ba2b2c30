package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2TreeDisconnect;

/** SMB2 TREE_DISCONNECT: nothing but its header. [MS-SMB2] 2.2.11, 2.2.12 */
public final class TreeDisconnect {
  private TreeDisconnect() {}

  static Smb2Body request(Smb2Input in) {
    var unused = new Smb2TreeDisconnect(in.stream());
    return new Request();
  }

  static Smb2Body response(Smb2Input in) {
    var unused = new Smb2TreeDisconnect(in.stream());
    return new Response();
  }

  public record Request() implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
