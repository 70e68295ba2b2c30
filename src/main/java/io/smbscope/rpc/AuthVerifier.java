package io.smbscope.rpc;

import io.smbscope.base.Bytes;

/**
 * sec_trailer and what follows it. [MS-RPCE] 2.2.2.11
 *
 * @param type such as 9 SPNEGO, 10 NTLMSSP, 16 Kerberos, 68 Netlogon; 2.2.1.1.7
 * @param level 1 none to 6 privacy; 2.2.1.1.8
 * @param value the token; empty when its end was not seen
 */
public record AuthVerifier(int type, int level, Bytes value) {
  private static final int LEVEL_PKT_PRIVACY = 6;

  /** The stub data is encrypted. */
  boolean encrypts() {
    return level == LEVEL_PKT_PRIVACY;
  }
}
