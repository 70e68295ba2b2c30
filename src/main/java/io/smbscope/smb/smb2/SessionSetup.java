package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb2SessionSetup;

/** SMB2 SESSION_SETUP. [MS-SMB2] 2.2.5, 2.2.6 */
public final class SessionSetup {
  private SessionSetup() {}

  static Smb2Body request(Smb2Input in) {
    Smb2SessionSetup.Request parsed = new Smb2SessionSetup.Request(in.stream());
    return new Request(
        parsed.flags(),
        parsed.securityMode(),
        parsed.capabilities(),
        parsed.previousSessionId(),
        in.token(
            "MS-SMB2 2.2.5",
            parsed.ofsSecurityBuffer(),
            parsed.lenSecurityBuffer(),
            parsed.securityBuffer()));
  }

  static Smb2Body response(Smb2Input in) {
    Smb2SessionSetup.Response parsed = new Smb2SessionSetup.Response(in.stream());
    return new Response(
        parsed.sessionFlags(),
        in.token(
            "MS-SMB2 2.2.6",
            parsed.ofsSecurityBuffer(),
            parsed.lenSecurityBuffer(),
            parsed.securityBuffer()));
  }

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
