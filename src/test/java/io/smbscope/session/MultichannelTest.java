package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.smb.smb2.FileId;
import org.junit.jupiter.api.Test;

/** One session over several connections. [MS-SMB2] 3.3.5.5.2, 3.3.5.5.3 */
class MultichannelTest {
  private final Scene scene = new Scene();
  private final Smb2Client first =
      new Smb2Client(scene.connect())
          .negotiated(0x0311)
          .loggedOn(9, "alice")
          .connected(4, "\\\\srv\\data");
  private final Smb2Client second =
      new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0311);

  private void bind() {
    second.session = 9;
    second.firstLeg(9, Smb2Bodies.bind(Tokens.recorded("samba-negotiate")));
    second.secondLeg(Smb2Bodies.bind(Tokens.authenticate("LAB", "alice", "PC")));
  }

  private void bound() {
    bind();
    second.setUp(0);
    second.tree = 4;
  }

  @Test
  void aBoundConnectionIsOneMoreOfTheSession() {
    bound();
    scene.end();
    SessionEvent session = scene.session();
    assertThat(session.connections()).containsExactly(first.wire.id(), second.wire.id());
    assertThat(session.reauthentications()).as("binding is none").isZero();
    assertThat(scene.told(ConnectionEvent.class))
        .extracting(ConnectionEvent::sessions)
        .allSatisfy(ids -> assertThat(ids).containsExactly("0x0000000000000009"));
    scene.assertNothingHeld();
  }

  @Test
  void aFailedBindingChangesNothing() {
    FileId file = first.open("a.txt");
    bind();
    second.setUpFails(NtStatus.ACCESS_DENIED);

    SessionEvent attempt = scene.session();
    assertThat(attempt.end()).isEqualTo("failed");
    assertThat(attempt.established()).isFalse();
    assertThat(attempt.status()).isEqualTo("STATUS_ACCESS_DENIED");
    assertThat(attempt.connections()).containsExactly(second.wire.id());
    assertThat(scene.told(FileEvent.class)).isEmpty();

    second.wire.close();
    first.close(file);
    first.logOff();
    SessionEvent session = scene.told(SessionEvent.class).get(1);
    assertThat(session.connections()).containsExactly(first.wire.id());
    assertThat(session.end()).isEqualTo("logoff");
    assertThat(session.status()).isEqualTo("STATUS_SUCCESS");
  }

  @Test
  void anOpenIsUsedOnAnyChannel() {
    FileId file = first.open("a.txt");
    bound();
    second.read(file, 100);
    second.read(file, 100);
    first.read(file, 50);
    second.close(file);

    FileEvent event = scene.file();
    assertThat(event.connection()).isEqualTo(first.wire.id());
    assertThat(event.otherConnections()).containsExactly(second.wire.id());
    assertThat(event.reads()).isEqualTo(3);
    assertThat(event.bytesRead()).isEqualTo(250);
    assertThat(event.share()).isEqualTo("\\\\srv\\data");
  }

  @Test
  void anOpenMadeOnTheSecondChannelIsOfTheSecond() {
    bound();
    second.close(second.open("b.txt"));
    assertThat(scene.file().connection()).isEqualTo(second.wire.id());
    assertThat(scene.file().otherConnections()).isEmpty();
    assertThat(scene.file().session()).isEqualTo("0x0000000000000009");
  }

  @Test
  void theSessionLivesAsLongAsOneOfItsConnections() {
    bound();
    FileId file = first.open("a.txt");
    first.wire.close();
    assertThat(scene.told(SessionEvent.class)).isEmpty();
    assertThat(scene.told(FileEvent.class)).isEmpty();

    second.read(file, 10);
    second.wire.close();
    assertThat(scene.session().end()).isEqualTo("connection-closed");
    assertThat(scene.file().bytesRead()).isEqualTo(10);
    assertThat(scene.file().end()).isEqualTo("connection-closed");
    scene.assertNothingHeld();
  }

  @Test
  void logOffOnOneChannelEndsTheSessionOnAll() {
    bound();
    second.logOff();
    assertThat(scene.session().end()).isEqualTo("logoff");
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(1);
    scene.assertNothingHeld();
  }

  /** The bind was not seen, but the server answers for the session. */
  @Test
  void aChannelWhoseBindingWasNotSeenIsKnownByItsUse() {
    FileId file = first.open("a.txt");
    second.session = 9;
    second.tree = 4;
    second.read(file, 10);
    second.close(file);
    scene.end();
    assertThat(scene.file().otherConnections()).containsExactly(second.wire.id());
    assertThat(scene.session().connections()).containsExactly(first.wire.id(), second.wire.id());
  }

  /** SessionIds are of one server; two servers may use the same. */
  @Test
  void theSameIdAtAnotherServerIsAnotherSession() {
    Smb2Client elsewhere = new Smb2Client(scene.flow().server(3).open());
    elsewhere.session = 9;
    elsewhere.tree = 4;
    elsewhere.open("c.txt");
    scene.end();
    assertThat(scene.told(SessionEvent.class)).hasSize(2);
    assertThat(scene.file().session()).isEqualTo("0x0000000000000009");
    assertThat(scene.file().user()).isNull();
  }

  /** Channels of a session come from one client. */
  @Test
  void theSameIdFromAnotherClientIsNoChannel() {
    Smb2Client stranger = new Smb2Client(scene.flow().client(66).midstream().open());
    stranger.session = 9;
    stranger.refuse(
        io.smbscope.smb.smb2.Smb2Command.LOGOFF,
        new io.smbscope.smb.smb2.Logoff.Request(),
        NtStatus.USER_SESSION_DELETED);
    scene.end();
    assertThat(scene.session().connections()).containsExactly(first.wire.id());
    assertThat(scene.session().client().ip()).isEqualTo("10.0.0.1");
  }

  /** What is still unanswered when its session ends may be answered later, and is not lost. */
  @Test
  void anOpenThatOutlivesItsSessionIsTold() {
    first.ask(
        first.request(
            io.smbscope.smb.smb2.Smb2Command.CREATE, new Smb2Bodies.Wish("late.txt").body()));
    bound();
    second.logOff();
    first.answer(
        first.success(
            io.smbscope.smb.smb2.Smb2Command.CREATE,
            new Smb2Bodies.Grant(new FileId(1, 1)).body()));
    scene.end();
    assertThat(scene.file("late.txt").status()).isEqualTo("STATUS_SUCCESS");
    assertThat(scene.told(SessionEvent.class)).hasSize(1);
    scene.assertNothingHeld();
  }
}
