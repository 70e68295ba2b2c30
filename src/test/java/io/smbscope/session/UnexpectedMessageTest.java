package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.NtStatus;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb2.Echo;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that a correct client or server does not send. */
class UnexpectedMessageTest {
  private static final Smb2Body ECHO = new Echo.Request();

  private final Scene scene = new Scene();

  private List<String> unexpected() {
    return scene.told(AnomalyEvent.class).stream()
        .filter(event -> event.anomaly().kind() == AnomalyKind.UNEXPECTED_MESSAGE)
        .map(event -> event.anomaly().section() + ": " + event.anomaly().detail())
        .toList();
  }

  private static Smb2Packet echo(long id) {
    return Smb2Packet.request(Smb2Command.ECHO, ECHO).id(id).session(0x77);
  }

  private static Smb2Packet echoed(long id) {
    return Smb2Packet.response(Smb2Command.ECHO, NtStatus.SUCCESS, new Echo.Response())
        .id(id)
        .session(0x77);
  }

  @Test
  void ordinary() {
    Smb2Client client = Smb2Client.at(scene);
    FileId file = client.open("a.txt");
    client.read(file, 100);
    client.close(file);
    client.logOff();

    assertThat(unexpected()).isEmpty();
  }

  @Test
  void messageIdAgain() {
    Smb2Client client = Smb2Client.at(scene);
    client.ask(echo(1));
    client.ask(echo(1));

    assertThat(unexpected()).containsExactly("MS-SMB2 3.3.5.2.3: request with MessageId 1 again");
  }

  @Test
  void beyondTheCredits() {
    Smb2Client.at(scene).ask(echo(5_000));

    assertThat(unexpected())
        .singleElement()
        .asString()
        .startsWith("MS-SMB2 3.3.5.2.3: request with MessageId 5000 where credits go up to ");
  }

  @Test
  void beyondTheCreditsThatAreNotKnown() {
    Smb2Client client = Smb2Client.at(scene);
    client.wire.fromClient(new TransformMessage(100, 0x77, 1, 48));
    client.ask(echo(5_000));

    assertThat(unexpected()).isEmpty();
  }

  @Test
  void responseWithoutRequest() {
    Smb2Client client = Smb2Client.at(scene);
    client.answer(echoed(900));

    assertThat(unexpected())
        .containsExactly(
            "MS-SMB2 3.2.5.1.2: response to ECHO with MessageId 900 that nobody asked for");
  }

  @Test
  void responseWhoseRequestWasLost() {
    Smb2Client client = Smb2Client.at(scene);
    lose(client);
    client.answer(echoed(900));

    assertThat(unexpected()).isEmpty();
  }

  @Test
  void refusalInClearOfWhatWasEncrypted() {
    Smb2Client client = Smb2Client.at(scene);
    client.wire.fromClient(new TransformMessage(100, 0x77, 1, 48));
    client.answer(
        Smb2Packet.response(Smb2Command.CREATE, NtStatus.USER_SESSION_DELETED, Smb2Packet.ERROR)
            .id(9)
            .session(0x77));

    assertThat(unexpected()).isEmpty();
  }

  private void lose(Smb2Client client) {
    scene.tracker.anomaly(
        new Anomaly(AnomalyKind.TCP_GAP, scene.next(), client.wire.id(), "", "300 octets"));
  }

  @Test
  void responseFromClientAndRequestFromServer() {
    Smb2Client client = Smb2Client.at(scene);
    client.wire.fromClient(echoed(900).message());
    client.wire.fromServer(echo(901).message());

    assertThat(unexpected())
        .filteredOn(told -> told.startsWith("MS-SMB2 2.2.1"))
        .as("once for each connection")
        .containsExactly("MS-SMB2 2.2.1: response from the client");
  }

  @Test
  void readLargerThanAgreed() {
    Smb2Client client = Smb2Client.at(scene);
    FileId file = client.open("a.txt");
    client.ask(
        client.request(Smb2Command.READ, new Read.Request(0, 0x1000_0000L, 0, file, 0, 0, 0)));

    assertThat(unexpected()).singleElement().asString().startsWith("MS-SMB2 3.3.5.12: READ of ");
  }

  @Test
  void sessionOfAnotherConnection() {
    Smb2Client.at(scene);
    Smb2Client other =
        new Smb2Client(scene.flow().client(3).ports(50_009, 445).open()).negotiated(0x0302);
    other.ask(echo(1));
    other.answer(echoed(1));

    assertThat(unexpected())
        .containsExactly(
            "MS-SMB2 3.3.5.2.9: session 0x0000000000000077 is used, but was not set up on this"
                + " connection");
  }

  @Test
  void sessionOfAnotherConnectionThatTheServerRefuses() {
    Smb2Client.at(scene);
    Smb2Client other =
        new Smb2Client(scene.flow().client(3).ports(50_009, 445).open()).negotiated(0x0302);
    other.ask(echo(1));
    other.answer(
        Smb2Packet.response(Smb2Command.ECHO, NtStatus.USER_SESSION_DELETED, Smb2Packet.ERROR)
            .id(1)
            .session(0x77));

    assertThat(unexpected()).isEmpty();
  }

  @Test
  void tooManyRequests() {
    Smb2Client client = Smb2Client.at(scene);
    for (int i = 0; i < 1_025; i++) {
      client.ask(echo(100 + i));
    }

    assertThat(unexpected()).contains("MS-SMB2 3.3.1.2: 1024 requests without response");
  }

  @Test
  void startOfFileChanged() {
    assertThat(written("MZ begins a program.", "PK begins an archive").altered()).isTrue();
  }

  @Test
  void startOfFileWrittenAgainOrFilledIn() {
    assertThat(written("MZ begins a program.", "MZ begins a program.").altered()).isFalse();
    assertThat(written("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "MZ begins a program").altered())
        .isFalse();
  }

  private static ContentEvent written(String first, String then) {
    Scene scene = new Scene();
    Smb2Client client = Smb2Client.at(scene);
    Transferring transferring = new Transferring(client);
    FileId file = client.open("a.exe");
    transferring.write(file, 0, first.getBytes(StandardCharsets.US_ASCII));
    transferring.write(file, 0, then.getBytes(StandardCharsets.US_ASCII));
    client.close(file);
    return scene.only(ContentEvent.class);
  }
}
