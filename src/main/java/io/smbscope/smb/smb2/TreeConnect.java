package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2TreeConnect;

/** SMB2 TREE_CONNECT. [MS-SMB2] 2.2.9, 2.2.10 */
public final class TreeConnect {
  private TreeConnect() {}

  static Smb2Body request(Smb2Input in) {
    Smb2TreeConnect.Request parsed = new Smb2TreeConnect.Request(in.stream());
    return new Request(parsed.flags(), parsed.lenPath() == 0 ? "" : Text.utf16le(parsed.path()));
  }

  static Smb2Body response(Smb2Input in) {
    Smb2TreeConnect.Response parsed = new Smb2TreeConnect.Response(in.stream());
    return new Response(
        parsed.shareType(), parsed.shareFlags(), parsed.capabilities(), parsed.maximalAccess());
  }

  /**
   * Request, 2.2.9.
   *
   * @param flags of dialect 3.1.1: 1 cluster reconnect, 2 redirect to owner, 4 extension present;
   *     else reserved
   * @param path {@code \\server\share}
   */
  public record Request(int flags, String path) implements Smb2Body {}

  /**
   * Response, 2.2.10.
   *
   * @param shareType 1 disk, 2 pipe, 3 print
   * @param shareFlags 0x8000 encryption is required, see {@link Smb2Names#shareFlags}
   * @param maximalAccess ACCESS_MASK of the user on the share
   */
  public record Response(int shareType, long shareFlags, long capabilities, long maximalAccess)
      implements Smb2Body {
    public boolean encryptData() {
      return (shareFlags & 0x8000) != 0;
    }
  }
}
