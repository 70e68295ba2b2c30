package io.smbscope.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.capture.Libpcap;
import io.smbscope.capture.Packet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter that is used when the user names none, as libpcap understands it. */
class CaptureFilterTest {
  private static final Path SAMPLES = Path.of("sample-captures");
  private static final int ETHERNET = 1;
  private static final int LINUX_SLL2 = 276;
  private static final int RAW_IP = 101;

  private static final String MACS = "020000000701020000000702";
  private static final String VLAN_7 = "81000007";
  private static final String SERVICE_VLAN = "88a80064";

  @TempDir private Path folder;

  @BeforeEach
  void assumeLibpcap() {
    assumeThatCode(() -> Libpcap.require("the test"))
        .as("libpcap is not installed")
        .doesNotThrowAnyException();
  }

  /** All that is in the samples is for us, in whatever it is wrapped. */
  @ParameterizedTest
  @MethodSource("samples")
  void nothingOfTheSamplesIsLost(Path sample) throws Exception {
    assertThat(passing(sample)).isEqualTo(all(sample));
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "to port 445, 06, 01bd, true",
    "to port 139, 06, 008b, true",
    "to another port, 06, 0050, false",
    "UDP to port 138, 11, 008a, true",
    "UDP to port 445, 11, 01bd, false",
    "VXLAN, 11, 12b5, true",
    "GRE, 2f, 0000, true",
    "ICMP, 01, 0800, false"
  })
  void passesOurPorts(String name, String protocol, String port, boolean passes) throws Exception {
    String packet = ipv4(protocol, "0000", port);
    for (String tags : List.of("", VLAN_7, SERVICE_VLAN + VLAN_7)) {
      assertThat(passesFrame(ETHERNET, MACS + tags + "0800" + packet)).isEqualTo(passes);
    }
    assertThat(passesFrame(RAW_IP, packet)).isEqualTo(passes);
    String cooked = "0800" + "0000" + "00000002" + "0001" + "00" + "06" + "0200000007010000";
    assertThat(passesFrame(LINUX_SLL2, cooked + packet)).isEqualTo(passes);
  }

  /** Of a fragmented datagram only the first has ports. */
  @Test
  void passesLaterFragmentsOfAnything() throws Exception {
    for (String tags : List.of("", VLAN_7, SERVICE_VLAN + VLAN_7)) {
      String before = MACS + tags;
      assertThat(passesFrame(ETHERNET, before + "0800" + ipv4("11", "00b9", "ffff"))).isTrue();
      String fragment = "86dd60000000000c2c40" + "00".repeat(32) + "1100000100000001ffffffff";
      assertThat(passesFrame(ETHERNET, before + fragment)).isTrue();
      String plain = "86dd60000000000c1140" + "00".repeat(32) + "004300430008000000000000";
      assertThat(passesFrame(ETHERNET, before + plain)).isFalse();
    }
  }

  @Test
  void passesWhatAFilterCannotLookInto() throws Exception {
    for (String type : List.of("8847", "8848", "8864", "9200")) {
      assertThat(passesFrame(ETHERNET, MACS + type + "00".repeat(60))).isTrue();
      assertThat(passesFrame(ETHERNET, MACS + VLAN_7 + type + "00".repeat(60))).isTrue();
    }
    assertThat(passesFrame(ETHERNET, MACS + "0806" + "00".repeat(60))).isFalse();
    assertThat(passesFrame(ETHERNET, MACS + VLAN_7 + "0806" + "00".repeat(60))).isFalse();
  }

  @Test
  void passesPortsThatTheUserAdds() throws Exception {
    String frame = MACS + VLAN_7 + "0800" + ipv4("06", "0000", "1162");
    assertThat(passesFrame(ETHERNET, frame)).isFalse();
    Path file = write(ETHERNET, frame);
    assertThat(passing(file, CaptureFilter.forms(List.of(4450)))).isEqualTo(1);
  }

  private static String ipv4(String protocol, String fragmentOffset, String port) {
    return "450000280000"
        + fragmentOffset
        + "40"
        + protocol
        + "00000a0700020a070001"
        + "c000"
        + port
        + "00".repeat(16);
  }

  private boolean passesFrame(int linkType, String frame) throws Exception {
    return passing(write(linkType, frame)) == 1;
  }

  private Path write(int linkType, String frame) throws IOException {
    byte[] octets = HexFormat.of().parseHex(frame);
    ByteBuffer file = ByteBuffer.allocate(40 + octets.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.putInt(262_144).putInt(linkType);
    file.putLong(0).putInt(octets.length).putInt(octets.length).put(octets);
    return Files.write(folder.resolve("frame.pcap"), file.array());
  }

  private static long all(Path file) {
    try (CaptureFiles files =
        CaptureFiles.of(List.of(file.toString()), InputStream.nullInputStream())) {
      return count(files);
    }
  }

  private static long passing(Path file) throws Exception {
    return passing(file, CaptureFilter.forms(List.of()));
  }

  /** Under the first form that compiles for the file's link type, as live capture does. */
  private static long passing(Path file, List<String> forms) throws Exception {
    for (String form : forms) {
      try (CaptureFiles files = CaptureFiles.filtered(List.of(file.toString()), form)) {
        long count = count(files);
        boolean compiled =
            files.failures().stream().noneMatch(failure -> failure.problem() == Problem.NOT_OPENED);
        if (compiled) {
          return count;
        }
      }
    }
    throw new AssertionError("no form compiles for " + file);
  }

  private static long count(CaptureFiles files) {
    Packet packet = new Packet();
    while (files.next(packet)) {
      assertThat(packet.length).isNotNegative();
    }
    return files.tally().packets();
  }
}
