package io.smbscope.smb.smb2;

/** SMB2 TREE_DISCONNECT: nothing but its header. [MS-SMB2] 2.2.11, 2.2.12 */
public final class TreeDisconnect {
  private TreeDisconnect() {}

  public record Request() implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
