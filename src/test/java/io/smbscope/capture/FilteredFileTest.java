package io.smbscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.smbscope.capture.CaptureFiles.Failure;
import io.smbscope.capture.CaptureFiles.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libpcap's reader against ours. */
class FilteredFileTest {
  private static final byte[] ARP = frame(0x0806);
  private static final byte[] IPV4 = frame(0x0800);

  @TempDir private Path directory;

  @Test
  void bothReadersGiveTheSamePackets() throws Exception {
    assumeLibpcap();
    List<byte[]> files =
        List.of(
            SampleFiles.pcap(PcapWriter.MICROSECONDS, ByteOrder.LITTLE_ENDIAN),
            SampleFiles.pcap(PcapWriter.MICROSECONDS, ByteOrder.BIG_ENDIAN),
            SampleFiles.pcap(PcapWriter.NANOSECONDS, ByteOrder.LITTLE_ENDIAN),
            SampleFiles.pcap(PcapWriter.NANOSECONDS, ByteOrder.BIG_ENDIAN),
            SampleFiles.pcap(PcapWriter.MODIFIED, ByteOrder.LITTLE_ENDIAN),
            new PcapWriter(PcapWriter.RAW_IP).add(2_000_000_000_000_000_001L, IPV4).toBytes(),
            new PcapngWriter()
                .section(ByteOrder.BIG_ENDIAN)
                .networkInterface(PcapWriter.ETHERNET, 65_535)
                .enhancedPacket(0, SampleFiles.TIME / 1_000, ARP, 99)
                .block(PcapngWriter.NAME_RESOLUTION, new byte[4])
                .enhancedPacket(0, SampleFiles.TIME / 1_000 + 1, IPV4, IPV4.length)
                .toBytes());
    for (byte[] file : files) {
      String path = write(file);
      try (CaptureFiles ours = CaptureFiles.of(List.of(path), InputStream.nullInputStream());
          CaptureFiles libpcaps = CaptureFiles.filtered(List.of(path), "")) {
        List<SeenPacket> packets = SeenPacket.all(ours);
        assertThat(packets).isNotEmpty();
        assertThat(SeenPacket.all(libpcaps)).isEqualTo(packets);
        assertThat(libpcaps.failures()).isEmpty();
        assertThat(libpcaps.tally().bytes()).isEqualTo(ours.tally().bytes());
        assertThat(libpcaps.position()).isEqualTo(file.length);
      }
    }
  }

  @Test
  void numbersThePacketsThatPass() throws Exception {
    assumeLibpcap();
    String path = write(new PcapWriter(1).add(1, IPV4).add(2, ARP).add(3, ARP).toBytes());
    try (CaptureFiles files = CaptureFiles.filtered(List.of(path, path), "arp")) {
      assertThat(SeenPacket.all(files))
          .extracting(SeenPacket::number)
          .containsExactly(1L, 2L, 3L, 4L);
    }
  }

  @Test
  void saysWhyAFilterDoesNotCompile() throws Exception {
    assumeLibpcap();
    String path = write(new PcapWriter(1).add(1, ARP).toBytes());
    try (CaptureFiles files = CaptureFiles.filtered(List.of(path), "prot smb")) {
      assertThat(files.next(new Packet())).isFalse();
      assertThat(files.failures())
          .containsExactly(
              new Failure(
                  path,
                  Problem.NOT_OPENED,
                  path + ": filter 'prot smb': can't parse filter expression: syntax error"));
    }
  }

  @Test
  void passesOnWhatLibpcapSaysOfAFile() throws Exception {
    assumeLibpcap();
    byte[] whole = new PcapWriter(1).add(1, ARP).add(2, ARP).toBytes();
    String cut = write(Arrays.copyOf(whole, whole.length - 1));
    String compressed =
        Files.write(directory.resolve("compressed"), SampleFiles.gzip(whole)).toString();
    String missing = directory.resolve("missing").toString();
    try (CaptureFiles files = CaptureFiles.filtered(List.of(missing, compressed, cut), "arp")) {
      assertThat(SeenPacket.all(files)).hasSize(1);
      assertThat(files.failures()).hasSize(3);
      assertThat(files.failures().get(0).message()).isEqualTo(missing + ": no such file");
      assertThat(files.failures().get(1).message())
          .isEqualTo(compressed + ": --filter reads uncompressed files only");
      assertThat(files.failures().get(2).problem()).isEqualTo(Problem.UNREADABLE);
      assertThat(files.failures().get(2).message())
          .startsWith(cut + ": broken behind packet 1 that passes: ")
          .contains("truncated");
    }
  }

  /** In a process of its own: whether libpcap is there is decided once in each. */
  @Test
  void namesThePackageWhenThereIsNoLibpcap() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.pcap4j.core.pcapLibName=no-such-library",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutLibpcap.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(output)
        .contains("--filter needs libpcap, which is not installed")
        .contains("libpcap0.8")
        .contains("Npcap");
    assertThat(process.exitValue()).isEqualTo(WithoutLibpcap.REFUSED);
  }

  private static void assumeLibpcap() {
    assumeThatCode(() -> Libpcap.require("--filter"))
        .as("libpcap is not installed")
        .doesNotThrowAnyException();
  }

  private String write(byte[] file) throws IOException {
    return Files.write(directory.resolve("capture"), file).toString();
  }

  private static byte[] frame(int etherType) {
    byte[] frame = new byte[60];
    frame[12] = (byte) (etherType >>> 8);
    frame[13] = (byte) etherType;
    return frame;
  }
}
