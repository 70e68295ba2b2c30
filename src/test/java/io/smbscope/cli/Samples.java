package io.smbscope.cli;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.capture.PcapWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The captures in {@code sample-captures}. */
final class Samples {
  private static final Path FOLDER = Path.of("sample-captures");
  private static final Pattern CAPTURE = Pattern.compile(".*\\.(pcap|pcapng)(\\.(gz|zst|lz4))?");

  private Samples() {}

  /** A packet as the capture has it. */
  static final class Frame {
    private final long nanos;
    private final byte[] octets;
    private final int wireLength;
    private final int linkType;

    Frame(long nanos, byte[] octets, int wireLength, int linkType) {
      this.nanos = nanos;
      this.octets = octets;
      this.wireLength = wireLength;
      this.linkType = linkType;
    }

    long nanos() {
      return nanos;
    }

    byte[] octets() {
      return octets;
    }

    int wireLength() {
      return wireLength;
    }

    int linkType() {
      return linkType;
    }
  }

  /** All of them, by name. */
  static List<Path> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> CAPTURE.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path of(String name) {
    return FOLDER.resolve(name);
  }

  static boolean isCompressed(Path capture) {
    return !capture.toString().matches(".*\\.(pcap|pcapng)");
  }

  static List<Frame> frames(Path capture) {
    try {
      return frames(Files.readAllBytes(capture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packets of a capture file, as far as it can be read. */
  static List<Frame> frames(byte[] file) {
    List<Frame> frames = new ArrayList<>();
    try (CaptureFiles files = CaptureFiles.of(List.of("-"), new ByteArrayInputStream(file))) {
      Packet packet = new Packet();
      while (files.next(packet)) {
        byte[] octets = new byte[packet.length];
        packet.window.buffer().get(packet.offset, octets);
        frames.add(new Frame(packet.nanos, octets, packet.wireLength, packet.linkType));
      }
    }
    return frames;
  }

  /** How many packets can be read of a capture file. */
  static int count(byte[] file) {
    try (CaptureFiles files = CaptureFiles.of(List.of("-"), new ByteArrayInputStream(file))) {
      Packet packet = new Packet();
      int count = 0;
      while (files.next(packet)) {
        count++;
      }
      return count;
    }
  }

  /** A pcap file of nanoseconds; all frames have the link type of the first. */
  static byte[] pcap(List<Frame> frames) {
    PcapWriter writer =
        new PcapWriter(frames.isEmpty() ? PcapWriter.ETHERNET : frames.get(0).linkType());
    frames.forEach(frame -> writer.add(frame.nanos(), frame.octets(), frame.wireLength()));
    return writer.toBytes();
  }
}
