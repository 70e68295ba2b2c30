package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.FileEvent;
import io.smbscope.session.Smb2Bodies.Grant;
import io.smbscope.session.Smb2Bodies.Wish;
import io.smbscope.smb.smb2.Cancel;
import io.smbscope.smb.smb2.ChangeNotify;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.QueryInfo;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Compounded and asynchronous requests. [MS-SMB2] 3.2.4.1.4, 3.3.5.2.7, 3.3.4.2 */
class CompoundTest {
  private static final long RELATED_SESSION = -1;
  private static final long RELATED_TREE = 0xFFFF_FFFFL;

  private final Scene scene = new Scene();
  private final Smb2Client client = Smb2Client.at(scene);

  private static Smb2Body query(FileId fileId) {
    return new QueryInfo.Request(1, 18, 4096, 0, 0, 0, fileId);
  }

  @Test
  void createQueryAndCloseInOneAreOneFile() {
    long first = 200;
    client.ask(client.request(Smb2Command.CREATE, new Wish("a.txt").body()).id(first));
    client.ask(request(Smb2Command.READ, Smb2Bodies.read(FileId.OF_COMPOUND, 10), 1, first + 1));
    client.ask(request(Smb2Command.QUERY_INFO, query(FileId.OF_COMPOUND), 2, first + 2));
    client.ask(request(Smb2Command.CLOSE, Smb2Bodies.close(FileId.OF_COMPOUND), 3, first + 3));
    client.answer(client.success(Smb2Command.CREATE, new Grant(new FileId(5, 6)).body()).id(first));
    answer(Smb2Command.READ, Smb2Bodies.octetsRead(10), 1, first + 1);
    answer(Smb2Command.QUERY_INFO, new QueryInfo.Response(100), 2, first + 2);
    answer(Smb2Command.CLOSE, Smb2Bodies.closed(), 3, first + 3);

    FileEvent event = scene.file();
    assertThat(event.name()).isEqualTo("a.txt");
    assertThat(event.bytesRead()).isEqualTo(10);
    assertThat(event.end()).isEqualTo("close");
    scene.end();
    assertThat(scene.told(FileEvent.class)).hasSize(1);
    assertThat(scene.session().connections()).hasSize(1);
    scene.assertNothingHeld();
  }

  /** A related request: it says of session, tree and file that they are those before it. */
  private Smb2Packet request(Smb2Command command, Smb2Body body, int index, long id) {
    return client
        .request(command, body)
        .id(id)
        .session(RELATED_SESSION)
        .tree(RELATED_TREE)
        .related(index);
  }

  private void answer(Smb2Command command, Smb2Body body, int index, long id) {
    client.answer(client.success(command, body).related(index).id(id));
  }

  /** What follows a refused CREATE fails with it. [MS-SMB2] 3.3.5.2.7.2 */
  @Test
  void afterARefusedCreateNothingIsOpen() {
    client.ask(client.request(Smb2Command.CREATE, new Wish("none").body()).id(200));
    client.ask(request(Smb2Command.CLOSE, Smb2Bodies.close(FileId.OF_COMPOUND), 1, 201));
    client.answer(client.error(Smb2Command.CREATE, NtStatus.OBJECT_NAME_NOT_FOUND).id(200));
    client.answer(
        client.error(Smb2Command.CLOSE, NtStatus.OBJECT_NAME_NOT_FOUND).related(1).id(201));
    scene.end();
    assertThat(scene.file().end()).isEqualTo("refused");
    scene.assertNothingHeld();
  }

  /** Unrelated requests of one compound each say their session, tree and file. */
  @Test
  void unrelatedRequestsAreOnTheirOwn() {
    FileId one = client.open("one");
    FileId two = client.open("two");
    client.ask(client.request(Smb2Command.READ, Smb2Bodies.read(one, 10)).id(200).at(0));
    client.ask(client.request(Smb2Command.READ, Smb2Bodies.read(two, 20)).id(201).at(1));
    client.answer(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(20)).id(201).at(0));
    client.answer(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(10)).id(200).at(1));
    scene.end();
    assertThat(scene.file("one").bytesRead()).isEqualTo(10);
    assertThat(scene.file("two").bytesRead()).isEqualTo(20);
  }

  /** The FileId of a compound means nothing outside of one. */
  @Test
  void theFileIdOfACompoundAloneIsNoFile() {
    client.exchange(
        Smb2Command.READ, Smb2Bodies.read(FileId.OF_COMPOUND, 10), Smb2Bodies.octetsRead(10));
    scene.end();
    assertThat(scene.told(FileEvent.class)).isEmpty();
  }

  @Test
  void anInterimResponseIsNotTheAnswer() {
    client.ask(client.request(Smb2Command.CREATE, new Wish("a.txt").body()));
    scene.pass(Duration.ofMillis(5));
    client.answer(client.error(Smb2Command.CREATE, NtStatus.PENDING).async(0x55));
    assertThat(scene.told(FileEvent.class)).isEmpty();
    scene.pass(Duration.ofSeconds(2));
    client.answer(
        client.success(Smb2Command.CREATE, new Grant(new FileId(5, 6)).body()).async(0x55));
    client.close(new FileId(5, 6));

    FileEvent event = scene.file();
    assertThat(event.name()).isEqualTo("a.txt");
    assertThat(event.status()).isEqualTo("STATUS_SUCCESS");
    assertThat(event.responseNanos())
        .as("to the final response")
        .isEqualTo(Duration.ofMillis(2007).toNanos());
    assertThat(event.tree()).as("an async header says no tree").isEqualTo("0x00000005");
    assertThat(event.share()).isEqualTo("\\\\srv\\data");
  }

  /** An async header says no tree, so an unknown one is the request's. */
  @Test
  void anAsyncOpenIsInTheTreeItsRequestNamed() {
    client.tree = 7;
    client.ask(client.request(Smb2Command.CREATE, new Wish("a.txt").body()));
    client.answer(
        client.success(Smb2Command.CREATE, new Grant(new FileId(5, 6)).body()).async(0x55));
    scene.end();
    assertThat(scene.file().tree()).isEqualTo("0x00000007");
  }

  @Test
  void aCancelledWatchEndsWithItsStatus() {
    FileId dir = client.open("dir", wish -> {}, grant -> grant.attributes = 0x10);
    client.ask(
        client
            .request(Smb2Command.CHANGE_NOTIFY, new ChangeNotify.Request(1, 4096, dir, 0x17))
            .id(300));
    client.answer(client.error(Smb2Command.CHANGE_NOTIFY, NtStatus.PENDING).id(300).async(1));
    client.ask(client.request(Smb2Command.CANCEL, new Cancel.Request()).id(300).async(1));
    client.answer(client.error(Smb2Command.CHANGE_NOTIFY, NtStatus.CANCELLED).id(300).async(1));
    client.close(dir);
    scene.end();
    assertThat(scene.file().end()).isEqualTo("close");
    assertThat(scene.connection().commands())
        .containsEntry("CANCEL", 1L)
        .containsEntry("CHANGE_NOTIFY", 3L);
    scene.assertNothingHeld();
  }

  /** CANCEL bears the MessageId of what it cancels, and does not take its place. */
  @Test
  void aCancelledOpenIsStillAnswered() {
    client.ask(client.request(Smb2Command.CREATE, new Wish("a.txt").body()).id(300));
    client.ask(client.request(Smb2Command.CANCEL, new Cancel.Request()).id(300));
    client.answer(client.error(Smb2Command.CREATE, NtStatus.CANCELLED).id(300));
    assertThat(scene.file().name()).isEqualTo("a.txt");
    assertThat(scene.file().status()).isEqualTo("STATUS_CANCELLED");
  }
}
