package io.smbscope.auth;

import java.time.Instant;

/**
 * The client's answer to the challenge. [MS-NLMP] 2.2.1.3
 *
 * <p>Each string and response is null when its length or offset leads out of the message, empty
 * when its length is 0.
 *
 * @param lmResponse LmChallengeResponse in hexadecimal
 * @param ntResponse NtChallengeResponse in hexadecimal; of NTLMv2 its first 16 octets are the
 *     NTProofStr
 * @param response the kind of response, from both
 * @param mic 16 octets in hexadecimal, null when the message has no room for one
 * @param clientTime TimeStamp of the NTLMv2 client challenge, null in other responses
 * @param targetInfo AV pairs of the NTLMv2 client challenge, {@link AvPairs#NONE} in other
 *     responses
 */
public record AuthenticateMessage(
    long flags,
    String lmResponse,
    String ntResponse,
    NtlmResponse response,
    String domain,
    String user,
    String workstation,
    Version version,
    String mic,
    Instant clientTime,
    AvPairs targetInfo)
    implements NtlmMessage {

  /**
   * An LM response made from the LM hash is sent beside an NTLMv1 response. [MS-NLMP] 3.3.1: not
   * when the LM field only repeats the NT response, or holds the client challenge of extended
   * session security.
   */
  public boolean lmHashUsed() {
    return response == NtlmResponse.LM
        || (response == NtlmResponse.NTLMV1
            && lmResponse != null
            && lmResponse.length() == 48
            && !lmResponse.equals(ntResponse));
  }
}
