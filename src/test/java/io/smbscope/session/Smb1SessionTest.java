package io.smbscope.session;

import static io.smbscope.session.Smb1Client.NOTHING;
import static io.smbscope.session.Smb1Client.block;
import static io.smbscope.session.Smb1Client.extended;
import static io.smbscope.session.Smb1Client.octets;
import static io.smbscope.session.Smb1Client.setUp;
import static io.smbscope.session.Smb1Client.setup;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_ECHO;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_LOCKING_ANDX;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_LOGOFF_ANDX;
import static io.smbscope.smb.smb1.Smb1Command.SMB_COM_SESSION_SETUP_ANDX;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Signing;
import io.smbscope.smb.smb1.LockingAndX;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.SessionSetupAndX.Form;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SESSION_SETUP_ANDX and LOGOFF_ANDX. [MS-CIFS] 3.3.5.43, 3.3.5.44 */
class Smb1SessionTest {
  /** ERRSRV/ERRbadpw as class and code. [MS-CIFS] 2.2.2.4 */
  private static final long BAD_PASSWORD = 2 << 16 | 2;

  private final Scene scene = new Scene();
  private final Smb1Client client = new Smb1Client(scene.connect());

  @Test
  void extendedSecurityTellsWhoLogsOn() {
    client.negotiated("NT LM 0.12");
    client.ask(block(SMB_COM_SESSION_SETUP_ANDX, extended(Tokens.recorded("samba-negotiate"))));
    client.uid = 0x0064;
    client.answer(
        NtStatus.MORE_PROCESSING_REQUIRED,
        block(SMB_COM_SESSION_SETUP_ANDX, setUp(0, Tokens.recorded("samba-challenge"))));
    client.ask(block(SMB_COM_SESSION_SETUP_ANDX, extended(Tokens.recorded("samba-ntlmv2"))));
    client.answer(
        NtStatus.SUCCESS,
        block(SMB_COM_SESSION_SETUP_ANDX, setUp(0, Tokens.recorded("samba-accept-mic"))));
    client.logOff();

    SessionEvent session = scene.session();
    assertThat(session.id()).isEqualTo("0x0064");
    assertThat(session.established()).isTrue();
    assertThat(session.inferred()).isFalse();
    assertThat(session.reauthentications()).isZero();
    assertThat(session.status()).isEqualTo("STATUS_SUCCESS");
    assertThat(session.dialect()).isEqualTo("NT LM 0.12");
    assertThat(session.identity().mechanism()).isEqualTo("NTLMv2");
    assertThat(session.identity().user()).isEqualTo("alice");
    assertThat(session.identity().domain()).isEqualTo("LABWG");
    assertThat(session.identity().serverNetbiosName()).isEqualTo("FILESRV");
    assertThat(session.start().packet()).as("the first SESSION_SETUP").isEqualTo(4);
    assertThat(session.end()).isEqualTo("logoff");
    scene.end();
    Negotiation negotiation = scene.connection().negotiation();
    assertThat(negotiation.clientOs()).isEqualTo("Unix");
    assertThat(negotiation.clientLanMan()).isEqualTo("Samba");
    assertThat(negotiation.serverOs()).isEqualTo("Windows 6.1");
    assertThat(negotiation.serverLanMan()).isEqualTo("Samba 4.17");
    assertThat(negotiation.clientCapabilities()).contains("CAP_EXTENDED_SECURITY");
    assertThat(scene.connection().sessions()).containsExactly("0x0064");
    scene.assertNothingHeld();
  }

  @ParameterizedTest
  @CsvSource({
    // octets of OEMPassword and UnicodePassword. [MS-CIFS] 2.2.4.53.1
    "24, 24, NTLMv1",
    "24, 0,  LM",
    "24, 60, NTLMv2"
  })
  void responsesTellTheMechanism(int oem, int unicode, String mechanism) {
    client.negotiated("NT LM 0.12");
    client.exchange(
        SMB_COM_SESSION_SETUP_ANDX, setup("bob", octets(oem), octets(unicode)), setUp(0, null));
    scene.end();
    assertThat(scene.session().identity().mechanism()).isEqualTo(mechanism);
    assertThat(scene.session().identity().user()).isEqualTo("bob");
    assertThat(scene.session().identity().domain()).isEqualTo("LAB");
    assertThat(scene.session().anonymous()).isFalse();
  }

  /** The server sent no challenge, so what comes is the password. */
  @ParameterizedTest
  @CsvSource({"LANMAN", "NT_LM"})
  void withoutChallengePasswordsArePlain(Form form) {
    client.negotiated(0, 1, "LANMAN1.0");
    client.exchange(
        SMB_COM_SESSION_SETUP_ANDX,
        new SessionSetupAndX.Request(
            form,
            1024,
            2,
            0,
            0,
            0,
            Bytes.of("secret\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
            Bytes.EMPTY,
            "BOB",
            "LAB",
            "DOS",
            "LM",
            Bytes.EMPTY),
        setUp(0, Bytes.EMPTY));
    scene.end();
    assertThat(scene.session().identity().mechanism()).isEqualTo("plain-text");
    assertThat(scene.session().identity().user()).isEqualTo("BOB");
    assertThat(scene.connection().negotiation().clientOs()).isEqualTo("DOS");
  }

  @Test
  void noUserAndNoPasswordIsAnonymous() {
    client.negotiated("NT LM 0.12");
    client.exchange(
        SMB_COM_SESSION_SETUP_ANDX,
        setup("", Bytes.of(new byte[1]), Bytes.EMPTY),
        setUp(0, Bytes.EMPTY));
    scene.end();
    assertThat(scene.session().anonymous()).isTrue();
    assertThat(scene.session().identity().mechanism()).isEqualTo("anonymous");
    assertThat(scene.session().identity().user()).isEmpty();
  }

  /** What the set-up tells of the client is told without NEGOTIATE, and without an answer. */
  @Test
  void theClientTellsItsSystem() {
    client.ask(block(SMB_COM_SESSION_SETUP_ANDX, setup("bob", octets(24), octets(24))));
    scene.end();
    assertThat(scene.connection().negotiation().clientOs()).isEqualTo("Unix");
    assertThat(scene.connection().negotiation().serverOs()).isNull();
    assertThat(scene.connection().negotiation().offered()).isEmpty();
  }

  /** SMB_SETUP_GUEST. [MS-CIFS] 2.2.4.53.2 */
  @Test
  void theServerSaysWhoIsGuest() {
    client.negotiated("NT LM 0.12");
    client.exchange(
        SMB_COM_SESSION_SETUP_ANDX, setup("bob", octets(24), octets(24)), setUp(1, Bytes.EMPTY));
    scene.end();
    assertThat(scene.session().guest()).isTrue();
  }

  @Test
  void aWrongPasswordIsToldAtOnce() {
    client.negotiated("NT LM 0.12");
    client.refuse(
        SMB_COM_SESSION_SETUP_ANDX, setup("bob", octets(24), octets(24)), NtStatus.LOGON_FAILURE);
    SessionEvent session = scene.session();
    assertThat(session.status()).isEqualTo("STATUS_LOGON_FAILURE");
    assertThat(session.established()).isFalse();
    assertThat(session.end()).isEqualTo("failed");
    assertThat(session.identity().user()).isEqualTo("bob");
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(1);
    scene.assertNothingHeld();
  }

  /** Without SMB_FLAGS2_NT_STATUS errors are DOS errors. */
  @Test
  void anOldServerHasDosErrors() {
    client.flags2 = 0;
    client.negotiated("LANMAN2.1");
    client.refuse(SMB_COM_SESSION_SETUP_ANDX, setup("bob", octets(24), Bytes.EMPTY), BAD_PASSWORD);
    assertThat(scene.session().status()).isEqualTo("ERRSRV/ERRbadpw");
    assertThat(scene.session().end()).isEqualTo("failed");
  }

  @Test
  void anUnansweredSetUpTellsWhoTried() {
    client.negotiated("NT LM 0.12");
    client.ask(block(SMB_COM_SESSION_SETUP_ANDX, setup("bob", octets(24), octets(24))));
    client.wire.close();
    assertThat(scene.session().identity().user()).isEqualTo("bob");
    assertThat(scene.session().status()).isNull();
    assertThat(scene.session().established()).isFalse();
    assertThat(scene.session().end()).isEqualTo("connection-closed");
    scene.assertNothingHeld();
  }

  @Test
  void aUidIsUsedAgainAfterLogOff() {
    client.usual();
    client.logOff();
    client.loggedOn(100, "bob").connected(7, "\\\\srv\\data", "A:");
    client.open(1, "of-bob.txt");
    client.logOff();
    assertThat(scene.told(SessionEvent.class))
        .extracting(session -> session.identity().user())
        .containsExactly("alice", "bob");
    assertThat(scene.told(SessionEvent.class))
        .extracting(SessionEvent::reauthentications)
        .containsOnly(0);
    assertThat(scene.file().user()).isEqualTo("LAB\\bob");
  }

  @Test
  void reauthenticationKeepsTheSession() {
    client.usual();
    client.loggedOn(100, "alice");
    scene.end();
    assertThat(scene.session().reauthentications()).isEqualTo(1);
    assertThat(scene.session().end()).isEqualTo("end-of-capture");
  }

  @Test
  void logOffEndsWhatWasOpen() {
    client.usual();
    client.open(1, "a.txt");
    client.logOff();
    assertThat(scene.file().end()).isEqualTo("logoff");
    assertThat(scene.tree().end()).isEqualTo("logoff");
    assertThat(scene.session().end()).isEqualTo("logoff");
    assertThat(scene.session().trees()).containsExactly("\\\\srv\\data");
    scene.end();
    scene.assertNothingHeld();
  }

  @Test
  void logOffOfOneUserLeavesTheOther() {
    client.usual();
    client.open(1, "of-alice.txt");
    client.loggedOn(101, "bob").connected(8, "\\\\srv\\other", "A:");
    client.open(2, "of-bob.txt");
    client.logOff();
    assertThat(scene.file().name()).isEqualTo("of-bob.txt");
    assertThat(scene.tree().path()).isEqualTo("\\\\srv\\other");
    assertThat(scene.session().identity().user()).isEqualTo("bob");
  }

  @Test
  void aRefusedLogOffEndsNothing() {
    client.usual();
    client.refuse(SMB_COM_LOGOFF_ANDX, NOTHING, NtStatus.ACCESS_DENIED);
    assertThat(scene.told(SessionEvent.class)).isEmpty();
  }

  // Signing

  @Test
  void signedMessagesAreCounted() {
    client.negotiated("NT LM 0.12");
    client.flags2 |= Smb1Client.SIGNED;
    client.loggedOn(100, "alice").connected(7, "\\\\srv\\data", "A:");
    client.signatureZero = false;
    client.read(1, 10);
    scene.end();
    assertThat(scene.session().signing().signedMessages()).isEqualTo(2);
    assertThat(scene.session().signing().unsignedMessages())
        .as("the signature of TREE_CONNECT_ANDX is zero")
        .isEqualTo(2);
    assertThat(scene.tree().signing().signedMessages()).isEqualTo(2);
    assertThat(scene.connection().signing().verdict()).isEqualTo(Signing.Verdict.PARTLY);
  }

  @Test
  void aSignatureWithoutTheFlagIsNone() {
    client.usual();
    client.signatureZero = false;
    client.read(1, 10);
    scene.end();
    assertThat(scene.session().signing().verdict()).isEqualTo(Signing.Verdict.UNSIGNED);
  }

  /** The server's request with MID 0xFFFF is never signed, nor answered. [MS-CIFS] 3.3.4.2 */
  @Test
  void anOplockBreakOfTheServerDoesNotCount() {
    client.negotiated("NT LM 0.12").loggedOn(100, "alice");
    Smb1Header header =
        new Smb1Header(
            SMB_COM_LOCKING_ANDX.code(), 0, 0, client.flags2, 0xFFFF_FFFFL, 7, 0, 0xFFFF, true);
    LockingAndX.Request broken = new LockingAndX.Request(1, 2, 0, 0, List.of(), List.of());
    client.wire.fromServer(
        new Smb1Message(55, header, List.of(block(SMB_COM_LOCKING_ANDX, broken)), 0));
    assertThat(scene.held()).as("no answer is awaited").isEqualTo(1);
    scene.end();
    assertThat(scene.connection().signing().verdict()).isEqualTo(Signing.Verdict.NONE);
    assertThat(scene.connection().commands()).containsEntry("SMB_COM_LOCKING_ANDX", 1L);
  }

  @Test
  void otherLockingCounts() {
    client.negotiated("NT LM 0.12").loggedOn(100, "alice");
    client.exchange(
        SMB_COM_LOCKING_ANDX, new LockingAndX.Request(1, 0, 0, 0, List.of(), List.of()), NOTHING);
    scene.end();
    assertThat(scene.session().signing().unsignedMessages()).isEqualTo(2);
  }

  @Test
  void aResponseWithoutRequestCounts() {
    client.negotiated("NT LM 0.12").loggedOn(100, "alice");
    client.mid = 500;
    client.answer(NtStatus.SUCCESS, block(SMB_COM_ECHO, NOTHING));
    scene.end();
    assertThat(scene.session().signing().unsignedMessages()).isEqualTo(1);
  }

  @Test
  void whatIsUsedWithoutItsStartIsInferred() {
    client.uid = 100;
    client.tid = 7;
    client.read(1, 10);
    scene.end();
    assertThat(scene.session().inferred()).isTrue();
    assertThat(scene.session().id()).isEqualTo("0x0064");
    assertThat(scene.tree().inferred()).isTrue();
    assertThat(scene.tree().id()).isEqualTo("0x0007");
    assertThat(scene.file().inferred()).isTrue();
    assertThat(scene.file().fileId()).isEqualTo("0x0001");
    assertThat(scene.file().bytesRead()).isEqualTo(10);
    assertThat(scene.connection().sessions()).containsExactly("0x0064");
    scene.assertNothingHeld();
  }
}
