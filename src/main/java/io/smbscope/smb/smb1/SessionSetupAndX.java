package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;

/** SMB_COM_SESSION_SETUP_ANDX: a user logs on. [MS-CIFS] 2.2.4.53, [MS-SMB] 2.2.4.6 */
public final class SessionSetupAndX {
  private SessionSetupAndX() {}

  /** Form of a request, told by its WordCount. */
  public enum Form {
    /** LAN Manager dialects, WordCount 10. */
    LANMAN,
    /** NT LM 0.12 with a security blob, WordCount 12. */
    EXTENDED_SECURITY,
    /** NT LM 0.12 with LM and NTLM responses, WordCount 13. */
    NT_LM
  }

  /**
   * Who logs on.
   *
   * @param maxBufferSize octets of the largest message the client receives
   * @param vcNumber 0 asks the server to drop the client's other connections
   * @param sessionKey echoed from the NEGOTIATE response
   * @param capabilities {@link Smb1Capability} bits; 0 in the LAN Manager form
   * @param oemPassword LM response, or a plain-text password when the server sent no challenge
   * @param unicodePassword NTLM or NTLMv2 response, or a plain-text password
   * @param accountName empty for an anonymous logon; null with extended security
   * @param primaryDomain null with extended security
   * @param securityBlob SPNEGO or NTLMSSP token; extended security only, else empty
   */
  public record Request(
      Form form,
      int maxBufferSize,
      int maxMpxCount,
      int vcNumber,
      long sessionKey,
      long capabilities,
      Bytes oemPassword,
      Bytes unicodePassword,
      String accountName,
      String primaryDomain,
      String nativeOs,
      String nativeLanMan,
      Bytes securityBlob)
      implements Smb1Body {}

  /**
   * The server's answer.
   *
   * @param action 1 logged on as guest, 2 LM key used
   * @param primaryDomain empty with extended security
   * @param securityBlob extended security only, else empty
   */
  public record Response(
      int action, String nativeOs, String nativeLanMan, String primaryDomain, Bytes securityBlob)
      implements Smb1Body {
    public boolean guest() {
      return (action & 1) != 0;
    }
  }
}
