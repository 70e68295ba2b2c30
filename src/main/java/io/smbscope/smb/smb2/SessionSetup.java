package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;

/** SMB2 SESSION_SETUP. [MS-SMB2] 2.2.5, 2.2.6 */
public final class SessionSetup {
  private SessionSetup() {}

  /**
   * Request, 2.2.5.
   *
   * @param flags 1 binding of an existing session to this connection
   * @param securityMode 1 signing enabled, 2 signing required
   * @param capabilities 1 DFS
   * @param previousSessionId the session that this one replaces after a reconnect, or 0
   * @param securityBuffer a copy of the GSS token
   */
  public record Request(
      int flags, int securityMode, long capabilities, long previousSessionId, Bytes securityBuffer)
      implements Smb2Body {
    public boolean binding() {
      return (flags & 1) != 0;
    }
  }

  /**
   * Response, 2.2.6.
   *
   * @param sessionFlags 1 guest, 2 anonymous, 4 encryption is required
   * @param securityBuffer a copy of the GSS token
   */
  public record Response(int sessionFlags, Bytes securityBuffer) implements Smb2Body {
    public boolean guest() {
      return (sessionFlags & 1) != 0;
    }

    public boolean anonymous() {
      return (sessionFlags & 2) != 0;
    }

    public boolean encryptData() {
      return (sessionFlags & 4) != 0;
    }
  }
}
