package io.smbscope.session;

import static io.smbscope.session.Smb1Client.NOTHING;
import static io.smbscope.session.Smb1Client.block;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_ECHO;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_NEGOTIATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.Encryption.Verdict;
import io.smbscope.event.Signing;
import io.smbscope.session.Smb2Bodies.Choice;
import io.smbscope.session.Smb2Bodies.Offer;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NEGOTIATE of SMB1, which may lead to SMB2. [MS-CIFS] 3.3.5.42, [MS-SMB2] 3.3.5.3 */
class Smb1NegotiationTest {
  private final Scene scene = new Scene();
  private final Smb1Client client = new Smb1Client(scene.connect());

  @Test
  void theServerChoosesByIndex() {
    client.negotiated(1, 3, "LANMAN1.0", "NT LM 0.12", "SMB 2.002");
    scene.end();
    Negotiation negotiation = scene.connection().negotiation();
    assertThat(scene.connection().dialect()).isEqualTo("NT LM 0.12");
    assertThat(scene.connection().inferred()).isEmpty();
    assertThat(negotiation.offered()).containsExactly("LANMAN1.0", "NT LM 0.12", "SMB 2.002");
    assertThat(negotiation.dialect()).isEqualTo("NT LM 0.12");
    assertThat(negotiation.multiProtocol()).as("SMB1 it stayed").isFalse();
    assertThat(negotiation.maxTransactSize()).as("MaxBufferSize").isEqualTo(16_644);
    assertThat(negotiation.maxReadSize()).isNull();
    assertThat(negotiation.maxMpxCount()).isEqualTo(50);
    assertThat(negotiation.serverCapabilities())
        .containsExactly("CAP_UNICODE", "CAP_EXTENDED_SECURITY");
    assertThat(negotiation.serverTime()).isEqualTo(Smb1Client.TIME);
    assertThat(negotiation.serverDomain()).isEqualTo("LABWG");
    assertThat(scene.connection().encryption().verdict()).isEqualTo(Verdict.UNSUPPORTED);
  }

  @Test
  void noneIsGoodEnough() {
    client.negotiated(0xFFFF, 0, "PC NETWORK PROGRAM 1.0");
    scene.end();
    assertThat(scene.connection().negotiation().dialect()).isNull();
    assertThat(scene.connection().negotiation().offered())
        .containsExactly("PC NETWORK PROGRAM 1.0");
  }

  @Test
  void anIndexBeyondTheOfferIsNone() {
    client.negotiated(5, 3, "NT LM 0.12");
    scene.end();
    assertThat(scene.connection().negotiation().dialect()).isNull();
  }

  @Test
  void anUnansweredOfferIsTold() {
    client.ask(block(SMB_COM_NEGOTIATE, new Negotiate.Request(List.of("NT LM 0.12"))));
    scene.end();
    assertThat(scene.connection().negotiation().offered()).containsExactly("NT LM 0.12");
    assertThat(scene.connection().negotiation().dialect()).isNull();
    scene.assertNothingHeld();
  }

  @Test
  void withoutNegotiateItIsSomeSmb1() {
    client.exchange(SMB_COM_ECHO, NOTHING, NOTHING);
    scene.end();
    assertThat(scene.connection().dialect()).isEqualTo("SMB1");
    assertThat(scene.connection().inferred()).containsExactly("dialect");
    assertThat(scene.connection().negotiation()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // the client's Flags2, the server's SecurityMode, then who offers and requires
    "0x0000, 0x03, false, false, false, false,",
    "0x0004, 0x07, true,  false, true,  false, MD5",
    "0x0014, 0x0F, true,  true,  true,  true,  MD5"
  })
  void signingIsAgreedInNegotiate(
      String flags2,
      String securityMode,
      boolean clientOffers,
      boolean clientRequires,
      boolean serverOffers,
      boolean serverRequires,
      String algorithm) {
    client.flags2 |= Integer.decode(flags2);
    client.negotiated(0, Integer.decode(securityMode), "NT LM 0.12");
    scene.end();
    Signing signing = scene.connection().signing();
    assertThat(signing.clientOffered()).isEqualTo(clientOffers);
    assertThat(signing.clientRequired()).isEqualTo(clientRequires);
    assertThat(signing.serverOffered()).isEqualTo(serverOffers);
    assertThat(signing.serverRequired()).isEqualTo(serverRequires);
    assertThat(signing.algorithm()).isEqualTo(algorithm);
  }

  /** [MS-SMB2] 3.3.5.3.1: 0x02FF asks for a second NEGOTIATE, in SMB2. */
  @Test
  void multiProtocolNegotiationIsFollowedToItsEnd() {
    client.ask(
        block(
            SMB_COM_NEGOTIATE,
            new Negotiate.Request(List.of("NT LM 0.12", "SMB 2.002", "SMB 2.???"))));
    Smb2Client smb2 = new Smb2Client(client.wire);
    smb2.answer(smb2.success(Smb2Command.NEGOTIATE, new Choice(0x02FF).body()).id(0));
    smb2.request(Smb2Command.ECHO, null); // MessageId 0 is taken
    smb2.negotiate(new Offer(0x0210, 0x0302), new Choice(0x0302));
    scene.end();

    Negotiation negotiation = scene.connection().negotiation();
    assertThat(scene.connection().dialect()).isEqualTo("3.0.2");
    assertThat(negotiation.dialect()).isEqualTo("3.0.2");
    assertThat(negotiation.multiProtocol()).isTrue();
    assertThat(negotiation.offered())
        .containsExactly("NT LM 0.12", "SMB 2.002", "SMB 2.???", "2.1", "3.0.2");
    scene.assertNothingHeld();
  }

  /** [MS-SMB2] 3.3.5.3.2: 2.0.2 needs no second NEGOTIATE. */
  @Test
  void multiProtocolNegotiationMayEndAt202() {
    client.ask(block(SMB_COM_NEGOTIATE, new Negotiate.Request(List.of("NT LM 0.12", "SMB 2.002"))));
    Smb2Client smb2 = new Smb2Client(client.wire);
    smb2.answer(smb2.success(Smb2Command.NEGOTIATE, new Choice(0x0202).body()).id(0));
    smb2.loggedOn(1, "alice");
    scene.end();
    assertThat(scene.connection().dialect()).isEqualTo("2.0.2");
    assertThat(scene.connection().negotiation().multiProtocol()).isTrue();
    assertThat(scene.connection().negotiation().offered())
        .containsExactly("NT LM 0.12", "SMB 2.002");
    assertThat(scene.connection().encryption().verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(scene.session().identity().user()).isEqualTo("alice");
  }

  /** The wildcard is no dialect: if the second NEGOTIATE never comes, none was agreed. */
  @Test
  void theWildcardAloneIsNoDialect() {
    client.ask(block(SMB_COM_NEGOTIATE, new Negotiate.Request(List.of("SMB 2.???"))));
    Smb2Client smb2 = new Smb2Client(client.wire);
    smb2.answer(smb2.success(Smb2Command.NEGOTIATE, new Choice(0x02FF).body()).id(0));
    scene.end();
    assertThat(scene.connection().negotiation().dialect()).isNull();
    assertThat(scene.connection().negotiation().multiProtocol()).isTrue();
    assertThat(scene.connection().dialect()).isEqualTo("SMB2");
    assertThat(scene.connection().inferred()).containsExactly("dialect");
    assertThat(scene.connection().encryption().verdict()).isEqualTo(Verdict.UNKNOWN);
  }
}
