package io.smbscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link PacketSource#ready} promises that the next packet need not be waited for. */
class ReadyTest {
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir private Path directory;

  static Stream<byte[]> twoPackets() {
    return Stream.of(
        new PcapWriter(1).add(1, new byte[6]).add(2, new byte[6]).toBytes(),
        new PcapngWriter()
            .section(ByteOrder.BIG_ENDIAN)
            .networkInterface(PcapWriter.ETHERNET, 0)
            .enhancedPacket(0, 1, new byte[6], 6)
            .enhancedPacket(0, 2, new byte[6], 6)
            .toBytes());
  }

  @ParameterizedTest
  @MethodSource("twoPackets")
  void aStreamIsReadyWhenAWholePacketIsThere(byte[] file) throws Exception {
    Trickle trickle = new Trickle(file);
    try (CaptureFiles stream = CaptureFiles.of(List.of("-"), trickle)) {
      assertThat(stream.ready()).isFalse();
      trickle.written = file.length - 1;
      assertThat(stream.next(new Packet())).isTrue();
      assertThat(stream.ready()).isFalse();
      trickle.written = file.length;
      assertThat(stream.ready()).isTrue();
      assertThat(stream.next(new Packet())).isTrue();
      assertThat(stream.ready()).isFalse();
      assertThat(stream.next(new Packet())).isFalse();
      assertThat(stream.failures()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("twoPackets")
  void aFileIsReadyUntilItsEnd(byte[] file) throws Exception {
    String plain = Files.write(directory.resolve("plain"), file).toString();
    String gzip = Files.write(directory.resolve("gz"), SampleFiles.gzip(file)).toString();
    for (String input : List.of(plain, gzip)) {
      try (CaptureFiles files = CaptureFiles.of(List.of(input), NOTHING, 16)) {
        assertThat(files.next(new Packet())).isTrue();
        assertThat(files.ready()).isTrue();
        assertThat(files.next(new Packet())).isTrue();
        assertThat(files.ready()).isFalse();
      }
    }
  }

  @Test
  void aFollowedFileIsReadyWhenAWholePacketIsWritten() throws Exception {
    byte[] file = twoPackets().findFirst().orElseThrow();
    Path path = directory.resolve("growing");
    Files.write(path, Arrays.copyOf(file, file.length - 1));
    try (CaptureFiles files =
        CaptureFiles.following(List.of(path.toString()), NOTHING, () -> true)) {
      assertThat(files.next(new Packet())).isTrue();
      assertThat(files.ready()).isFalse();
      Files.write(path, new byte[1], StandardOpenOption.APPEND);
      assertThat(files.ready()).isTrue();
      assertThat(files.next(new Packet())).isTrue();
      assertThat(files.ready()).isFalse();
    }
  }

  /** Looking ahead meets the damage before anybody asked for those octets. */
  @Test
  void damageMetAheadOfTimeIsSaidInItsPlace() throws Exception {
    byte[] file = twoPackets().findFirst().orElseThrow();
    byte[] gzip = SampleFiles.gzip(Arrays.copyOf(file, file.length - 1));
    gzip[gzip.length - 1] ^= 1;
    try (CaptureFiles stream = CaptureFiles.of(List.of("-"), new ByteArrayInputStream(gzip))) {
      assertThat(stream.next(new Packet())).isTrue();
      assertThat(stream.ready()).isFalse();
      assertThat(stream.ready()).isFalse();
      assertThat(stream.next(new Packet())).isFalse();
      assertThat(stream.failures())
          .extracting(CaptureFiles.Failure::message)
          .containsExactly(
              "standard input: broken at decompressed byte 67, in packet 2:"
                  + " gzip: the checksum does not match");
    }
  }

  /** Gives what is written and fails where a pipe would wait. */
  private static final class Trickle extends InputStream {
    private final byte[] octets;
    private int written;
    private int at;

    Trickle(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (at == octets.length) {
        return -1;
      }
      if (at == written) {
        throw new IOException("would wait");
      }
      int count = Math.min(length, written - at);
      System.arraycopy(octets, at, to, offset, count);
      at += count;
      return count;
    }

    @Override
    public int available() {
      return written - at;
    }
  }
}
