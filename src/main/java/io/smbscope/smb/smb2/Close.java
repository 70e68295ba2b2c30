package io.smbscope.smb.smb2;

/** SMB2 CLOSE. [MS-SMB2] 2.2.15, 2.2.16 */
public final class Close {
  private Close() {}

  /**
   * Request, 2.2.15.
   *
   * @param flags 1 the response is to tell the attributes
   */
  public record Request(int flags, FileId fileId) implements Smb2Body {}

  /**
   * Response, 2.2.16.
   *
   * @param flags 1 what follows is set, else all of it is 0; times are FILETIME, sizes octets
   */
  public record Response(
      int flags,
      long creationTime,
      long lastAccessTime,
      long lastWriteTime,
      long changeTime,
      long allocationSize,
      long endOfFile,
      long fileAttributes)
      implements Smb2Body {
    public boolean attributesSet() {
      return (flags & 1) != 0;
    }
  }
}
