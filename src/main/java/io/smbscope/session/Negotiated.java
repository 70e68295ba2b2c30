package io.smbscope.session;

import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.Encryption;
import io.smbscope.event.PreauthHash;
import io.smbscope.event.Signing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What NEGOTIATE settled on a Connection, and what is inferred where it was not seen. [MS-SMB2]
 * 3.3.1.7, [MS-CIFS] 3.3.1.3
 */
final class Negotiated {
  /** Families of dialects that were not agreed on the wire but follow from what was seen. */
  static final String SOME_SMB1 = "SMB1";

  static final String SOME_SMB2 = "SMB2";
  static final String SOME_SMB3 = "SMB3";

  /** A multi-protocol negotiation begins with SMB1; what comes later says more. */
  private static final List<String> FAMILIES = List.of(SOME_SMB1, SOME_SMB2, SOME_SMB3);

  private static final int SIGNING_ENABLED = 1;
  private static final int SIGNING_REQUIRED = 2;

  boolean requestSeen;
  boolean responseSeen;
  List<String> offered = List.of();
  boolean multiProtocol;

  /** Null when refused or not seen. */
  String dialect;

  /** The server answered that it speaks none of the dialects. */
  boolean refused;

  /** DialectRevision; 0 for SMB1 and when not seen. */
  int revision;

  String inferredDialect;
  UUID clientGuid;
  UUID serverGuid;
  List<String> clientCapabilities;
  List<String> serverCapabilities;

  /** SecurityMode in the bits of [MS-SMB2] 2.2.3; SMB1's are brought into the same form. */
  Integer clientSecurityMode;

  Integer serverSecurityMode;
  Boolean clientEncrypts;
  Boolean serverEncrypts;
  Long maxTransactSize;
  Long maxReadSize;
  Long maxWriteSize;
  Integer maxMpxCount;
  String preauthHash;
  PreauthHash preauthHashValue;
  List<String> ciphersOffered = List.of();
  String cipher;
  boolean cipherInferred;
  List<String> signingOffered = List.of();
  String signingAlgorithm;
  List<String> compressionOffered = List.of();
  List<String> compressionChosen = List.of();
  Instant serverTime;
  Instant serverStart;
  List<String> serverMechanisms = List.of();
  String netname;
  String clientOs;
  String clientLanMan;
  String serverOs;
  String serverLanMan;
  String serverDomain;

  /** The agreed dialect, else the inferred one, else null. */
  String bestDialect() {
    return inferred() ? inferredDialect : dialect;
  }

  /** The dialect was not agreed on the wire, but it shows. */
  boolean inferred() {
    return dialect == null && inferredDialect != null && !refused;
  }

  /** A message of {@code family} was seen; without NEGOTIATE that is all there is to know. */
  void infer(String family) {
    if (inferredDialect == null) {
      inferredDialect = family;
      return;
    }
    int known = FAMILIES.indexOf(inferredDialect);
    if (known >= 0 && known < FAMILIES.indexOf(family)) {
      inferredDialect = family;
    }
  }

  boolean seen() {
    return requestSeen || responseSeen || clientOs != null || serverOs != null;
  }

  Encryption encryption(ProtectionTally tally, boolean demandedBySession, boolean demandedByShare) {
    boolean sure = dialect != null && revision < 0x0300;
    return new Encryption(
        (sure && clientEncrypts == null) ? Boolean.FALSE : clientEncrypts,
        sure ? Boolean.FALSE : serverEncrypts,
        demandedBySession,
        demandedByShare,
        cipher,
        cipherInferred,
        tally.encryptedMessages,
        tally.encryptedBytes,
        tally.plainMessages());
  }

  Signing signing(ProtectionTally tally, Integer sessionSecurityMode) {
    Integer client = sessionSecurityMode != null ? sessionSecurityMode : clientSecurityMode;
    return new Signing(
        bit(client, SIGNING_ENABLED | SIGNING_REQUIRED),
        bit(client, SIGNING_REQUIRED),
        bit(serverSecurityMode, SIGNING_ENABLED | SIGNING_REQUIRED),
        bit(serverSecurityMode, SIGNING_REQUIRED),
        signingAlgorithm,
        tally.signedMessages,
        tally.signedByDialect,
        tally.unsignedMessages);
  }

  private static Boolean bit(Integer mode, int mask) {
    return mode == null ? null : (mode & mask) != 0;
  }

  Negotiation toEvent() {
    return new Negotiation(
        offered,
        dialect,
        multiProtocol,
        clientGuid == null ? null : clientGuid.toString(),
        serverGuid == null ? null : serverGuid.toString(),
        clientCapabilities,
        serverCapabilities,
        maxTransactSize,
        maxReadSize,
        maxWriteSize,
        maxMpxCount,
        preauthHash,
        preauthHashValue,
        ciphersOffered,
        cipher,
        signingOffered,
        signingAlgorithm,
        compressionOffered,
        compressionChosen,
        serverTime,
        serverStart,
        serverMechanisms,
        netname,
        clientOs,
        clientLanMan,
        serverOs,
        serverLanMan,
        serverDomain);
  }
}
