package io.smbscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.net.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds of every sample's trees that what they show stands within the octets that are there. */
class WholeTreeTest {
  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("sample-captures"))) {
      return files.filter(file -> file.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void everyNodeStandsInItsOctets(Path capture) {
    FrameDissector dissector = new FrameDissector(Wanted.ALL, Ports.withTcp(List.of()));
    Packet packet = new Packet();
    try (CaptureFiles source =
        CaptureFiles.of(List.of(capture.toString()), InputStream.nullInputStream())) {
      while (source.next(packet)) {
        FrameTree tree = dissector.dissect(packet);
        for (Node node : tree.nodes()) {
          int there = tree.sources().get(node.source()).octets().length();
          assertThat(node.depth()).as("%s in frame %d", node, packet.number).isNotNegative();
          assertThat(node.offset()).as("%s in frame %d", node, packet.number).isBetween(0, there);
        }
        assertThat(tree.depth()).as("subtrees left open in frame %d", packet.number).isZero();
      }
    }
  }
}
