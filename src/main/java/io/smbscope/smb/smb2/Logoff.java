package io.smbscope.smb.smb2;

/** SMB2 LOGOFF: nothing but its header. [MS-SMB2] 2.2.7, 2.2.8 */
public final class Logoff {
  private Logoff() {}

  public record Request() implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
