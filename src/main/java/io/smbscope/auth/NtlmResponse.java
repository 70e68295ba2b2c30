package io.smbscope.auth;

import io.smbscope.base.Bytes;

/** How a client answered an NTLM challenge, told from the responses alone. [MS-NLMP] 3.3 */
public enum NtlmResponse {
  /** No user and no response. [MS-NLMP] 3.2.5.1.2 */
  ANONYMOUS("anonymous"),
  /** Only an LM (or LMv2, which looks the same) response. */
  LM("LM"),
  NTLMV1("NTLMv1"),
  /** NTLMv1 with extended session security: the LM field holds the client's challenge. */
  NTLMV1_ESS("NTLMv1-ESS"),
  NTLMV2("NTLMv2"),
  /** A user, but no response of a known shape. */
  UNKNOWN("NTLM");

  /** Octets in every response but NTLMv2's NT response, which is longer. */
  private static final int V1_LENGTH = 24;

  private static final int CLIENT_CHALLENGE_LENGTH = 8;

  private final String label;

  NtlmResponse(String label) {
    this.label = label;
  }

  /** The name in outputs. */
  public String label() {
    return label;
  }

  /**
   * Also for the SESSION_SETUP_ANDX of SMB1 without extended security, whose OEMPassword and
   * UnicodePassword are such responses. [MS-CIFS] 2.2.4.53.1
   *
   * @param lm LmChallengeResponse or OEMPassword
   * @param nt NtChallengeResponse or UnicodePassword
   * @param userEmpty the user name has no characters
   */
  public static NtlmResponse classify(Bytes lm, Bytes nt, boolean userEmpty) {
    if (nt.length() > V1_LENGTH) {
      return NTLMV2;
    }
    if (nt.length() == V1_LENGTH) {
      return holdsClientChallenge(lm) ? NTLMV1_ESS : NTLMV1;
    }
    if (nt.isEmpty() && lm.length() == V1_LENGTH) {
      return LM;
    }
    boolean noLm = lm.isEmpty() || (lm.length() == 1 && lm.u8(0) == 0);
    return userEmpty && nt.isEmpty() && noLm ? ANONYMOUS : UNKNOWN;
  }

  /**
   * A response made from the LM hash was sent, be it beside an NTLMv1 response: not when the LM
   * field repeats the NT response, or holds the client challenge of extended session security.
   */
  public static boolean lmHashUsed(Bytes lm, Bytes nt) {
    if (lm.length() != V1_LENGTH || nt.length() > V1_LENGTH || holdsClientChallenge(lm)) {
      return false;
    }
    return !lm.toByteBuffer().equals(nt.toByteBuffer());
  }

  private static boolean holdsClientChallenge(Bytes lm) {
    if (lm.length() != V1_LENGTH) {
      return false;
    }
    for (int i = CLIENT_CHALLENGE_LENGTH; i < V1_LENGTH; i++) {
      if (lm.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
