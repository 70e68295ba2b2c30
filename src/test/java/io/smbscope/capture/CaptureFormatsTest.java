package io.smbscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format gives the packets that were put in, mapped and as a stream, whole and broken. */
class CaptureFormatsTest {
  /** So small that every packet needs a window of its own. */
  private static final int SMALL_WINDOW = 16;

  @TempDir private Path directory;

  static Stream<Arguments> formats() {
    return SampleFiles.all().entrySet().stream()
        .map(entry -> arguments(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void givesThePackets(String format, byte[] file) throws Exception {
    try (CaptureFiles mapped = mapped(file, SMALL_WINDOW);
        CaptureFiles stream = stream(file)) {
      assertThat(SeenPacket.all(mapped)).isEqualTo(SampleFiles.PACKETS);
      assertThat(SeenPacket.all(stream)).isEqualTo(SampleFiles.PACKETS);
      assertThat(mapped.failures()).isEmpty();
      assertThat(stream.failures()).isEmpty();
      assertThat(mapped.position()).isEqualTo(mapped.size()).isEqualTo(file.length);
      assertThat(stream.position()).isEqualTo(file.length);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void everyPrefixGivesWhatIsInIt(String format, byte[] file) throws Exception {
    for (int length = 0; length < file.length; length++) {
      byte[] prefix = Arrays.copyOf(file, length);
      try (CaptureFiles mapped = mapped(prefix, SMALL_WINDOW);
          CaptureFiles stream = stream(prefix)) {
        List<SeenPacket> packets = SeenPacket.all(stream);
        assertThat(packets).isEqualTo(SampleFiles.PACKETS.subList(0, packets.size()));
        assertThat(SeenPacket.all(mapped)).isEqualTo(packets);
        assertThat(mapped.failures()).hasSameSizeAs(stream.failures());
        boolean betweenRecords = format.startsWith("pcap") && stream.failures().isEmpty();
        assertThat(stream.failures()).hasSize(betweenRecords ? 0 : 1);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void anyCorruptionEnds(String format, byte[] file) throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      byte[] corrupt = file.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        corrupt[random.nextInt(corrupt.length)] = (byte) random.nextInt(256);
      }
      try (CaptureFiles mapped = mapped(corrupt, SMALL_WINDOW);
          CaptureFiles stream = stream(corrupt)) {
        assertThat(SeenPacket.all(mapped)).isEqualTo(SeenPacket.all(stream));
      }
    }
  }

  @Test
  void saysWhereAFileIsCutOff() throws Exception {
    byte[] file = SampleFiles.pcap(PcapWriter.MICROSECONDS, ByteOrder.LITTLE_ENDIAN);
    byte[] pcapng = SampleFiles.pcapng(ByteOrder.LITTLE_ENDIAN);
    assertThat(failure(Arrays.copyOf(file, 24 + 16 + 3)))
        .isEqualTo("cut off at byte 43, in packet 1: record needs 2 octets more");
    assertThat(failure(Arrays.copyOf(file, 24 + 16 + 5 + 4)))
        .isEqualTo("cut off at byte 49, in packet 2: record needs 12 octets more");
    assertThat(failure(Arrays.copyOf(file, 20)))
        .isEqualTo("cut off at byte 20, in packet 1: the file header needs 4 octets more");
    assertThat(failure(Arrays.copyOf(pcapng, 28 + 10)))
        .isEqualTo("cut off at byte 38, in packet 1: block needs 6 octets more");
    assertThat(failure(SampleFiles.gzip(Arrays.copyOf(file, 43))))
        .isEqualTo("cut off at decompressed byte 43, in packet 1: record needs 2 octets more");
    byte[] gzip = SampleFiles.gzip(file);
    assertThat(failure(Arrays.copyOf(gzip, gzip.length - 1)))
        .isEqualTo("cut off at decompressed byte 85, in packet 4: the compressed data ends early");
  }

  static Stream<Arguments> damaged() {
    byte[] packet = new byte[4];
    byte[] pcap = new PcapWriter(1).add(0, packet).add(0, packet).toBytes();
    byte[] endless = pcap.clone();
    endless[24 + 20 + 11] = (byte) 0xFF;
    byte[] ofVersion1 = pcap.clone();
    ofVersion1[4] = 1;
    PcapngWriter begun = new PcapngWriter().section(ByteOrder.LITTLE_ENDIAN).networkInterface(1, 0);
    byte[] pcapng = begun.enhancedPacket(0, 0, packet, 4).enhancedPacket(0, 0, packet, 4).toBytes();
    int second = 28 + 20 + 44;
    byte[] shortBlock = pcapng.clone();
    shortBlock[second + 4] = 8;
    byte[] ends = pcapng.clone();
    ends[second + 40] = 40;
    byte[] longPacket = pcapng.clone();
    longPacket[second + 20] = 13;
    byte[] unknownInterface = pcapng.clone();
    unknownInterface[second + 8] = 1;
    return Stream.of(
        arguments(endless, "damaged at byte 44, in packet 2: a record of 4278190084 octets", 1),
        arguments(ofVersion1, "damaged at byte 0, in packet 1: pcap version 1 is not known", 0),
        arguments(shortBlock, "damaged at byte 92, in packet 2: a block of 8 octets", 1),
        arguments(
            ends,
            "damaged at byte 92, in packet 2: a block of 44 octets that ends as one of 40",
            1),
        arguments(
            longPacket,
            "damaged at byte 92, in packet 2: a packet of 13 octets in a block of 44",
            1),
        arguments(unknownInterface, "damaged at byte 92, in packet 2: interface 1 of 1", 1));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("damaged")
  void saysWhereAFileIsDamaged(byte[] file, String message, int packetsBefore) throws Exception {
    try (CaptureFiles mapped = mapped(file, SMALL_WINDOW)) {
      assertThat(SeenPacket.all(mapped)).hasSize(packetsBefore);
    }
    assertThat(failure(file)).isEqualTo(message);
  }

  /** Expected values: the draft's definition of if_tsresol and if_tsoffset. */
  @ParameterizedTest
  @CsvSource({
    "6, 0, 1500000, 1500000000",
    "9, 0, 1500000001, 1500000001",
    "0, 0, 3, 3000000000",
    "3, 0, 1500, 1500000000",
    "12, 0, 1500000000999, 1500000000",
    "28, 0, -1, 1",
    "29, 0, -1, 0",
    "127, 0, -1, 0",
    "9, 2, 5, 2000000005",
    "9, -2, 5, -1999999995",
    "0x80, 0, 3, 3000000000",
    "0x8A, 0, 1536, 1500000000",
    "0xA0, 0, 0x180000000, 1500000000",
    "0xBF, 0, 0x4000000000000000, 500000000",
    "0xC0, 0, -1, 999999999",
    "0xFF, 0, -1, 0",
  })
  void readsTheClockOfTheInterface(String resolution, long offset, String ticks, long nanos)
      throws Exception {
    byte[] file =
        new PcapngWriter()
            .section(ByteOrder.LITTLE_ENDIAN)
            .networkInterface(1, Integer.decode(resolution), offset)
            .enhancedPacket(0, Long.decode(ticks), new byte[1], 1)
            .toBytes();
    try (CaptureFiles stream = stream(file)) {
      assertThat(SeenPacket.all(stream)).containsExactly(new SeenPacket(1, nanos, 1, 1, "00"));
    }
  }

  @Test
  void simplePacketsAreCutByTheSnapLengthAndHaveNoTime() throws Exception {
    byte[] file =
        new PcapngWriter()
            .section(ByteOrder.BIG_ENDIAN)
            .networkInterface(PcapWriter.RAW_IP, 3)
            .simplePacket(new byte[] {1, 2, 3}, 60)
            .simplePacket(new byte[] {4, 5}, 2)
            .toBytes();
    try (CaptureFiles stream = stream(file)) {
      assertThat(SeenPacket.all(stream))
          .containsExactly(
              new SeenPacket(1, 0, 101, 60, "010203"), new SeenPacket(2, 0, 101, 2, "0405"));
      assertThat(stream.failures()).isEmpty();
    }
  }

  @Test
  void masksWhatStandsAboveTheLinkType() throws Exception {
    byte[] file =
        new PcapWriter(PcapWriter.MICROSECONDS, ByteOrder.BIG_ENDIAN, 0x5400_0071)
            .add(0, new byte[1])
            .toBytes();
    try (CaptureFiles stream = stream(file)) {
      assertThat(SeenPacket.all(stream)).extracting(SeenPacket::linkType).containsExactly(113);
    }
  }

  @Test
  void takesRawIpUnderAllItsNumbers() throws Exception {
    for (int linkType : new int[] {12, 14, 101}) {
      byte[] file = new PcapWriter(linkType).add(0, new byte[1]).toBytes();
      try (CaptureFiles stream = stream(file)) {
        assertThat(SeenPacket.all(stream)).extracting(SeenPacket::linkType).containsExactly(101);
      }
    }
  }

  /** Some writers do not count a block's padding; tshark reads such files. */
  @Test
  void takesBlockLengthsWithoutThePadding() throws Exception {
    PcapngWriter writer =
        new PcapngWriter().section(ByteOrder.LITTLE_ENDIAN).networkInterface(1, 0);
    byte[] padded =
        new PcapngWriter()
            .section(ByteOrder.LITTLE_ENDIAN)
            .simplePacket(new byte[] {1}, 1)
            .toBytes();
    byte[] block = Arrays.copyOfRange(padded, 28, padded.length);
    block[4] = 17;
    block[block.length - 4] = 17;
    byte[] unknown = block.clone();
    unknown[0] = 99;
    byte[] file = writer.octets(block).octets(unknown).octets(block).toBytes();
    try (CaptureFiles stream = stream(file)) {
      assertThat(SeenPacket.all(stream)).hasSize(2);
      assertThat(stream.failures()).isEmpty();
    }
  }

  @Test
  void takesRecordsLargerThanAWindowAndAChunk() throws Exception {
    byte[] large = new byte[3 * StreamInput.CHUNK + 1];
    large[large.length - 1] = 1;
    byte[] file = new PcapWriter(1).add(1, large).add(2, new byte[1]).toBytes();
    try (CaptureFiles mapped = mapped(file, 1 << 12);
        CaptureFiles stream = stream(file)) {
      assertThat(SeenPacket.all(mapped)).hasSize(2).isEqualTo(SeenPacket.all(stream));
    }
  }

  @Test
  void givesTheSameInWhateverPiecesAStreamComes() throws Exception {
    for (Map.Entry<String, byte[]> entry : SampleFiles.all().entrySet()) {
      InputStream octetByOctet =
          new ByteArrayInputStream(entry.getValue()) {
            @Override
            public synchronized int read(byte[] octets, int offset, int length) {
              return super.read(octets, offset, Math.min(1, length));
            }

            @Override
            public synchronized int available() {
              return 0;
            }
          };
      try (CaptureFiles stream = CaptureFiles.of(List.of("-"), octetByOctet)) {
        assertThat(SeenPacket.all(stream)).as(entry.getKey()).isEqualTo(SampleFiles.PACKETS);
      }
    }
  }

  private String failure(byte[] file) throws Exception {
    try (CaptureFiles mapped = mapped(file, SMALL_WINDOW)) {
      SeenPacket.all(mapped);
      assertThat(mapped.failures()).hasSize(1);
      CaptureFiles.Failure failure = mapped.failures().get(0);
      assertThat(failure.problem()).isEqualTo(CaptureFiles.Problem.UNREADABLE);
      assertThat(failure.message()).startsWith(failure.input() + ": ");
      return failure.message().substring(failure.input().length() + 2);
    }
  }

  private CaptureFiles mapped(byte[] file, int windowSize) throws IOException {
    Path path = Files.write(directory.resolve("capture"), file);
    return CaptureFiles.of(List.of(path.toString()), InputStream.nullInputStream(), windowSize);
  }

  private static CaptureFiles stream(byte[] file) {
    return CaptureFiles.of(List.of("-"), new ByteArrayInputStream(file));
  }
}
