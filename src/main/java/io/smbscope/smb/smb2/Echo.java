package io.smbscope.smb.smb2;

/** SMB2 ECHO: nothing but its header. [MS-SMB2] 2.2.28, 2.2.29 */
public final class Echo {
  private Echo() {}

  public record Request() implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
