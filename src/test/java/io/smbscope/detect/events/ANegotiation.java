package io.smbscope.detect.events;

import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.PreauthHash;
import java.time.Instant;
import java.util.List;

/** Makes {@link Negotiation}s for tests: each component has an ordinary value unless set. */
public final class ANegotiation {
  private List<String> offered = List.of("2.0.2", "2.1", "3.0", "3.0.2", "3.1.1");
  private String dialect = "3.1.1";
  private boolean multiProtocol = false;
  private String clientGuid = null;
  private String serverGuid = null;
  private List<String> clientCapabilities = List.of();
  private List<String> serverCapabilities = List.of();
  private Long maxTransactSize = null;
  private Long maxReadSize = null;
  private Long maxWriteSize = null;
  private Integer maxMpxCount = null;
  private String preauthHash = null;
  private PreauthHash preauthHashValue = null;
  private List<String> ciphersOffered = List.of();
  private String cipher = null;
  private List<String> signingOffered = List.of();
  private String signingAlgorithm = null;
  private List<String> compressionOffered = List.of();
  private List<String> compressionChosen = List.of();
  private Instant serverTime = null;
  private Instant serverStart = null;
  private List<String> serverMechanisms = List.of();
  private String netname = null;
  private String clientOs = null;
  private String clientLanMan = null;
  private String serverOs = null;
  private String serverLanMan = null;
  private String serverDomain = null;

  public ANegotiation offered(List<String> value) {
    this.offered = value;
    return this;
  }

  public ANegotiation dialect(String value) {
    this.dialect = value;
    return this;
  }

  public ANegotiation multiProtocol(boolean value) {
    this.multiProtocol = value;
    return this;
  }

  public ANegotiation clientGuid(String value) {
    this.clientGuid = value;
    return this;
  }

  public ANegotiation serverGuid(String value) {
    this.serverGuid = value;
    return this;
  }

  public ANegotiation clientCapabilities(List<String> value) {
    this.clientCapabilities = value;
    return this;
  }

  public ANegotiation serverCapabilities(List<String> value) {
    this.serverCapabilities = value;
    return this;
  }

  public ANegotiation maxTransactSize(Long value) {
    this.maxTransactSize = value;
    return this;
  }

  public ANegotiation maxReadSize(Long value) {
    this.maxReadSize = value;
    return this;
  }

  public ANegotiation maxWriteSize(Long value) {
    this.maxWriteSize = value;
    return this;
  }

  public ANegotiation maxMpxCount(Integer value) {
    this.maxMpxCount = value;
    return this;
  }

  public ANegotiation preauthHash(String value) {
    this.preauthHash = value;
    return this;
  }

  public ANegotiation preauthHashValue(PreauthHash value) {
    this.preauthHashValue = value;
    return this;
  }

  public ANegotiation ciphersOffered(List<String> value) {
    this.ciphersOffered = value;
    return this;
  }

  public ANegotiation cipher(String value) {
    this.cipher = value;
    return this;
  }

  public ANegotiation signingOffered(List<String> value) {
    this.signingOffered = value;
    return this;
  }

  public ANegotiation signingAlgorithm(String value) {
    this.signingAlgorithm = value;
    return this;
  }

  public ANegotiation compressionOffered(List<String> value) {
    this.compressionOffered = value;
    return this;
  }

  public ANegotiation compressionChosen(List<String> value) {
    this.compressionChosen = value;
    return this;
  }

  public ANegotiation serverTime(Instant value) {
    this.serverTime = value;
    return this;
  }

  public ANegotiation serverStart(Instant value) {
    this.serverStart = value;
    return this;
  }

  public ANegotiation serverMechanisms(List<String> value) {
    this.serverMechanisms = value;
    return this;
  }

  public ANegotiation netname(String value) {
    this.netname = value;
    return this;
  }

  public ANegotiation clientOs(String value) {
    this.clientOs = value;
    return this;
  }

  public ANegotiation clientLanMan(String value) {
    this.clientLanMan = value;
    return this;
  }

  public ANegotiation serverOs(String value) {
    this.serverOs = value;
    return this;
  }

  public ANegotiation serverLanMan(String value) {
    this.serverLanMan = value;
    return this;
  }

  public ANegotiation serverDomain(String value) {
    this.serverDomain = value;
    return this;
  }

  public Negotiation build() {
    return new Negotiation(
        offered,
        dialect,
        multiProtocol,
        clientGuid,
        serverGuid,
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
