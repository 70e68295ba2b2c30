package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Close;

/** SMB2 CLOSE. [MS-SMB2] 2.2.15, 2.2.16 */
public final class Close {
  private Close() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Close.Request parsed = new Smb2Close.Request(in.stream());
    return new Request(parsed.flags(), Identifiers.fileId(parsed.fileId()));
  }

  static Smb2Body response(Smb2Input in) {
    Smb2Close.Response parsed = new Smb2Close.Response(in.stream());
    return new Response(
        parsed.flags(),
        parsed.creationTime(),
        parsed.lastAccessTime(),
        parsed.lastWriteTime(),
        parsed.changeTime(),
        parsed.allocationSize(),
        parsed.endOfFile(),
        parsed.fileAttributes());
  }

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
