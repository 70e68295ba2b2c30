package io.smbscope.smb.smb2;

/** SMB2 FLUSH. [MS-SMB2] 2.2.17, 2.2.18 */
public final class Flush {
  private Flush() {}

  public record Request(FileId fileId) implements Smb2Body {}

  public record Response() implements Smb2Body {}
}
