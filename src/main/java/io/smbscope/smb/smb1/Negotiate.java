package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.base.FileTime;
import io.smbscope.grammar.Smb1Negotiate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** SMB_COM_NEGOTIATE: which dialect. [MS-CIFS] 2.2.4.52, [MS-SMB] 2.2.4.5 */
public final class Negotiate {
  private Negotiate() {}

  /**
   * What the client speaks.
   *
   * @param dialects in the client's order, as {@code NT LM 0.12}, without the 0x02 before each
   */
  public record Request(List<String> dialects) implements Smb1Body {}

  /**
   * What the server chose. Which fields are set follows the WordCount: 1 core protocol, 13 LAN
   * Manager, 17 NT LM 0.12.
   *
   * @param dialectIndex into the request's list; 0xFFFF none acceptable
   * @param securityMode 1 user level, 2 challenge/response, 4 signatures enabled, 8 required
   * @param maxNumberVcs virtual circuits
   * @param maxBufferSize octets of the largest message the server receives
   * @param maxRawSize octets; NT LM 0.12 only
   * @param rawMode 1 READ_RAW, 2 WRITE_RAW supported; LAN Manager only
   * @param capabilities {@link Smb1Capability} bits; NT LM 0.12 only
   * @param systemTime server's time, or null
   * @param serverTimeZone minutes to add to the server's local time to get UTC
   * @param challenge of 8 octets, or empty
   * @param domainName null with extended security
   * @param serverName null with extended security and where the server sends none
   * @param serverGuid extended security only, else null
   * @param securityBlob SPNEGO token; extended security only, else empty
   */
  public record Response(
      int wordCount,
      int dialectIndex,
      int securityMode,
      int maxMpxCount,
      int maxNumberVcs,
      long maxBufferSize,
      long maxRawSize,
      int rawMode,
      long sessionKey,
      long capabilities,
      Instant systemTime,
      int serverTimeZone,
      Bytes challenge,
      String domainName,
      String serverName,
      UUID serverGuid,
      Bytes securityBlob)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Negotiate.Request request = new Smb1Negotiate.Request(block.stream());
    return new Request(request.dialects().stream().map(Smb1Negotiate.Dialect::name).toList());
  }

  static Smb1Body response(CommandBlock block) {
    return switch (block.wordCount()) {
      case 17 -> ntResponse(block);
      case 13 -> lanmanResponse(block);
      default -> coreResponse(block);
    };
  }

  private static Response coreResponse(CommandBlock block) {
    Smb1Negotiate.CoreResponse core = new Smb1Negotiate.CoreResponse(block.stream());
    return new Response(
        core.wordCount(),
        core.dialectIndex(),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        0,
        Bytes.EMPTY,
        null,
        null,
        null,
        Bytes.EMPTY);
  }

  private static Response lanmanResponse(CommandBlock block) {
    Smb1Negotiate.LanmanResponse lanman = new Smb1Negotiate.LanmanResponse(block.stream());
    Instant local = DataTypes.dateTime(lanman.serverDate(), lanman.serverTime());
    return new Response(
        lanman.wordCount(),
        lanman.dialectIndex(),
        lanman.securityMode(),
        lanman.maxMpxCount(),
        lanman.maxNumberVcs(),
        lanman.maxBufferSize(),
        0,
        lanman.rawMode(),
        lanman.sessionKey(),
        0,
        local == null ? null : local.plus(Duration.ofMinutes(lanman.serverTimeZone())),
        lanman.serverTimeZone(),
        DataTypes.octets(lanman.challenge()),
        lanman.primaryDomain(),
        null,
        null,
        Bytes.EMPTY);
  }

  private static Response ntResponse(CommandBlock block) {
    Smb1Negotiate.NtResponse nt = new Smb1Negotiate.NtResponse(block.stream(), block.unicode());
    return new Response(
        nt.wordCount(),
        nt.dialectIndex(),
        nt.securityMode(),
        nt.maxMpxCount(),
        nt.maxNumberVcs(),
        nt.maxBufferSize(),
        nt.maxRawSize(),
        0,
        nt.sessionKey(),
        nt.capabilities(),
        FileTime.toInstant(nt.systemTime()),
        nt.serverTimeZone(),
        DataTypes.octets(nt.challenge()),
        nt.domainName() == null ? null : nt.domainName().value(),
        nt.serverName() == null ? null : nt.serverName().value(),
        DataTypes.guid(nt.serverGuid()),
        DataTypes.octets(nt.securityBlob()));
  }
}
