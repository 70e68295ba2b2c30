package io.smbscope.auth;

import java.util.List;

/**
 * One security buffer of NEGOTIATE or SESSION_SETUP, as far as it could be read.
 *
 * @param framing what the buffer is
 * @param mechTypes mechanisms offered, the preferred one first: {@code NTLMSSP}, {@code Kerberos},
 *     {@code MS Kerberos}, {@code NegoEx}, ... ({@link Mechanism}); an unknown one as its OID.
 *     Empty when none are offered
 * @param supportedMech the mechanism the acceptor chose, named likewise, or null
 * @param negState the acceptor's state, null when absent
 * @param ntlm the NTLMSSP message within, or null
 * @param kerberos the Kerberos message within, or null
 * @param hintName of NegTokenInit2, such as {@code not_defined_in_RFC4178@please_ignore}, or null.
 *     [MS-SPNG] 2.2.1
 * @param mechListMic the token carries a mechListMIC
 * @param truncated the token says it is longer than the buffer: the rest comes with the next
 *     SESSION_SETUP, or was not captured
 */
public record AuthToken(
    Framing framing,
    List<String> mechTypes,
    String supportedMech,
    NegState negState,
    NtlmMessage ntlm,
    KerberosMessage kerberos,
    String hintName,
    boolean mechListMic,
    boolean truncated) {

  /** The outermost layer of a security buffer. */
  public enum Framing {
    /** NegTokenInit or NegTokenInit2. [RFC 4178] 4.2.1, [MS-SPNG] 2.2.1 */
    SPNEGO_INIT,
    /** NegTokenResp. [RFC 4178] 4.2.2 */
    SPNEGO_RESPONSE,
    /** NTLMSSP without SPNEGO around it. */
    RAW_NTLM,
    /** Kerberos, in its GSS-API wrapper or without, but without SPNEGO around it. */
    RAW_KERBEROS,
    /** No octets. */
    EMPTY,
    /** None of these. */
    UNKNOWN
  }

  /** negState of NegTokenResp. [RFC 4178] 4.2.2 */
  public enum NegState {
    ACCEPT_COMPLETED,
    ACCEPT_INCOMPLETE,
    REJECT,
    REQUEST_MIC
  }

  /** NTLMSSP without SPNEGO around it. */
  public boolean rawNtlm() {
    return framing == Framing.RAW_NTLM;
  }
}
