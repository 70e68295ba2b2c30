package io.smbscope.auth;

import io.smbscope.base.Bytes;
import java.time.Instant;
import java.util.HexFormat;

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
 * @param layout how these parts lie in the message
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
    AvPairs targetInfo,
    Layout layout)
    implements NtlmMessage {

  /** How domain, user, workstation and responses lie in the message. */
  public enum Layout {
    USUAL,
    /** In an order that no client has. */
    REORDERED,
    /** Some octets are of two parts, or of the fixed part. */
    OVERLAPPING
  }

  /** A response made from the LM hash was sent, be it beside an NTLMv1 response. */
  public boolean lmHashUsed() {
    return lmResponse != null
        && ntResponse != null
        && NtlmResponse.lmHashUsed(octets(lmResponse), octets(ntResponse));
  }

  private static Bytes octets(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex));
  }
}
