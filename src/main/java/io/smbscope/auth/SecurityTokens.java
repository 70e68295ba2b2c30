package io.smbscope.auth;

import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import java.io.IOException;
import java.util.List;

/** Reads the security buffers of NEGOTIATE and SESSION_SETUP. */
public final class SecurityTokens {
  private SecurityTokens() {}

  /**
   * Never throws, never null; what is malformed goes into {@code sink} as MALFORMED_SPNEGO,
   * MALFORMED_NTLMSSP or MALFORMED_KERBEROS, and the record holds what could be read.
   *
   * <p>A server may split a long token over several SESSION_SETUPs: the first part is {@link
   * AuthToken#truncated}, which is no anomaly; the parts put together can be decoded again.
   *
   * @param token the security buffer; not kept
   * @param at the packet it came in
   * @param flow id of its flow
   */
  public static AuthToken decode(Bytes token, Stamp at, long flow, AnomalySink sink) {
    Complaints complaints = new Complaints(at, flow, sink);
    try {
      return decode(token, complaints);
    } catch (RuntimeException | StackOverflowError e) {
      complaints.add(AnomalyKind.MALFORMED_SPNEGO, "RFC 4178 4.2", unreadable(token), e);
      return of(Framing.UNKNOWN, null, null, false);
    }
  }

  private static AuthToken decode(Bytes token, Complaints complaints) {
    if (token.isEmpty()) {
      return of(Framing.EMPTY, null, null, false);
    }
    if (token.length() > Der.MAX_LENGTH) {
      complaints.add(AnomalyKind.LIMIT_REACHED, "MS-SMB2 2.2.5", unreadable(token));
      return of(Framing.UNKNOWN, null, null, false);
    }
    if (Ntlmssp.startsWithSignature(token)) {
      return of(Framing.RAW_NTLM, Ntlmssp.decode(token, complaints), null, false);
    }
    if (Kerberos.isMessage(token)) {
      return rawKerberos(token, new Der(token).truncated(), complaints);
    }
    return switch (token.u8(0)) {
      case GssToken.FIRST_OCTET -> framed(token, complaints);
      case Spnego.INIT_FIRST_OCTET, Spnego.RESPONSE_FIRST_OCTET ->
          spnego(token, new Der(token).truncated(), complaints);
      default -> {
        complaints.add(AnomalyKind.MALFORMED_SPNEGO, "RFC 2743 3.1", unreadable(token));
        yield of(Framing.UNKNOWN, null, null, false);
      }
    };
  }

  /** A token in the GSS-API's frame: SPNEGO, or Kerberos without it. */
  private static AuthToken framed(Bytes token, Complaints complaints) {
    GssToken frame;
    try {
      frame = GssToken.read(token);
    } catch (IOException | RuntimeException e) {
      complaints.add(AnomalyKind.MALFORMED_SPNEGO, "RFC 2743 3.1", unreadable(token), e);
      return of(Framing.UNKNOWN, null, null, new Der(token).truncated());
    }
    if (frame.mechanism().equals(Mechanism.SPNEGO)) {
      return spnego(frame.inner(), frame.truncated(), complaints);
    }
    if (Mechanism.isKerberos(frame.mechanism())) {
      return rawKerberos(frame.inner(), frame.truncated(), complaints);
    }
    complaints.add(
        AnomalyKind.MALFORMED_SPNEGO, "RFC 2743 3.1", "token of mechanism " + frame.mechanism());
    return of(Framing.UNKNOWN, null, null, frame.truncated());
  }

  private static AuthToken spnego(Bytes token, boolean truncated, Complaints outer) {
    Complaints complaints = truncated ? outer.silenced() : outer;
    Der der = new Der(token);
    Spnego spnego = new Spnego(der);
    try {
      spnego.read();
      if (der.cutOctets()) {
        complaints.add(AnomalyKind.MALFORMED_SPNEGO, "RFC 4178 4.2", unreadable(token));
      }
    } catch (IOException | RuntimeException e) {
      complaints.add(AnomalyKind.MALFORMED_SPNEGO, "RFC 4178 4.2", unreadable(token), e);
    }
    Framing framing =
        !token.isEmpty() && token.u8(0) == Spnego.RESPONSE_FIRST_OCTET
            ? Framing.SPNEGO_RESPONSE
            : Framing.SPNEGO_INIT;
    Bytes mechToken = spnego.mechToken();
    NtlmMessage ntlm =
        Ntlmssp.startsWithSignature(mechToken) ? Ntlmssp.decode(mechToken, complaints) : null;
    KerberosMessage kerberos = ntlm == null ? kerberos(mechToken, complaints) : null;
    return spnego.toAuthToken(framing, ntlm, kerberos, truncated);
  }

  /** A mechToken's Kerberos message, which Windows frames again; null when it is none. */
  private static KerberosMessage kerberos(Bytes mechToken, Complaints complaints) {
    if (Kerberos.isMessage(mechToken)) {
      return Kerberos.decode(mechToken, complaints);
    }
    if (mechToken.isEmpty() || mechToken.u8(0) != GssToken.FIRST_OCTET) {
      return null;
    }
    try {
      GssToken frame = GssToken.read(mechToken);
      return Mechanism.isKerberos(frame.mechanism())
          ? Kerberos.decodeToken(frame.inner(), complaints)
          : null;
    } catch (IOException | RuntimeException e) {
      complaints.add(AnomalyKind.MALFORMED_KERBEROS, "RFC 4121 4.1", unreadable(mechToken), e);
      return null;
    }
  }

  private static AuthToken rawKerberos(Bytes token, boolean truncated, Complaints outer) {
    Complaints complaints = truncated ? outer.silenced() : outer;
    KerberosMessage message =
        Kerberos.isMessage(token)
            ? Kerberos.decode(token, complaints)
            : Kerberos.decodeToken(token, complaints);
    return of(Framing.RAW_KERBEROS, null, message, truncated);
  }

  private static AuthToken of(
      Framing framing, NtlmMessage ntlm, KerberosMessage kerberos, boolean truncated) {
    return new AuthToken(framing, List.of(), null, null, ntlm, kerberos, null, false, truncated);
  }

  private static String unreadable(Bytes token) {
    return "token of " + token.length() + " octets cannot be read to its end";
  }
}
