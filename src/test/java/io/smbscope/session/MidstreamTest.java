package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Encryption.Verdict;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.smb.CompressedMessage;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Logoff;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures that do not hold the start of what they show. */
class MidstreamTest {
  private static final long FSCTL_VALIDATE_NEGOTIATE_INFO = 0x0014_0204L;

  private final Scene scene = new Scene();
  private final Wire wire = scene.flow().midstream().open();
  private final Smb2Client client = new Smb2Client(wire);

  MidstreamTest() {
    client.session = 9;
    client.tree = 5;
  }

  private ConnectionEvent ended() {
    scene.end();
    scene.assertNothingHeld();
    return scene.connection();
  }

  @Test
  void sessionTreeAndOpenAreInferredFromOneRead() {
    client.read(new FileId(1, 2), 100);
    ConnectionEvent connection = ended();

    SessionEvent session = scene.session();
    assertThat(session.id()).isEqualTo("0x0000000000000009");
    assertThat(session.inferred()).isTrue();
    assertThat(session.established()).isTrue();
    assertThat(session.status()).isNull();
    assertThat(session.identity()).isNull();
    assertThat(session.start().packet()).as("the first message with its id").isEqualTo(2);
    assertThat(scene.tree().inferred()).isTrue();
    assertThat(scene.tree().path()).isNull();
    FileEvent file = scene.file();
    assertThat(file.inferred()).isTrue();
    assertThat(file.bytesRead()).isEqualTo(100);
    assertThat(file.user()).isNull();
    assertThat(connection.midstream()).isTrue();
    assertThat(connection.negotiation()).isNull();
  }

  @Test
  void aPlainMessageShowsSomeSmb2() {
    client.read(new FileId(1, 2), 100);
    ConnectionEvent connection = ended();
    assertThat(connection.dialect()).isEqualTo("SMB2");
    assertThat(connection.inferred()).containsExactly("dialect");
    assertThat(connection.encryption().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void anEncryptedMessageShowsSomeSmb3() {
    client.encrypted(152, 152);
    client.read(new FileId(1, 2), 100);
    assertThat(ended().dialect()).isEqualTo("SMB3");
  }

  @Test
  void aCompressedMessageShowsSomeSmb3() {
    client.read(new FileId(1, 2), 100);
    wire.fromServer(new CompressedMessage(100, false, 400, 0, List.of(2), null));
    assertThat(ended().dialect()).isEqualTo("SMB3");
  }

  /** The server repeats what it had negotiated. [MS-SMB2] 2.2.32.6 */
  @Test
  void validationTellsTheDialect() {
    validate();
    assertThat(ended().dialect()).isEqualTo("3.0.2");
    assertThat(scene.connection().inferred()).containsExactly("dialect");
    assertThat(scene.session().dialect()).isEqualTo("3.0.2");
  }

  @Test
  void whatFollowsDoesNotMakeAValidatedDialectVaguer() {
    validate();
    client.read(new FileId(1, 2), 100);
    client.encrypted(152, 152);
    assertThat(ended().dialect()).isEqualTo("3.0.2");
  }

  private void validate() {
    client.exchange(
        Smb2Command.IOCTL,
        Smb2Bodies.ioctl(FSCTL_VALIDATE_NEGOTIATE_INFO, FileId.OF_COMPOUND, 26),
        Smb2Bodies.controlled(
            FSCTL_VALIDATE_NEGOTIATE_INFO,
            FileId.OF_COMPOUND,
            24,
            new IoctlData.ValidateNegotiateResponse(0x7F, Smb2Bodies.SERVER_GUID, 1, 0x0302)));
  }

  /** It confirms what was negotiated; it is no second source. */
  @Test
  void validationDoesNotChangeWhatWasSeen() {
    Scene whole = new Scene();
    Smb2Client known = new Smb2Client(whole.connect()).negotiated(0x0300).loggedOn(1, "alice");
    known.exchange(
        Smb2Command.IOCTL,
        Smb2Bodies.ioctl(FSCTL_VALIDATE_NEGOTIATE_INFO, FileId.OF_COMPOUND, 26),
        Smb2Bodies.controlled(
            FSCTL_VALIDATE_NEGOTIATE_INFO,
            FileId.OF_COMPOUND,
            24,
            new IoctlData.ValidateNegotiateResponse(0x7F, Smb2Bodies.SERVER_GUID, 1, 0x0302)));
    whole.end();
    assertThat(whole.connection().dialect()).isEqualTo("3.0");
    assertThat(whole.connection().inferred()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {NtStatus.USER_SESSION_DELETED, NtStatus.NETWORK_SESSION_EXPIRED})
  void aSessionTheServerDeniesIsNone(long status) {
    client.refuse(Smb2Command.READ, Smb2Bodies.read(new FileId(1, 2), 10), status);
    ended();
    assertThat(scene.told(SessionEvent.class)).isEmpty();
    assertThat(scene.told(FileEvent.class)).isEmpty();
  }

  @Test
  void aRequestAloneDoesNotShowASession() {
    client.ask(client.request(Smb2Command.READ, Smb2Bodies.read(new FileId(1, 2), 10)));
    ended();
    assertThat(scene.told(SessionEvent.class)).isEmpty();
  }

  @Test
  void anErrorShowsASessionAsWell() {
    client.refuse(Smb2Command.READ, Smb2Bodies.read(new FileId(1, 2), 10), NtStatus.FILE_CLOSED);
    ended();
    assertThat(scene.session().inferred()).isTrue();
    assertThat(scene.told(FileEvent.class)).isEmpty();
  }

  @Test
  void aLogOffShowsTheSessionItEnds() {
    client.exchange(Smb2Command.LOGOFF, new Logoff.Request(), new Logoff.Response());
    assertThat(scene.session().inferred()).isTrue();
    assertThat(scene.session().end()).isEqualTo("logoff");
  }

  /** Re-authentication of a session whose set-up was not seen. */
  @Test
  void anInferredSessionMayTellItsUserLater() {
    client.read(new FileId(1, 2), 100);
    client.loggedOn(9, "alice");
    client.close(new FileId(1, 2));
    ended();
    assertThat(scene.session().reauthentications()).isEqualTo(1);
    assertThat(scene.session().identity().user()).isEqualTo("alice");
    assertThat(scene.file().user()).isEqualTo("LAB\\alice");
  }

  /** Only the last exchange of the set-up is in the capture. */
  @Test
  void aSetUpWhoseRequestWasNotSeenIsInferred() {
    client.answer(
        client
            .success(
                Smb2Command.SESSION_SETUP,
                new io.smbscope.smb.smb2.SessionSetup.Response(
                    Smb2Client.SESSION_GUEST, io.smbscope.base.Bytes.EMPTY))
            .id(3));
    ended();
    assertThat(scene.session().inferred()).isTrue();
    assertThat(scene.session().established()).isTrue();
    assertThat(scene.session().guest()).isTrue();
    assertThat(scene.session().status()).isEqualTo("STATUS_SUCCESS");
  }

  /** The first packet was the server's: its response flag tells who is who. */
  @Test
  void rolesAreSwappedWhenAResponseComesFromTheClient() {
    client.session = 9;
    wire.fromClient(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(5)).id(7).message());
    wire.fromServer(
        client.request(Smb2Command.READ, Smb2Bodies.read(new FileId(1, 2), 9)).id(8).message());
    wire.fromClient(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(9)).id(8).message());

    ConnectionEvent connection = ended();
    assertThat(connection.client().ip()).isEqualTo("10.0.0.2");
    assertThat(connection.client().port()).isEqualTo(445);
    assertThat(connection.server().ip()).isEqualTo("10.0.0.1");
    assertThat(connection.server().mac()).isEqualTo("02:00:00:00:00:01");
    assertThat(connection.inferred()).containsExactly("dialect", "client", "server");
    assertThat(connection.traffic().clientPackets()).isEqualTo(Wire.SERVER.packets());
    assertThat(connection.traffic().serverPackets()).isEqualTo(Wire.CLIENT.packets());
    assertThat(connection.traffic().clientBytes()).isEqualTo(Wire.SERVER.bytes());
    assertThat(connection.traffic().serverBytes()).isEqualTo(Wire.CLIENT.bytes());
    assertThat(scene.session().client().ip()).isEqualTo("10.0.0.2");
    assertThat(scene.file().server().ip()).isEqualTo("10.0.0.1");
    assertThat(scene.file().bytesRead()).isEqualTo(9);
  }

  /** Whoever sent the SYN is the client, whatever the flags of its messages say. */
  @Test
  void rolesAreNotSwappedWhenTheHandshakeWasSeen() {
    Scene whole = new Scene();
    Wire known = whole.connect();
    known.fromClient(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(5)).id(7).message());
    whole.end();
    assertThat(whole.connection().client().ip()).isEqualTo("10.0.0.1");
    assertThat(whole.connection().inferred()).containsExactly("dialect");
  }

  /** A late NEGOTIATE tells which server it is; what was known by its address stays known. */
  @Test
  void aNegotiationAfterAllDoesNotLoseTheSession() {
    client.read(new FileId(1, 2), 100);
    client.negotiated(0x0302);
    client.read(new FileId(1, 2), 100);
    wire.close(EndReason.RST);
    assertThat(scene.session().inferred()).isTrue();
    assertThat(scene.file().bytesRead()).isEqualTo(200);
    scene.assertNothingHeld();
  }
}
