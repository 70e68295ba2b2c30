package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1SessionSetupAndx;

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
   * @param primaryDomain with extended security only Samba tells it, else empty
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
   * @param primaryDomain with extended security mostly empty
   * @param securityBlob extended security only, else empty
   */
  public record Response(
      int action, String nativeOs, String nativeLanMan, String primaryDomain, Bytes securityBlob)
      implements Smb1Body {
    public boolean guest() {
      return (action & 1) != 0;
    }
  }

  static Smb1Body request(CommandBlock block) {
    return switch (block.wordCount()) {
      case 13 -> ntRequest(block);
      case 12 -> extendedRequest(block);
      default -> lanmanRequest(block);
    };
  }

  private static Request lanmanRequest(CommandBlock block) {
    Smb1SessionSetupAndx.LanmanRequest lanman =
        new Smb1SessionSetupAndx.LanmanRequest(block.stream(), block.unicode());
    return new Request(
        Form.LANMAN,
        lanman.maxBufferSize(),
        lanman.maxMpxCount(),
        lanman.vcNumber(),
        lanman.sessionKey(),
        0,
        DataTypes.octets(lanman.oemPassword()),
        Bytes.EMPTY,
        DataTypes.text(lanman.accountName()),
        DataTypes.text(lanman.primaryDomain()),
        DataTypes.text(lanman.nativeOs()),
        DataTypes.text(lanman.nativeLanMan()),
        Bytes.EMPTY);
  }

  private static Request ntRequest(CommandBlock block) {
    Smb1SessionSetupAndx.NtRequest nt =
        new Smb1SessionSetupAndx.NtRequest(block.stream(), block.unicode());
    return new Request(
        Form.NT_LM,
        nt.maxBufferSize(),
        nt.maxMpxCount(),
        nt.vcNumber(),
        nt.sessionKey(),
        nt.capabilities(),
        DataTypes.octets(nt.oemPassword()),
        DataTypes.octets(nt.unicodePassword()),
        DataTypes.text(nt.accountName()),
        DataTypes.text(nt.primaryDomain()),
        DataTypes.text(nt.nativeOs()),
        DataTypes.text(nt.nativeLanMan()),
        Bytes.EMPTY);
  }

  private static Request extendedRequest(CommandBlock block) {
    Smb1SessionSetupAndx.ExtendedRequest extended =
        new Smb1SessionSetupAndx.ExtendedRequest(block.stream(), block.unicode());
    return new Request(
        Form.EXTENDED_SECURITY,
        extended.maxBufferSize(),
        extended.maxMpxCount(),
        extended.vcNumber(),
        extended.sessionKey(),
        extended.capabilities(),
        Bytes.EMPTY,
        Bytes.EMPTY,
        null,
        DataTypes.text(extended.primaryDomain()),
        DataTypes.text(extended.nativeOs()),
        DataTypes.text(extended.nativeLanMan()),
        DataTypes.octets(extended.securityBlob()));
  }

  static Smb1Body response(CommandBlock block) {
    if (block.wordCount() == 4) {
      Smb1SessionSetupAndx.ExtendedResponse extended =
          new Smb1SessionSetupAndx.ExtendedResponse(block.stream(), block.unicode());
      return new Response(
          extended.action(),
          DataTypes.text(extended.nativeOs()),
          DataTypes.text(extended.nativeLanMan()),
          DataTypes.text(extended.primaryDomain()),
          DataTypes.octets(extended.securityBlob()));
    }
    Smb1SessionSetupAndx.Response response =
        new Smb1SessionSetupAndx.Response(block.stream(), block.unicode());
    return new Response(
        response.action(),
        DataTypes.text(response.nativeOs()),
        DataTypes.text(response.nativeLanMan()),
        DataTypes.text(response.primaryDomain()),
        Bytes.EMPTY);
  }
}
