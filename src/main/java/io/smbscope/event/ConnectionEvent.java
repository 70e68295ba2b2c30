package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A transport connection that carried, or tried to carry, SMB; written when it ends. [MS-SMB2]
 * 3.3.1.7, [MS-CIFS] 3.3.1.3
 *
 * @param at the packet with which it ended
 * @param id number of its first packet
 * @param start its first packet
 * @param endReason {@code fin}, {@code rst}, {@code reused}, {@code idle}, {@code evicted}, {@code
 *     end-of-capture}
 * @param vlans 802.1Q ids, outermost first
 * @param encapsulations tunnels, outermost first
 * @param netbios the session request on port 139, or null
 * @param midstream the capture does not hold its start
 * @param inferred names of the components here that were inferred, not seen
 * @param dialect agreed dialect as in {@link Negotiation#dialect}, or null
 * @param negotiation what was offered and chosen, null when not seen
 * @param commands messages of each command, requests and responses alike, in order of their name
 * @param traffic what was counted
 * @param sessions ids of the sessions on it
 * @param malformed messages that could not be read
 */
public record ConnectionEvent(
    Stamp at,
    long id,
    Stamp start,
    String endReason,
    Transport transport,
    Endpoint client,
    Endpoint server,
    List<Integer> vlans,
    List<String> encapsulations,
    NetbiosSession netbios,
    boolean midstream,
    List<String> inferred,
    String dialect,
    Negotiation negotiation,
    Encryption encryption,
    Signing signing,
    Map<String, Long> commands,
    Traffic traffic,
    List<String> sessions,
    long malformed)
    implements Event {

  /**
   * The session request. RFC 1002 4.3.2
   *
   * @param result {@code positive}, {@code negative}, {@code retarget}, or null when none was seen
   * @param errorCode of a negative response, else null
   */
  public record NetbiosSession(
      String calledName, String callingName, String result, Integer errorCode) {}

  /**
   * NEGOTIATE.
   *
   * @param offered dialects in the client's order, as {@code 3.1.1} or an SMB1 dialect string
   * @param dialect chosen: {@code 2.0.2}, {@code 2.1}, {@code 3.0}, {@code 3.0.2}, {@code 3.1.1},
   *     or an SMB1 dialect string; null when refused or not seen
   * @param multiProtocol it began with an SMB1 NEGOTIATE that offered SMB2
   * @param clientCapabilities names of the set bits, as in the specification
   * @param maxTransactSize octets; SMB1: MaxBufferSize
   * @param maxMpxCount SMB1 only, else null
   * @param preauthHash algorithm, such as {@code SHA-512}, or null
   * @param preauthHashValue Connection.PreauthIntegrityHashValue after NEGOTIATE; null where the
   *     dialect has none or a message of it was not seen whole
   * @param ciphersOffered in the client's order
   * @param compressionChosen empty when none
   * @param serverStart ServerStartTime
   * @param serverMechanisms that the server offers for the logon, the preferred one first, as in
   *     {@link io.smbscope.auth.AuthToken#mechTypes}; empty when it told none
   * @param netname NETNAME_NEGOTIATE_CONTEXT_ID's, or null
   * @param clientOs SMB1 NativeOS
   * @param clientLanMan SMB1 NativeLanMan
   */
  public record Negotiation(
      List<String> offered,
      String dialect,
      boolean multiProtocol,
      String clientGuid,
      String serverGuid,
      List<String> clientCapabilities,
      List<String> serverCapabilities,
      Long maxTransactSize,
      Long maxReadSize,
      Long maxWriteSize,
      Integer maxMpxCount,
      String preauthHash,
      PreauthHash preauthHashValue,
      List<String> ciphersOffered,
      String cipher,
      List<String> signingOffered,
      String signingAlgorithm,
      List<String> compressionOffered,
      List<String> compressionChosen,
      Instant serverTime,
      Instant serverStart,
      List<String> serverMechanisms,
      String netname,
      String clientOs,
      String clientLanMan,
      String serverOs,
      String serverLanMan,
      String serverDomain) {}

  /**
   * What was counted.
   *
   * @param clientBytes TCP payload octets from the client, retransmissions included
   * @param messages SMB messages
   * @param missing octets lost in gaps
   * @param truncated octets that the snap length cut off
   * @param compressedMessages not inspected
   */
  public record Traffic(
      long clientPackets,
      long serverPackets,
      long clientBytes,
      long serverBytes,
      long messages,
      long retransmitted,
      long overlapConflicts,
      long gaps,
      long missing,
      long truncated,
      long compressedMessages) {}
}
