package io.smbscope.auth;

import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import java.util.List;

/** Reads the security buffers of NEGOTIATE and SESSION_SETUP. */
public final class SecurityTokens {
  private SecurityTokens() {}

  /**
   * Never throws, never null; what is malformed goes into {@code sink} as MALFORMED_SPNEGO,
   * MALFORMED_NTLMSSP or MALFORMED_KERBEROS, and the record holds what could be read.
   *
   * @param token the security buffer; not kept
   * @param at the packet it came in
   * @param flow id of its flow
   */
  public static AuthToken decode(Bytes token, Stamp at, long flow, AnomalySink sink) {
    return new AuthToken(
        AuthToken.Framing.EMPTY, List.of(), null, null, null, null, null, false, false);
  }
}
