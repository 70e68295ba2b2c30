package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb2Negotiate;
import java.util.List;
import java.util.UUID;

/** SMB2 NEGOTIATE. [MS-SMB2] 2.2.3, 2.2.4 */
public final class Negotiate {
  private Negotiate() {}

  private static final int DIALECT_3_1_1 = 0x0311;

  static Smb2Body request(Smb2Input in) {
    Smb2Negotiate.Request parsed = new Smb2Negotiate.Request(in.stream());
    List<Integer> dialects = List.copyOf(parsed.dialects());
    boolean latest = dialects.contains(DIALECT_3_1_1);
    return new Request(
        parsed.securityMode(),
        parsed.capabilities(),
        Identifiers.guid(parsed.clientGuid()),
        dialects,
        latest
            ? NegotiateContexts.decode(
                in, parsed.ofsNegotiateContexts(), parsed.numNegotiateContexts())
            : List.of(),
        latest && in.whole() ? Bytes.of(in.octets().copy()) : null);
  }

  static Smb2Body response(Smb2Input in) {
    Smb2Negotiate.Response parsed = new Smb2Negotiate.Response(in.stream());
    boolean latest = parsed.dialectRevision() == DIALECT_3_1_1;
    return new Response(
        parsed.securityMode(),
        parsed.dialectRevision(),
        Identifiers.guid(parsed.serverGuid()),
        parsed.capabilities(),
        parsed.maxTransactSize(),
        parsed.maxReadSize(),
        parsed.maxWriteSize(),
        parsed.systemTime(),
        parsed.serverStartTime(),
        in.token(
            "MS-SMB2 2.2.4",
            parsed.ofsSecurityBuffer(),
            parsed.lenSecurityBuffer(),
            parsed.securityBuffer()),
        latest
            ? NegotiateContexts.decode(
                in, parsed.ofsNegotiateContexts(), parsed.numNegotiateContexts())
            : List.of(),
        latest && in.whole() ? Bytes.of(in.octets().copy()) : null);
  }

  /**
   * Request, 2.2.3.
   *
   * @param securityMode 1 signing enabled, 2 signing required
   * @param dialects as offered, in their order
   * @param contexts of an offer that holds 0x0311, else empty
   * @param message a copy of the whole message from the SMB2 header on, for the preauthentication
   *     hash, when 0x0311 is offered and all of it was seen; else null
   */
  public record Request(
      int securityMode,
      long capabilities,
      UUID clientGuid,
      List<Integer> dialects,
      List<NegotiateContext> contexts,
      Bytes message)
      implements Smb2Body {}

  /**
   * Response, 2.2.4.
   *
   * @param securityMode 1 signing enabled, 2 signing required
   * @param dialectRevision 0x02FF asks the client of a multi-protocol negotiation to negotiate
   *     again
   * @param systemTime FILETIME
   * @param serverStartTime FILETIME, 0 when not told
   * @param securityBuffer a copy; the server's first GSS token, or empty
   * @param contexts of dialect 0x0311, else empty
   * @param message as in {@link Request}, for dialect 0x0311
   */
  public record Response(
      int securityMode,
      int dialectRevision,
      UUID serverGuid,
      long capabilities,
      long maxTransactSize,
      long maxReadSize,
      long maxWriteSize,
      long systemTime,
      long serverStartTime,
      Bytes securityBuffer,
      List<NegotiateContext> contexts,
      Bytes message)
      implements Smb2Body {}
}
