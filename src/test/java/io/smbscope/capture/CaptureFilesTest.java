package io.smbscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.smbscope.base.Stamp;
import io.smbscope.capture.CaptureFiles.Failure;
import io.smbscope.capture.CaptureFiles.Problem;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFilesTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir private Path directory;

  @Test
  void severalInputsAreOne() throws Exception {
    String first = write("a.pcap", new PcapWriter(1).add(10, new byte[4], 60).toBytes());
    String second =
        write("b", SampleFiles.gzip(new PcapWriter(101).add(20, new byte[3]).toBytes()));
    byte[] third = new PcapWriter(1).add(30, new byte[2]).add(40, new byte[1]).toBytes();
    try (CaptureFiles files =
        CaptureFiles.of(List.of(first, second, "-"), new ByteArrayInputStream(third))) {
      assertThat(SeenPacket.all(files))
          .containsExactly(
              new SeenPacket(1, 10, 1, 60, "00000000"),
              new SeenPacket(2, 20, 101, 3, "000000"),
              new SeenPacket(3, 30, 1, 2, "0000"),
              new SeenPacket(4, 40, 1, 1, "00"));
      assertThat(files.failures()).isEmpty();
      assertThat(files.tally().packets()).isEqualTo(4);
      assertThat(files.tally().bytes()).isEqualTo(10);
      assertThat(files.tally().wireBytes()).isEqualTo(66);
      assertThat(files.tally().truncatedPackets()).isEqualTo(1);
      assertThat(files.tally().first()).isEqualTo(new Stamp(1, 10));
      assertThat(files.tally().last()).isEqualTo(new Stamp(4, 40));
      assertThat(files.size()).isEqualTo(-1);
    }
  }

  @Test
  void goesOnBehindAnInputThatFails() throws Exception {
    byte[] good = new PcapWriter(1).add(10, new byte[4]).add(20, new byte[4]).toBytes();
    String cut = write("cut", Arrays.copyOf(good, good.length - 1));
    String empty = write("empty", new byte[0]);
    String text = write("text", "not a capture\n".getBytes(StandardCharsets.US_ASCII));
    String whole = write("whole", good);
    String missing = directory.resolve("missing").toString();
    List<String> inputs = List.of(missing, directory.toString(), "\0", empty, text, cut, whole);
    try (CaptureFiles files = CaptureFiles.of(inputs, NOTHING)) {
      assertThat(SeenPacket.all(files))
          .extracting(SeenPacket::number, SeenPacket::nanos)
          .containsExactly(tuple(1L, 10L), tuple(2L, 10L), tuple(3L, 20L));
      assertThat(files.failures())
          .containsExactly(
              new Failure(missing, Problem.NOT_OPENED, missing + ": no such file"),
              new Failure(directory.toString(), Problem.NOT_OPENED, directory + ": is a directory"),
              new Failure("\0", Problem.NOT_OPENED, "\0: no such file"),
              new Failure(empty, Problem.UNREADABLE, empty + ": empty"),
              new Failure(
                  text,
                  Problem.UNREADABLE,
                  text
                      + ": not a capture"
                      + " (neither pcap nor pcapng, plain or in gzip, zstd or lz4)"),
              new Failure(
                  cut,
                  Problem.UNREADABLE,
                  cut + ": cut off at byte 63, in packet 2: record needs 1 octets more"));
      assertThat(files.position()).isEqualTo(files.size());
    }
  }

  @Test
  void saysThatAFileMayNotBeRead() throws Exception {
    String path = write("secret", new PcapWriter(1).toBytes());
    assumeThat(Files.getFileStore(directory).supportsFileAttributeView("posix")).isTrue();
    Files.setPosixFilePermissions(Path.of(path), PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(Path.of(path))).as("run by a user who may read all").isFalse();
    try (CaptureFiles files = CaptureFiles.of(List.of(path), NOTHING)) {
      assertThat(files.next(new Packet())).isFalse();
      assertThat(files.failures())
          .containsExactly(new Failure(path, Problem.NOT_OPENED, path + ": permission denied"));
    }
  }

  @Test
  void anInputWithoutPacketsIsNoFailure() throws Exception {
    String path = write("none", new PcapWriter(1).toBytes());
    try (CaptureFiles files = CaptureFiles.of(List.of(path), NOTHING)) {
      assertThat(files.next(new Packet())).isFalse();
      assertThat(files.failures()).isEmpty();
      assertThat(files.tally().first()).isNull();
      assertThat(files.tally().last()).isNull();
    }
  }

  /** Linux tells which files are mapped. */
  @Test
  void unmapsAWindowWhenItsLastHolderReleasesIt() throws Exception {
    Path maps = Path.of("/proc/self/maps");
    assumeThat(maps).as("only Linux tells which files are mapped").isReadable();
    String path =
        write(
            "mapped", new PcapWriter(1).add(1, new byte[5_000]).add(2, new byte[5_000]).toBytes());
    try (CaptureFiles files = CaptureFiles.of(List.of(path), NOTHING, 16)) {
      Packet packet = new Packet();
      assertThat(files.next(packet)).isTrue();
      Window first = packet.window;
      first.retain();
      assertThat(files.next(packet)).isTrue();
      assertThat(packet.window).isNotSameAs(first);
      assertThat(files.next(packet)).isFalse();
      assertThat(first.buffer().get(0)).isZero();
      assertThat(Files.readString(maps)).contains(path);
      first.release();
      assertThat(Files.readString(maps)).doesNotContain(path);
    }
  }

  /** By its name, and as standard input as Java gives it. */
  @Test
  void readsAPipe() throws Exception {
    String file = write("file", new PcapWriter(1).add(10, new byte[4]).toBytes());
    Path pipe = directory.resolve("pipe");
    int made;
    try {
      made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    } catch (IOException noSuchCommand) {
      made = -1;
    }
    assumeThat(made).as("mkfifo").isZero();
    for (String input : List.of(pipe.toString(), "-")) {
      Process writer = new ProcessBuilder("cp", file, pipe.toString()).start();
      try (InputStream in = input.equals("-") ? new FileInputStream(pipe.toFile()) : NOTHING;
          CaptureFiles files = CaptureFiles.of(List.of(input), in)) {
        assertThat(SeenPacket.all(files)).containsExactly(new SeenPacket(1, 10, 1, 4, "00000000"));
        assertThat(files.failures()).isEmpty();
      } finally {
        writer.destroy();
      }
    }
  }

  @Test
  void aRetainedChunkIsNotReused() throws Exception {
    int count = 3 * StreamInput.CHUNK / 1_000;
    PcapWriter writer = new PcapWriter(1);
    for (int i = 0; i < count; i++) {
      byte[] octets = new byte[1_000];
      Arrays.fill(octets, (byte) i);
      writer.add(i, octets);
    }
    List<Window> retained = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    try (CaptureFiles files =
        CaptureFiles.of(List.of("-"), new ByteArrayInputStream(writer.toBytes()))) {
      Packet packet = new Packet();
      while (files.next(packet)) {
        packet.window.retain();
        retained.add(packet.window);
        offsets.add(packet.offset);
      }
    }
    assertThat(retained).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(retained.get(i).buffer().get(offsets.get(i))).isEqualTo((byte) i);
      retained.get(i).release();
    }
  }

  /** A sparse file: the octets of its packets are never touched. */
  @Test
  void readsFilesOver2GiB() throws Exception {
    int length = 50_000_000;
    int count = 50;
    Path path = directory.resolve("large");
    byte[] one = new PcapWriter(1).add(7, new byte[0]).toBytes();
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      file.write(ByteBuffer.wrap(one, 0, 24), 0);
      ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < count; i++) {
        record.clear().putInt(i).putInt(0).putInt(length).putInt(length).flip();
        file.write(record, 24 + i * (16L + length));
      }
      file.write(ByteBuffer.wrap(new byte[1]), 24 + count * (16L + length) - 1);
    }
    try (CaptureFiles files = CaptureFiles.of(List.of(path.toString()), NOTHING)) {
      Packet packet = new Packet();
      while (files.next(packet)) {
        assertThat(packet.nanos).isEqualTo((packet.number - 1) * 1_000_000_000);
      }
      assertThat(files.failures()).isEmpty();
      assertThat(files.tally().packets()).isEqualTo(count);
      assertThat(files.position()).isEqualTo(files.size()).isEqualTo(Files.size(path));
    }
  }

  /** Whoever is asked whether to stop writes on: octet by octet, then a part of a record. */
  @Test
  void followsAFileThatIsStillWritten() throws Exception {
    byte[] all = new PcapWriter(1).add(1, new byte[2]).add(2, new byte[2]).toBytes();
    Path path = Files.createFile(directory.resolve("growing"));
    int second = all.length - 18;
    Iterator<byte[]> pieces =
        List.of(
                Arrays.copyOf(all, 3),
                Arrays.copyOfRange(all, 3, second),
                Arrays.copyOfRange(all, second, all.length - 1))
            .iterator();
    try (CaptureFiles files =
        CaptureFiles.following(List.of(path.toString()), NOTHING, () -> !append(path, pieces))) {
      assertThat(SeenPacket.all(files)).containsExactly(new SeenPacket(1, 1, 1, 2, "0000"));
      assertThat(files.failures()).isEmpty();
      assertThat(files.size()).isEqualTo(-1);
    }
  }

  @Test
  void followsTheLastInputOnlyAndNoCompressedOne() throws Exception {
    byte[] one = new PcapWriter(1).add(1, new byte[2]).toBytes();
    String first = write("first", one);
    String last = write("last", SampleFiles.gzip(one));
    try (CaptureFiles files = CaptureFiles.following(List.of(first, last), NOTHING, () -> false)) {
      assertThat(SeenPacket.all(files)).hasSize(1);
      assertThat(files.failures())
          .containsExactly(
              new Failure(
                  last, Problem.NOT_OPENED, last + ": a compressed file cannot be followed"));
    }
  }

  @Test
  void anInterruptEndsFollowing() throws Exception {
    String path = write("growing", new PcapWriter(1).add(1, new byte[2]).toBytes());
    Thread reader = Thread.currentThread();
    AtomicInteger asked = new AtomicInteger();
    try (CaptureFiles files =
        CaptureFiles.following(
            List.of(path),
            NOTHING,
            () -> {
              if (asked.incrementAndGet() > 1) {
                reader.interrupt();
              }
              return false;
            })) {
      assertThat(files.next(new Packet())).isTrue();
      assertThat(files.next(new Packet())).isFalse();
      assertThat(files.failures()).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static boolean append(Path path, Iterator<byte[]> pieces) {
    if (!pieces.hasNext()) {
      return false;
    }
    try {
      Files.write(path, pieces.next(), StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return true;
  }

  private String write(String name, byte[] file) throws IOException {
    return Files.write(directory.resolve(name), file).toString();
  }
}
