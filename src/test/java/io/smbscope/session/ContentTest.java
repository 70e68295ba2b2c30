package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Limits;
import io.smbscope.base.NtStatus;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FileEvent;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Smb2Command;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is told of files' contents. The digests are those that md5sum, sha1sum and sha256sum print
 * for what {@code python3 -c "print(end=''.join('%07d\\n' % i for i in range(N)))"} does.
 */
class ContentTest {
  /** Of 25,600 lines, 204,800 octets. */
  private static final String MD5 = "a4d83b5afd1405a39ab45b918fb07784";

  private static final String SHA1 = "a3d69038166d0b5a595a40ed667428c4539540fa";
  private static final String SHA256 =
      "ab66a09f2eca7f87aec418e1ba84cc34776cc3f39523213ee299aef60935034b";

  /** Of its first 512 lines. */
  private static final String SHORT_SHA256 =
      "af8401836b7a12f9068a31fdbdd05b46a9fe07d09839974dd2e90bcf978a28eb";

  private static final byte[] LONG = lines(25_600);
  private static final int PART = 40_960;

  private final Scene scene = new Scene();
  private final Smb2Client client = Smb2Client.at(scene);
  private final Transferring transferring = new Transferring(client);

  private static byte[] lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(String.format("%07d\n", i));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] part(int index) {
    return Arrays.copyOfRange(LONG, index * PART, (index + 1) * PART);
  }

  private ContentEvent only() {
    scene.end();
    scene.assertNothingHeld();
    return scene.only(ContentEvent.class);
  }

  private static void assertWhole(ContentEvent content) {
    assertThat(content.md5()).isEqualTo(MD5);
    assertThat(content.sha1()).isEqualTo(SHA1);
    assertThat(content.sha256()).isEqualTo(SHA256);
    assertThat(content.size()).isEqualTo(LONG.length);
    assertThat(content.seen()).isEqualTo(LONG.length);
    assertThat(content.missing()).isZero();
  }

  @Test
  void readInOrder() {
    FileId file = client.open("docs\\numbers.txt");
    for (int i = 0; i < 5; i++) {
      transferring.read(file, (long) i * PART, part(i));
    }
    client.close(file);

    ContentEvent content = only();
    assertWhole(content);
    assertThat(content.written()).isFalse();
    assertThat(content.mime()).isEqualTo("text/plain");
    assertThat(content.closed()).isTrue();
    assertThat(content.repeated()).isZero();
    assertThat(content.fileSize()).as("told by CREATE").isEqualTo(4096);
    assertThat(content.open().name()).isEqualTo("docs\\numbers.txt");
    assertThat(content.tree().path()).isEqualTo("\\\\srv\\data");
    assertThat(content.flow().id()).isEqualTo(client.wire.id());
    assertThat(content.start().packet()).isLessThan(content.last().packet());
  }

  @Test
  void writtenInAnyOrder() {
    FileId file = client.open("numbers.txt");
    for (int i : new int[] {3, 1, 4, 0, 2}) {
      transferring.write(file, (long) i * PART, part(i));
    }
    client.close(file);

    ContentEvent content = only();
    assertWhole(content);
    assertThat(content.written()).isTrue();
  }

  @Test
  void readAgainAndOverlapping() {
    FileId file = client.open("numbers.txt");
    transferring.read(file, 0, Arrays.copyOf(LONG, 100_000));
    transferring.read(file, 0, Arrays.copyOf(LONG, 4_096));
    transferring.read(file, 150_000, Arrays.copyOfRange(LONG, 150_000, LONG.length));
    transferring.read(file, 150_000, Arrays.copyOfRange(LONG, 150_000, 150_001));
    transferring.read(file, 140_000, Arrays.copyOfRange(LONG, 140_000, 160_000));
    transferring.read(file, 90_000, Arrays.copyOfRange(LONG, 90_000, 150_000));
    client.close(file);

    ContentEvent content = only();
    assertWhole(content);
    assertThat(content.repeated()).isEqualTo(4_096 + 1 + 10_000 + 10_000 + 10_000);
  }

  @Test
  void whatIsWrittenAnewBeforeItsTurnCounts() {
    FileId file = client.open("numbers.txt");
    transferring.write(file, PART, new byte[LONG.length - PART]);
    transferring.write(file, PART, Arrays.copyOfRange(LONG, PART, LONG.length));
    transferring.write(file, 0, part(0));
    client.close(file);

    assertWhole(only());
  }

  @Test
  void whatIsWrittenAnewLaterHasNoDigest() {
    FileId file = client.open("numbers.txt");
    transferring.write(file, 0, LONG);
    transferring.write(file, 0, new byte[10]);
    client.close(file);

    ContentEvent content = only();
    assertThat(content.sha256()).isNull();
    assertThat(content.repeated()).isEqualTo(10);
    assertThat(content.missing()).isZero();
  }

  @Test
  void holesAreSaidAndHaveNoDigest() {
    FileId file = client.open("numbers.txt");
    transferring.read(file, 0, part(0));
    transferring.read(file, 3 * PART, part(3));
    client.close(file);

    ContentEvent content = only();
    assertThat(content.size()).isEqualTo(4 * PART);
    assertThat(content.seen()).isEqualTo(2 * PART);
    assertThat(content.missing()).isEqualTo(2 * PART);
    assertThat(content.md5()).isNull();
    assertThat(content.sha1()).isNull();
    assertThat(content.sha256()).isNull();
    assertThat(content.mime()).isEqualTo("text/plain");
  }

  @Test
  void withoutItsStartAFileHasNoType() {
    FileId file = client.open("numbers.txt");
    transferring.read(file, PART, part(1));
    client.close(file);

    assertThat(only().mime()).isNull();
  }

  @Test
  void whatTheCaptureLacksIsMissing() {
    FileId file = client.open("numbers.txt");
    client.read(file, PART);
    client.close(file);

    ContentEvent content = only();
    assertThat(content.sha256()).isNull();
    assertThat(content.mime()).isNull();
  }

  @Test
  void bothDirectionsOfAnOpen() {
    FileId file = client.open("numbers.txt");
    transferring.write(file, 0, lines(512));
    transferring.read(file, 0, lines(512));
    client.close(file);

    scene.end();
    assertThat(scene.told(ContentEvent.class))
        .extracting(ContentEvent::written)
        .containsExactly(false, true);
    assertThat(scene.told(ContentEvent.class))
        .extracting(ContentEvent::sha256)
        .containsExactly(SHORT_SHA256, SHORT_SHA256);
  }

  @Test
  void comesBeforeTheEndOfItsOpen() {
    FileId file = client.open("numbers.txt");
    transferring.read(file, 0, lines(512));
    client.close(file);

    List<? extends Class<? extends Event>> last =
        scene.events.stream()
            .map(Event::getClass)
            .filter(kind -> kind == ContentEvent.class || kind == FileEvent.class)
            .toList();
    assertThat(last).isEqualTo(List.of(ContentEvent.class, FileEvent.class));
  }

  @Test
  void overTwoChannels() {
    Smb2Client other = new Smb2Client(scene.flow().ports(50_001, 445).open()).negotiated(0x0302);
    other.session = client.session;
    other.tree = client.tree;
    Transferring there = new Transferring(other);
    FileId file = client.open("numbers.txt");
    transferring.askToRead(file, 0, PART);
    there.askToRead(file, PART, 4 * PART);
    there.answerRead(Arrays.copyOfRange(LONG, PART, LONG.length));
    transferring.answerRead(part(0));
    client.close(file);

    assertWhole(only());
  }

  @Test
  void twoMessagesAtOnceAreKeptApart() {
    FileId file = client.open("numbers.txt");
    transferring.askToWrite(file, 0, lines(512));
    transferring.pass(false, new byte[100]);
    client.answer(
        client.success(Smb2Command.WRITE, new io.smbscope.smb.smb2.Write.Response(4096, 0)));
    client.close(file);

    assertThat(only().sha256()).isEqualTo(SHORT_SHA256);
  }

  @Test
  void refusedWritesAreNone() {
    FileId file = client.open("numbers.txt");
    transferring.refusedWrite(file, 0, LONG);
    client.close(file);
    scene.end();

    assertThat(scene.told(ContentEvent.class)).isEmpty();
    scene.assertNothingHeld();
  }

  @Test
  void onlyWhatTheServerTookIsWritten() {
    FileId file = client.open("numbers.txt");
    transferring.write(file, 0, LONG, 4096);
    client.close(file);

    ContentEvent content = only();
    assertThat(content.size()).isEqualTo(4096);
    assertThat(content.sha256()).isEqualTo(SHORT_SHA256);
  }

  @Test
  void aFileCutOffHasNoDigest() {
    FileId file = client.open("numbers.txt");
    transferring.write(file, 0, LONG);
    client.setInfo(file, 1, 20, new FileInformation.EndOfFile(100));
    client.close(file);

    assertThat(only().sha256()).isNull();
  }

  @Test
  void appendedBehindWhatWasThere() {
    FileId file = client.open("log.txt", wish -> {}, grant -> grant.size = 0);
    transferring.write(file, -1, Arrays.copyOf(LONG, PART));
    transferring.write(file, -1, Arrays.copyOfRange(LONG, PART, LONG.length));
    client.close(file);

    assertWhole(only());
  }

  @Test
  void endsWithItsConnection() {
    FileId file = client.open("numbers.txt");
    transferring.read(file, 0, lines(512));
    transferring.askToWrite(file, 0, LONG);
    client.wire.close(EndReason.RST);

    ContentEvent content = only();
    assertThat(content.closed()).isFalse();
    assertThat(content.sha256()).isEqualTo(SHORT_SHA256);
  }

  @Test
  void pipesHaveNoContent() {
    client.connected(6, "\\\\srv\\IPC$", Smb2Client.PIPE, 0);
    FileId pipe = client.open("srvsvc");
    transferring.write(pipe, 0, lines(10));
    client.close(pipe);
    scene.end();

    assertThat(scene.told(ContentEvent.class)).isEmpty();
    scene.assertNothingHeld();
  }

  @Test
  void offsetsBehindAnyFileAreNone() {
    FileId file = client.open("numbers.txt");
    transferring.write(file, Long.MAX_VALUE - 5, lines(10));
    transferring.write(file, Long.MIN_VALUE, lines(10));
    client.close(file);
    scene.end();

    assertThat(scene.told(ContentEvent.class)).isEmpty();
    scene.assertNothingHeld();
  }

  @Test
  void moreThanMayBeHeldHasNoDigest() {
    Scene small = new Scene(limits(100_000, 1 << 20));
    Smb2Client there = Smb2Client.at(small);
    FileId file = there.open("numbers.txt");
    new Transferring(there).read(file, PART, Arrays.copyOfRange(LONG, PART, LONG.length));
    new Transferring(there).read(file, 0, part(0));
    there.close(file);
    small.end();

    ContentEvent content = small.only(ContentEvent.class);
    assertThat(content.sha256()).isNull();
    assertThat(content.missing()).isZero();
    assertThat(content.mime()).isEqualTo("text/plain");
    small.assertNothingHeld();
  }

  @Test
  void withoutRoomThereIsNoDigest() {
    Scene small = new Scene(limits(1 << 20, 100));
    Smb2Client there = Smb2Client.at(small);
    FileId file = there.open("numbers.txt");
    new Transferring(there).read(file, 0, LONG);
    there.close(file);
    small.end();

    ContentEvent content = small.only(ContentEvent.class);
    assertThat(content.sha256()).isNull();
    assertThat(content.seen()).isEqualTo(LONG.length);
    small.assertNothingHeld();
  }

  @Test
  void aRequestAskedTwiceGivesItsOctetsBack() {
    FileId file = client.open("numbers.txt");
    transferring.askToWrite(file, 0, LONG);
    transferring.refusedWrite(file, 0, LONG);
    client.answer(client.error(Smb2Command.ECHO, NtStatus.SUCCESS));
    scene.end();

    scene.assertNothingHeld();
  }

  private static Limits limits(int held, long total) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.flows(),
        usual.flowIdle(),
        usual.fragmentedDatagrams(),
        usual.fragmentIdle(),
        held,
        total,
        usual.gatheredMessage(),
        usual.chainDepth(),
        usual.pendingRequests(),
        usual.sessions(),
        usual.trees(),
        usual.opens(),
        usual.names());
  }
}
