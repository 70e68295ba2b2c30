package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.Encryption;
import io.smbscope.event.Encryption.Verdict;
import io.smbscope.event.Signing;
import io.smbscope.session.Smb2Bodies.Choice;
import io.smbscope.session.Smb2Bodies.Offer;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.Smb2Command;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NEGOTIATE of SMB2. [MS-SMB2] 3.2.5.2, 3.3.5.4 */
class Smb2NegotiationTest {
  private static final int ALL_CAPABILITIES = 0xFF;

  private final Scene scene = new Scene();
  private final Wire wire = scene.connect();
  private final Smb2Client client = new Smb2Client(wire);

  private ConnectionEvent ended() {
    wire.close();
    scene.assertNothingHeld();
    return scene.connection();
  }

  /** The signing algorithm follows from the dialect. [MS-SMB2] 3.1.4.1 */
  @ParameterizedTest
  @CsvSource({
    "0x0202, 2.0.2, HMAC-SHA256",
    "0x0210, 2.1,   HMAC-SHA256",
    "0x0300, 3.0,   AES-128-CMAC",
    "0x0302, 3.0.2, AES-128-CMAC",
    "0x0311, 3.1.1, AES-128-CMAC"
  })
  void theServerChoosesTheDialect(String revision, String dialect, String signing) {
    client.negotiate(
        new Offer(0x0202, 0x0210, 0x0300, 0x0302, 0x0311), new Choice(Integer.decode(revision)));

    ConnectionEvent connection = ended();
    assertThat(connection.dialect()).isEqualTo(dialect);
    assertThat(connection.inferred()).isEmpty();
    Negotiation negotiation = connection.negotiation();
    assertThat(negotiation.offered()).containsExactly("2.0.2", "2.1", "3.0", "3.0.2", "3.1.1");
    assertThat(negotiation.dialect()).isEqualTo(dialect);
    assertThat(negotiation.multiProtocol()).isFalse();
    assertThat(negotiation.signingAlgorithm()).isEqualTo(signing);
  }

  @Test
  void bothSidesTellWhoTheyAreAndWhatTheyCan() {
    Offer offer = new Offer(0x0302);
    offer.capabilities = ALL_CAPABILITIES;
    Choice choice = new Choice(0x0302);
    choice.capabilities = 7;
    client.negotiate(offer, choice);

    Negotiation negotiation = ended().negotiation();
    assertThat(negotiation.clientGuid()).isEqualTo(Smb2Bodies.CLIENT_GUID.toString());
    assertThat(negotiation.serverGuid()).isEqualTo(Smb2Bodies.SERVER_GUID.toString());
    assertThat(negotiation.clientCapabilities())
        .containsExactly(
            "DFS",
            "LEASING",
            "LARGE_MTU",
            "MULTI_CHANNEL",
            "PERSISTENT_HANDLES",
            "DIRECTORY_LEASING",
            "ENCRYPTION",
            "NOTIFICATIONS");
    assertThat(negotiation.serverCapabilities()).containsExactly("DFS", "LEASING", "LARGE_MTU");
    assertThat(negotiation.maxTransactSize()).isEqualTo(0x10_0000);
    assertThat(negotiation.maxReadSize()).isEqualTo(0x20_0000);
    assertThat(negotiation.maxWriteSize()).isEqualTo(0x30_0000);
    assertThat(negotiation.maxMpxCount()).isNull();
    assertThat(negotiation.serverTime()).isEqualTo(Instant.parse("2023-01-01T00:00:01Z"));
    assertThat(negotiation.serverStart()).isEqualTo(Instant.parse("2023-01-01T00:00:00Z"));
    assertThat(negotiation.preauthHash()).isNull();
    assertThat(negotiation.preauthHashValue()).isNull();
    assertThat(negotiation.compressionChosen()).isEmpty();
  }

  @Test
  void contextsOf311TellAlgorithms() {
    Offer offer = new Offer(0x0311);
    offer.contexts.add(new NegotiateContext.PreauthIntegrity(List.of(1), 32));
    offer.contexts.add(new NegotiateContext.Encryption(List.of(4, 2, 3, 1)));
    offer.contexts.add(new NegotiateContext.Compression(1, List.of(4, 1, 2)));
    offer.contexts.add(new NegotiateContext.Signing(List.of(2, 1, 0)));
    offer.contexts.add(new NegotiateContext.NetName("filesrv.example"));
    Choice choice = new Choice(0x0311);
    choice.contexts.add(new NegotiateContext.PreauthIntegrity(List.of(1), 32));
    choice.contexts.add(new NegotiateContext.Encryption(List.of(2)));
    choice.contexts.add(new NegotiateContext.Compression(1, List.of(4, 2)));
    choice.contexts.add(new NegotiateContext.Signing(List.of(2)));
    client.negotiate(offer, choice);

    ConnectionEvent connection = ended();
    Negotiation negotiation = connection.negotiation();
    assertThat(negotiation.preauthHash()).isEqualTo("SHA-512");
    assertThat(negotiation.ciphersOffered())
        .containsExactly("AES-256-GCM", "AES-128-GCM", "AES-256-CCM", "AES-128-CCM");
    assertThat(negotiation.cipher()).isEqualTo("AES-128-GCM");
    assertThat(negotiation.compressionOffered()).containsExactly("Pattern_V1", "LZNT1", "LZ77");
    assertThat(negotiation.compressionChosen()).containsExactly("Pattern_V1", "LZ77");
    assertThat(negotiation.signingOffered())
        .containsExactly("AES-128-GMAC", "AES-128-CMAC", "HMAC-SHA256");
    assertThat(negotiation.signingAlgorithm()).isEqualTo("AES-128-GMAC");
    assertThat(negotiation.netname()).isEqualTo("filesrv.example");
    assertThat(connection.encryption().cipher()).isEqualTo("AES-128-GCM");
    assertThat(connection.encryption().cipherInferred()).isFalse();
    assertThat(connection.signing().algorithm()).isEqualTo("AES-128-GMAC");
  }

  /** H1 = SHA-512(64 zero octets, request), H2 = SHA-512(H1, response). [MS-SMB2] 3.2.5.2 */
  @Test
  void thePreauthenticationHashIsOverBothMessages() throws NoSuchAlgorithmException {
    byte[] request = "the request".getBytes(StandardCharsets.US_ASCII);
    byte[] response = "and its response".getBytes(StandardCharsets.US_ASCII);
    MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
    sha512.update(new byte[64]);
    byte[] first = sha512.digest(request);
    sha512.update(first);
    byte[] second = sha512.digest(response);

    negotiateWithHash(Bytes.of(request), Bytes.of(response));

    assertThat(ended().negotiation().preauthHashValue().value())
        .isEqualTo(HexFormat.of().formatHex(second));
  }

  @Test
  void withoutTheWholeRequestThereIsNoHashValue() {
    negotiateWithHash(null, Bytes.of(new byte[] {1}));
    Negotiation negotiation = ended().negotiation();
    assertThat(negotiation.preauthHash()).isEqualTo("SHA-512");
    assertThat(negotiation.preauthHashValue()).isNull();
  }

  @Test
  void withoutTheWholeResponseThereIsNoHashValue() {
    negotiateWithHash(Bytes.of(new byte[] {1}), null);
    assertThat(ended().negotiation().preauthHashValue()).isNull();
  }

  private void negotiateWithHash(Bytes request, Bytes response) {
    Offer offer = new Offer(0x0311);
    offer.contexts.add(new NegotiateContext.PreauthIntegrity(List.of(1), 32));
    offer.octets = request;
    Choice choice = new Choice(0x0311);
    choice.contexts.add(new NegotiateContext.PreauthIntegrity(List.of(1), 32));
    choice.octets = response;
    client.negotiate(offer, choice);
  }

  /** 3.0 and 3.0.2 know one cipher, and do not name it. [MS-SMB2] 3.3.5.4 */
  @ParameterizedTest
  @CsvSource({"0x0300", "0x0302"})
  void theCipherOf30FollowsFromTheDialect(String revision) {
    Offer offer = new Offer(0x0300, 0x0302);
    offer.capabilities = Smb2Client.CAP_ENCRYPTION;
    Choice choice = new Choice(Integer.decode(revision));
    choice.capabilities = Smb2Client.CAP_ENCRYPTION;
    client.negotiate(offer, choice);

    Encryption encryption = ended().encryption();
    assertThat(encryption.cipher()).isEqualTo("AES-128-CCM");
    assertThat(encryption.cipherInferred()).isTrue();
    assertThat(encryption.clientCapable()).isTrue();
    assertThat(encryption.serverCapable()).isTrue();
    assertThat(encryption.verdict()).isEqualTo(Verdict.POSSIBLE);
  }

  @ParameterizedTest
  @CsvSource({
    // dialect, client can, server can
    "0x0302, false, false",
    "0x0302, true,  false",
    "0x0302, false, true",
    "0x0210, true,  false",
    "0x0202, false, false"
  })
  void whereOneSideCannotNothingIsEncrypted(String revision, boolean client30, boolean server30) {
    Offer offer = new Offer(0x0202, 0x0210, 0x0302);
    offer.capabilities = client30 ? Smb2Client.CAP_ENCRYPTION : 0;
    Choice choice = new Choice(Integer.decode(revision));
    choice.capabilities = server30 ? Smb2Client.CAP_ENCRYPTION : 0;
    client.negotiate(offer, choice);

    Encryption encryption = ended().encryption();
    assertThat(encryption.clientCapable()).isEqualTo(client30);
    assertThat(encryption.serverCapable()).isEqualTo(server30);
    assertThat(encryption.cipher()).isNull();
    assertThat(encryption.cipherInferred()).isFalse();
    assertThat(encryption.verdict()).isEqualTo(Verdict.UNSUPPORTED);
  }

  /** 0 as cipher says that none is shared. [MS-SMB2] 3.3.5.4 */
  @Test
  void aServerOf311WithoutSharedCipherCannotEncrypt() {
    Offer offer = new Offer(0x0311);
    offer.contexts.add(new NegotiateContext.Encryption(List.of(3)));
    Choice choice = new Choice(0x0311);
    choice.contexts.add(new NegotiateContext.Encryption(List.of(0)));
    client.negotiate(offer, choice);

    Encryption encryption = ended().encryption();
    assertThat(encryption.clientCapable()).isTrue();
    assertThat(encryption.serverCapable()).isFalse();
    assertThat(encryption.cipher()).isNull();
    assertThat(encryption.verdict()).isEqualTo(Verdict.UNSUPPORTED);
  }

  /** The capability bit is of 3.0 and 3.0.2; 3.1.1 has the context. [MS-SMB2] 2.2.4 */
  @Test
  void aServerOf311WithoutCipherContextCannotEncrypt() {
    Offer offer = new Offer(0x0311);
    offer.contexts.add(new NegotiateContext.Encryption(List.of(2)));
    client.negotiate(offer, new Choice(0x0311));
    assertThat(ended().encryption().serverCapable()).isFalse();
  }

  @Test
  void withoutTheRequestTheClientsAbilityIsUnknown() {
    Choice choice = new Choice(0x0302);
    choice.capabilities = Smb2Client.CAP_ENCRYPTION;
    client.answer(client.success(Smb2Command.NEGOTIATE, choice.body()).id(0));

    ConnectionEvent connection = ended();
    assertThat(connection.dialect()).isEqualTo("3.0.2");
    assertThat(connection.negotiation().clientGuid()).isNull();
    assertThat(connection.negotiation().clientCapabilities()).isNull();
    assertThat(connection.encryption().clientCapable()).isNull();
    assertThat(connection.encryption().serverCapable()).isTrue();
    assertThat(connection.encryption().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(connection.signing().clientOffered()).isNull();
  }

  @Test
  void aRefusalLeavesTheOffer() {
    client.refuse(Smb2Command.NEGOTIATE, new Offer(0x0202).body(), NtStatus.NOT_SUPPORTED);

    Negotiation negotiation = ended().negotiation();
    assertThat(negotiation.offered()).containsExactly("2.0.2");
    assertThat(negotiation.dialect()).isNull();
  }

  @Test
  void aServerThatHangsUpLeavesTheOffer() {
    client.ask(client.request(Smb2Command.NEGOTIATE, new Offer(0x0202, 0x0311).body()));

    Negotiation negotiation = ended().negotiation();
    assertThat(negotiation).isNotNull();
    assertThat(negotiation.offered()).containsExactly("2.0.2", "3.1.1");
    assertThat(negotiation.clientGuid()).isEqualTo(new UUID(0, 0xC1).toString());
    assertThat(negotiation.dialect()).isNull();
  }

  /** A client that repeats its offer makes no longer list of it. */
  @Test
  void aRepeatedOfferReplacesTheFirst() {
    for (int i = 0; i < 3; i++) {
      client.negotiate(new Offer(0x0202, 0x0210), new Choice(0x0210));
    }
    assertThat(ended().negotiation().offered()).containsExactly("2.0.2", "2.1");
  }

  @ParameterizedTest
  @CsvSource({
    // security modes, then: client offers, requires, server offers, requires
    "1, 1, true,  false, true,  false",
    "1, 3, true,  false, true,  true",
    "3, 1, true,  true,  true,  false",
    "2, 2, true,  true,  true,  true",
    "0, 0, false, false, false, false"
  })
  void securityModesSayWhoWantsSigning(
      int clientMode,
      int serverMode,
      boolean clientOffers,
      boolean clientRequires,
      boolean serverOffers,
      boolean serverRequires) {
    Offer offer = new Offer(0x0210);
    offer.securityMode = clientMode;
    Choice choice = new Choice(0x0210);
    choice.securityMode = serverMode;
    client.negotiate(offer, choice);

    Signing signing = ended().signing();
    assertThat(signing.clientOffered()).isEqualTo(clientOffers);
    assertThat(signing.clientRequired()).isEqualTo(clientRequires);
    assertThat(signing.serverOffered()).isEqualTo(serverOffers);
    assertThat(signing.serverRequired()).isEqualTo(serverRequires);
    assertThat(signing.required()).isEqualTo(clientRequires || serverRequires);
    assertThat(signing.verdict()).isEqualTo(Signing.Verdict.NONE);
  }
}
