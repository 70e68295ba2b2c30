package io.smbscope.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class PacketWriterTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();

  @Test
  void keepsThePacketsAsTheyCame() throws Exception {
    Path file = folder.resolve("kept");
    FakeFeed feed = new FakeFeed().add(5, 60).addCut(6, 61, 1_500).add(7, 0);
    capture(new WriteOptions(file, 0, 0, 0), 3, feed);
    assertThat(packetsOf(file)).containsExactly("5:60/60@1", "6:61/1500@1", "7:0/0@1");
    assertThat(notices).isEmpty();
  }

  @Test
  void aFileWithoutPacketsIsAFileAllTheSame() throws Exception {
    Path file = folder.resolve("empty.pcapng");
    try (LiveCapture capture = open(0, new FakeFeed())) {
      capture.keep(new WriteOptions(file, 0, 0, 0));
    }
    assertThat(packetsOf(file)).isEmpty();
  }

  @Test
  void beginsTheNextFileAtASizeAndDeletesTheOldest() throws Exception {
    FakeFeed feed = new FakeFeed();
    for (int i = 1; i <= 10; i++) {
      feed.add(i, 1_000);
    }
    capture(new WriteOptions(folder.resolve("ring.pcapng"), 2_500, 0, 2), 10, feed);
    assertThat(names()).containsExactly("ring-00004.pcapng", "ring-00005.pcapng");
    assertThat(packetsOf(folder.resolve("ring-00005.pcapng")))
        .containsExactly("9:1000/1000@1", "10:1000/1000@1");
    for (Path file : files()) {
      assertThat(Files.size(file)).isLessThan(2_500 + 200);
    }
  }

  @Test
  void beginsTheNextFileAfterATime() throws Exception {
    FakeFeed feed =
        new FakeFeed()
            .add(100 * SECOND, 60)
            .add(109 * SECOND, 60)
            .add(110 * SECOND, 60)
            .add(200 * SECOND, 60);
    capture(new WriteOptions(folder.resolve("hour"), 0, 10, 0), 4, feed);
    assertThat(names())
        .containsExactly("hour-00001.pcapng", "hour-00002.pcapng", "hour-00003.pcapng");
    assertThat(packetsOf(folder.resolve("hour-00001.pcapng"))).hasSize(2);
  }

  @Test
  void continuesASeries() throws Exception {
    WriteOptions options = new WriteOptions(folder.resolve("ring.pcap"), 1_000_000, 0, 2);
    Files.createFile(folder.resolve("ring-other.pcap"));
    capture(options, 1, new FakeFeed().add(1, 60));
    capture(options, 1, new FakeFeed().add(2, 60));
    capture(options, 1, new FakeFeed().add(3, 60));
    assertThat(names()).containsExactly("ring-00002.pcap", "ring-00003.pcap", "ring-other.pcap");
    assertThat(packetsOf(folder.resolve("ring-00003.pcap"))).containsExactly("3:60/60@1");
  }

  @Test
  void interfacesAreToldApart() throws Exception {
    Path file = folder.resolve("two.pcapng");
    FakeFeed raw = new FakeFeed(101).add(2, 60);
    try (LiveCapture capture = open(2, new FakeFeed().add(1, 60), raw)) {
      capture.keep(new WriteOptions(file, 0, 0, 0));
      capture.start();
      readAll(capture);
    }
    assertThat(packetsOf(file)).containsExactlyInAnyOrder("1:60/60@1", "2:60/60@101");
  }

  @Test
  void saysWhenThereIsNoFolder() throws Exception {
    Path file = folder.resolve("none/kept.pcapng");
    try (LiveCapture capture = open(0, new FakeFeed())) {
      for (int rotateBytes : new int[] {0, 1_000}) {
        assertThatThrownBy(() -> capture.keep(new WriteOptions(file, rotateBytes, 0, 0)))
            .isInstanceOf(IOException.class)
            .hasMessage("cannot write " + file + ": no such folder");
      }
    }
  }

  @Test
  void aFileThatCannotBeWrittenCostsPacketsAndIsSaid() throws Exception {
    assumeThat(Path.of("/dev/full")).as("the system has no /dev/full").exists();
    try (LiveCapture capture = open(0, new FakeFeed())) {
      assertThatThrownBy(() -> capture.keep(new WriteOptions(Path.of("/dev/full"), 0, 0, 0)))
          .isInstanceOf(IOException.class);
    }
    Path gone = Files.createDirectory(folder.resolve("gone"));
    FakeFeed feed = new FakeFeed().add(1, 60);
    try (LiveCapture capture = open(3, feed)) {
      capture.keep(new WriteOptions(gone.resolve("ring"), 0, 1, 0));
      capture.start();
      Packet packet = new Packet();
      assertThat(capture.next(packet)).isTrue();
      while (Files.size(gone.resolve("ring-00001.pcapng")) < 150) {
        Thread.onSpinWait();
      }
      Files.delete(gone.resolve("ring-00001.pcapng"));
      Files.delete(gone);
      feed.add(5 * SECOND, 60);
      while (capture.counts().get(0).unwritten() == 0) {
        Thread.onSpinWait();
      }
      Files.createDirectory(gone);
      feed.add(9 * SECOND, 60);
      readAll(capture);
      capture.finish();
      assertThat(capture.counts().get(0).unwritten()).isEqualTo(1);
    }
    assertThat(packetsOf(gone.resolve("ring-00003.pcapng"))).containsExactly("9000000000:60/60@1");
    assertThat(notices.stream().map(notice -> notice.replace(gone.toString(), "")))
        .containsExactly(
            "cannot write /ring-00002.pcapng: no such folder; capturing goes on",
            "/ring-00002.pcapng: is written again");
  }

  private void capture(WriteOptions files, long count, FakeFeed feed) throws Exception {
    try (LiveCapture capture = open(count, feed)) {
      capture.keep(files);
      capture.start();
      readAll(capture);
    }
  }

  private LiveCapture open(long count, FakeFeed... feeds) throws CaptureRefused {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < feeds.length; i++) {
      names.add(String.valueOf(i));
    }
    CaptureOptions options =
        new CaptureOptions(names, "port 445", List.of(), 262_144, 1, false, true, false, count, 0);
    return LiveCapture.open(options, notices::add, name -> feeds[Integer.parseInt(name)]);
  }

  private static void readAll(LiveCapture capture) {
    Packet packet = new Packet();
    while (capture.next(packet)) {
      assertThat(packet.length).isNotNegative();
    }
  }

  private static List<String> packetsOf(Path file) {
    List<String> packets = new ArrayList<>();
    Packet packet = new Packet();
    try (CaptureFiles files =
        CaptureFiles.of(List.of(file.toString()), InputStream.nullInputStream())) {
      while (files.next(packet)) {
        packets.add(
            packet.nanos + ":" + packet.length + "/" + packet.wireLength + "@" + packet.linkType);
        for (int i = 0; i < packet.length; i++) {
          assertThat(packet.window.buffer().get(packet.offset + i)).isEqualTo((byte) packet.nanos);
        }
      }
      assertThat(files.failures()).isEmpty();
    }
    return packets;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().collect(Collectors.toList());
    }
  }

  private List<String> names() throws IOException {
    return files().stream().map(file -> file.getFileName().toString()).toList();
  }
}
