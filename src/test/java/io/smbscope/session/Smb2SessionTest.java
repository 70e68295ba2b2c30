package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.TreeEvent;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SESSION_SETUP and LOGOFF on one connection. [MS-SMB2] 3.3.5.5, 3.3.5.6 */
class Smb2SessionTest {
  private final Scene scene = new Scene();
  private final Smb2Client client = new Smb2Client(scene.connect()).negotiated(0x0302);

  @Test
  void ntlmTellsWhoLogsOnInThreeMessages() {
    client.firstLeg(0xABC, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.recorded("samba-ntlmv2")));
    client.setUp(0);
    client.logOff();

    SessionEvent session = scene.session();
    assertThat(session.id()).isEqualTo("0x0000000000000abc");
    assertThat(session.status()).isEqualTo("STATUS_SUCCESS");
    assertThat(session.established()).isTrue();
    assertThat(session.inferred()).isFalse();
    assertThat(session.guest()).isFalse();
    assertThat(session.anonymous()).isFalse();
    assertThat(session.reauthentications()).isZero();
    assertThat(session.end()).isEqualTo("logoff");
    assertThat(session.start().packet()).as("the first SESSION_SETUP").isEqualTo(4);
    assertThat(session.at().packet()).as("the LOGOFF response").isEqualTo(9);
    assertThat(session.connections()).containsExactly(1L);
    assertThat(session.dialect()).isEqualTo("3.0.2");
    assertThat(session.client().ip()).isEqualTo("10.0.0.1");
    assertThat(session.server().ip()).isEqualTo("10.0.0.2");

    Identity identity = session.identity();
    assertThat(identity.mechanism()).isEqualTo("NTLMv2");
    assertThat(identity.rawNtlm()).isFalse();
    assertThat(identity.user()).isEqualTo("alice");
    assertThat(identity.domain()).isEqualTo("LABWG");
    assertThat(identity.workstation()).isEqualTo("FILESRV");
    assertThat(identity.targetName()).isEqualTo("FILESRV");
    assertThat(identity.serverNetbiosName()).isEqualTo("FILESRV");
    assertThat(identity.serverDnsName()).isEqualTo("vm");
    assertThat(identity.clientVersion()).isEqualTo("6.1.0");
    assertThat(identity.serverVersion()).isEqualTo("6.1.0");
  }

  @Test
  void ntlmsspMayComeWithoutSpnego() {
    client.firstLeg(1, Smb2Bodies.setup(Tokens.recorded("windows-raw-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.recorded("windows-raw-ntlmv2")));
    client.setUp(0);
    scene.end();
    Identity identity = scene.session().identity();
    assertThat(identity.rawNtlm()).isTrue();
    assertThat(identity.user()).isEqualTo("test");
    assertThat(identity.workstation()).isEqualTo("BABYBOOK");
    assertThat(identity.clientVersion()).isEqualTo("6.1.7600");
  }

  /** Kerberos needs one exchange, in which the server says the SessionId. */
  @Test
  void kerberosNamesRealmAndService() {
    client.ask(
        client.request(
            Smb2Command.SESSION_SETUP, Smb2Bodies.setup(Tokens.recorded("macos-ap-req"))));
    client.session = 0x20;
    client.answer(
        client.success(Smb2Command.SESSION_SETUP, new SessionSetup.Response(0, Bytes.EMPTY)));
    scene.end();

    SessionEvent session = scene.session();
    assertThat(session.id()).isEqualTo("0x0000000000000020");
    assertThat(session.established()).isTrue();
    assertThat(session.identity().mechanism()).isEqualTo("Kerberos");
    assertThat(session.identity().kerberosService()).startsWith("cifs/");
    assertThat(session.identity().kerberosRealm()).isNotEmpty();
    assertThat(session.identity().kerberosEncryption()).isNotEmpty();
    assertThat(session.identity().user()).as("it is in the encrypted part").isNull();
  }

  @Test
  void aWrongPasswordIsToldAtOnce() {
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.authenticate("LAB", "bob", "PC")));
    client.setUpFails(NtStatus.LOGON_FAILURE);

    SessionEvent session = scene.session();
    assertThat(session.status()).isEqualTo("STATUS_LOGON_FAILURE");
    assertThat(session.established()).isFalse();
    assertThat(session.end()).isEqualTo("failed");
    assertThat(session.identity().user()).isEqualTo("bob");
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(1);
    scene.assertNothingHeld();
  }

  /** The server may refuse the first leg, before there is a SessionId. */
  @Test
  void aRefusedFirstLegIsAFailedSession() {
    client.refuse(
        Smb2Command.SESSION_SETUP,
        Smb2Bodies.setup(Tokens.recorded("samba-negotiate")),
        NtStatus.INVALID_PARAMETER);

    assertThat(scene.session().status()).isEqualTo("STATUS_INVALID_PARAMETER");
    assertThat(scene.session().end()).isEqualTo("failed");
    assertThat(scene.session().established()).isFalse();
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(1);
  }

  @Test
  void twoFailuresAreTwoEvents() {
    for (String user : List.of("bob", "carol")) {
      client.session = 0;
      client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
      client.secondLeg(Smb2Bodies.setup(Tokens.authenticate("LAB", user, "PC")));
      client.setUpFails(NtStatus.LOGON_FAILURE);
    }
    assertThat(scene.told(SessionEvent.class))
        .extracting(session -> session.identity().user())
        .containsExactly("bob", "carol");
  }

  @Test
  void anEmptyUserIsAnonymous() {
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.recorded("samba-anonymous")));
    client.setUp(Smb2Client.SESSION_ANONYMOUS);
    scene.end();
    assertThat(scene.session().anonymous()).isTrue();
    assertThat(scene.session().identity().mechanism()).isEqualTo("anonymous");
    assertThat(scene.session().identity().user()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LAB, LAB\\bob", "'', bob"})
  void filesTellTheAccount(String domain, String account) {
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.authenticate(domain, "bob", "PC")));
    client.setUp(0);
    client.connected(1, "\\\\srv\\data");
    client.open("a.txt");
    scene.end();
    assertThat(scene.file().user()).isEqualTo(account);
    assertThat(scene.tree().user()).isEqualTo(account);
  }

  @Test
  void filesOfAnAnonymousSessionSaySo() {
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.recorded("samba-anonymous")));
    client.setUp(0);
    client.connected(1, "\\\\srv\\IPC$", Smb2Client.PIPE, 0);
    scene.end();
    assertThat(scene.tree().user()).isEqualTo("ANONYMOUS");
    assertThat(scene.session().anonymous()).as("though the server does not flag it").isTrue();
  }

  /** Old clients say in their first message where they come from. [MS-NLMP] 2.2.1.1 */
  @Test
  void theFirstMessageMayTellDomainAndWorkstation() {
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("smbtorture-negotiate-no-version")));
    client.wire.close();
    Identity identity = scene.session().identity();
    assertThat(identity.mechanism()).isEqualTo("NTLM");
    assertThat(identity.user()).isNull();
    assertThat(identity.domain()).isEqualTo("VNET3");
    assertThat(identity.workstation()).isEqualTo("BLU");
    assertThat(scene.session().established()).isFalse();
    assertThat(scene.session().status()).isEqualTo("STATUS_MORE_PROCESSING_REQUIRED");
    assertThat(scene.session().end()).isEqualTo("connection-closed");
  }

  @ParameterizedTest
  @CsvSource({"0, false, false, false", "1, true, false, false", "2, false, true, false"})
  void sessionFlagsAreTheServersWord(int flags, boolean guest, boolean anonymous, boolean demand) {
    client.loggedOn(9, "alice", flags);
    scene.end();
    assertThat(scene.session().guest()).isEqualTo(guest);
    assertThat(scene.session().anonymous()).isEqualTo(anonymous);
    assertThat(scene.session().encryption().demandedBySession()).isEqualTo(demand);
  }

  @Test
  void encryptDataDemandsEncryptionOfSessionAndConnection() {
    client.loggedOn(9, "alice", Smb2Client.SESSION_ENCRYPTS);
    scene.end();
    assertThat(scene.session().encryption().demandedBySession()).isTrue();
    assertThat(scene.connection().encryption().demandedBySession()).isTrue();
    assertThat(scene.connection().encryption().demandedByShare()).isFalse();
  }

  @Test
  void theSetUpsSecurityModeIsTheSessions() {
    client.firstLeg(9, new SessionSetup.Request(0, 3, 0, 0, Tokens.recorded("samba-negotiate")));
    client.secondLeg(
        new SessionSetup.Request(0, 3, 0, 0, Tokens.authenticate("LAB", "alice", "PC")));
    client.setUp(0);
    scene.end();
    assertThat(scene.session().signing().clientRequired()).isTrue();
    assertThat(scene.connection().signing().clientRequired()).as("NEGOTIATE's").isFalse();
  }

  @Test
  void reauthenticationKeepsTheSession() {
    client.loggedOn(9, "alice").connected(1, "\\\\srv\\data");
    client.loggedOn(9, "bob");
    client.open("after.txt");
    scene.end();

    SessionEvent session = scene.session();
    assertThat(session.reauthentications()).isEqualTo(1);
    assertThat(session.established()).isTrue();
    assertThat(session.identity().user()).as("who it is now").isEqualTo("bob");
    assertThat(session.end()).isEqualTo("end-of-capture");
    assertThat(scene.file("after.txt").user()).isEqualTo("LAB\\bob");
    assertThat(scene.file("after.txt").share()).isEqualTo("\\\\srv\\data");
  }

  /** A server frees a session whose re-authentication fails. [MS-SMB2] 3.3.5.5.3 */
  @Test
  void failedReauthenticationEndsTheSession() {
    client.loggedOn(9, "alice").connected(1, "\\\\srv\\data");
    client.open("open.txt");
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.authenticate("LAB", "bob", "PC")));
    client.setUpFails(NtStatus.LOGON_FAILURE);

    assertThat(scene.told(SessionEvent.class)).hasSize(2);
    SessionEvent attempt = scene.told(SessionEvent.class).get(0);
    assertThat(attempt.established()).isFalse();
    assertThat(attempt.identity().user()).as("who tried").isEqualTo("bob");
    assertThat(attempt.end()).isEqualTo("failed");
    SessionEvent session = scene.told(SessionEvent.class).get(1);
    assertThat(session.established()).as("it was usable").isTrue();
    assertThat(session.identity().user()).as("whose it was").isEqualTo("alice");
    assertThat(session.status()).isEqualTo("STATUS_LOGON_FAILURE");
    assertThat(session.end()).isEqualTo("failed");
    assertThat(session.reauthentications()).isZero();
    assertThat(scene.file("open.txt").end()).isEqualTo("failed");
    assertThat(scene.tree().end()).isEqualTo("failed");
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(2);
    scene.assertNothingHeld();
  }

  @Test
  void logOffEndsWhatWasOpen() {
    client.loggedOn(9, "alice").connected(1, "\\\\srv\\data");
    client.open("a.txt");
    client.logOff();

    assertThat(scene.file().end()).isEqualTo("logoff");
    assertThat(scene.tree().end()).isEqualTo("logoff");
    assertThat(scene.session().end()).isEqualTo("logoff");
    assertThat(scene.session().trees()).containsExactly("\\\\srv\\data");
    assertThat(scene.outcomes())
        .extracting(Object::getClass)
        .as("from the inside out")
        .isEqualTo(List.of(FileEvent.class, TreeEvent.class, SessionEvent.class));
    scene.end();
    scene.assertNothingHeld();
  }

  @Test
  void aRefusedLogOffEndsNothing() {
    client.loggedOn(9, "alice");
    client.refuse(
        Smb2Command.LOGOFF, new io.smbscope.smb.smb2.Logoff.Request(), NtStatus.ACCESS_DENIED);
    assertThat(scene.outcomes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FIN, connection-closed",
    "RST, connection-closed",
    "REUSED, connection-closed",
    "IDLE, connection-closed",
    "EVICTED, evicted",
    "END_OF_CAPTURE, end-of-capture"
  })
  void theEndOfTheConnectionEndsTheSession(EndReason reason, String end) {
    client.loggedOn(9, "alice");
    client.wire.close(reason);
    assertThat(scene.session().end()).isEqualTo(end);
    assertThat(scene.connection().sessions()).containsExactly("0x0000000000000009");
    scene.assertNothingHeld();
  }

  @Test
  void aSecondLegWithoutAnswerTellsWhoTried() {
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.authenticate("LAB", "bob", "PC")));
    scene.end();

    SessionEvent session = scene.session();
    assertThat(session.established()).isFalse();
    assertThat(session.status()).isEqualTo("STATUS_MORE_PROCESSING_REQUIRED");
    assertThat(session.identity().user()).isEqualTo("bob");
    assertThat(session.end()).isEqualTo("end-of-capture");
    scene.assertNothingHeld();
  }

  @Test
  void aFirstLegWithoutAnswerIsAnAttempt() {
    client.ask(
        client.request(
            Smb2Command.SESSION_SETUP, Smb2Bodies.setup(Tokens.recorded("samba-negotiate"))));
    scene.end();

    SessionEvent session = scene.session();
    assertThat(session.established()).isFalse();
    assertThat(session.status()).isNull();
    assertThat(session.identity().mechanism()).isEqualTo("NTLM");
    assertThat(session.end()).isEqualTo("end-of-capture");
    scene.assertNothingHeld();
  }

  @Test
  void aClientThatComesBackReplacesItsOldSession() {
    client.loggedOn(9, "alice").connected(1, "\\\\srv\\data");
    client.open("a.txt");
    Smb2Client again = new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0302);
    again.firstLeg(10, Smb2Bodies.setupAfter(9, Tokens.recorded("samba-negotiate")));
    again.secondLeg(Smb2Bodies.setupAfter(9, Tokens.authenticate("LAB", "alice", "PC")));
    again.setUp(0);

    assertThat(scene.session().id()).isEqualTo("0x0000000000000009");
    assertThat(scene.session().end()).isEqualTo("replaced");
    assertThat(scene.tree().end()).isEqualTo("replaced");
    assertThat(scene.file().end()).isEqualTo("replaced");
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(2);
    scene.assertNothingHeld();
  }

  /** Accounts have no case, and Kerberos hides them. */
  @ParameterizedTest
  @CsvSource({"samba-ntlmv2, ALICE", "macos-ap-req, ALICE", "samba-ntlmv2, ''"})
  void theOldSessionIsReplacedUnlessItsUserIsAnother(String token, String later) {
    boolean same = !later.isEmpty();
    client.firstLeg(9, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    client.secondLeg(Smb2Bodies.setup(Tokens.recorded(token)));
    client.setUp(0);
    Smb2Client again = new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0302);
    again.firstLeg(10, Smb2Bodies.setupAfter(9, Tokens.recorded("samba-negotiate")));
    again.secondLeg(
        Smb2Bodies.setupAfter(9, Tokens.authenticate("labwg", same ? later : "mallory", "PC")));
    again.setUp(0);
    assertThat(scene.told(SessionEvent.class)).hasSize(same ? 1 : 0);
  }

  /** The server compares the users. [MS-SMB2] 3.3.5.5.3 */
  @Test
  void nobodyReplacesTheSessionOfAnotherUser() {
    client.loggedOn(9, "alice");
    Smb2Client other = new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0302);
    other.firstLeg(10, Smb2Bodies.setupAfter(9, Tokens.recorded("samba-negotiate")));
    other.secondLeg(Smb2Bodies.setupAfter(9, Tokens.authenticate("LAB", "mallory", "PC")));
    other.setUp(0);
    assertThat(scene.told(SessionEvent.class)).isEmpty();
  }

  @Test
  void twoSessionsOfOneConnectionAreTwo() {
    client.loggedOn(9, "alice");
    client.session = 0;
    client.loggedOn(10, "bob");
    scene.end();
    assertThat(scene.told(SessionEvent.class))
        .extracting(SessionEvent::id, session -> session.identity().user())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("0x0000000000000009", "alice"),
            org.assertj.core.groups.Tuple.tuple("0x000000000000000a", "bob"));
    assertThat(scene.connection().sessions())
        .containsExactly("0x0000000000000009", "0x000000000000000a");
  }
}
