package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Cancel;

/**
 * SMB2 CANCEL: nothing but its header, whose MessageId or AsyncId names the request to cancel. It
 * has no response. [MS-SMB2] 2.2.30
 */
public final class Cancel {
  private Cancel() {}

  static Smb2Body request(Smb2Input in) {
    var unused = new Smb2Cancel(in.stream());
    return new Request();
  }

  public record Request() implements Smb2Body {}
}
