package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import com.github.luben.zstd.ZstdOutputStream;
import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.PcapngWriter;
import io.smbscope.cli.Program.Result;
import io.smbscope.cli.Samples.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same packets give the same result, however they are stored and worked on. */
class SameResultTest {
  private static final int LINKTYPE_ETHERNET = 1;
  private static final int NANOSECONDS = 9;
  private static final int PARTS = 10;

  @TempDir private Path folder;

  static List<Path> samples() {
    return Samples.all();
  }

  static List<Path> readByLibpcap() {
    return Samples.all().stream().filter(sample -> !Samples.isCompressed(sample)).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anyNumberOfThreads(Path sample) {
    sameForAnyNumberOfThreads(List.of(sample));
  }

  @Test
  void anyNumberOfThreadsForAllSamplesInOneCall() {
    sameForAnyNumberOfThreads(Samples.all());
  }

  @Test
  void anyNumberOfThreadsForAllOutputsAtOnce() throws IOException {
    Map<String, String> alone = outputs("1");
    assertThat(alone.keySet()).contains("eve.json", "ecs.json", "events.json", "zeek/smb_cmd.log");
    assertThat(outputs("2")).isEqualTo(alone);
    assertThat(outputs("4")).isEqualTo(alone);
  }

  /** What was written into each file. */
  private Map<String, String> outputs(String threads) throws IOException {
    Path to = Files.createDirectory(folder.resolve("threads-" + threads));
    List<String> arguments = new ArrayList<>(List.of("analyze", "--threads", threads));
    arguments.addAll(List.of("--eve", to + "/eve.json", "--ecs", to + "/ecs.json"));
    arguments.addAll(List.of("--json", to + "/events.json", "--zeek", to + "/zeek"));
    Samples.all().forEach(sample -> arguments.add(sample.toString()));
    Program.run(arguments.toArray(String[]::new));
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(to)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(to.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static void sameForAnyNumberOfThreads(List<Path> captures) {
    Result alone = Program.json(captures, "--threads", "1");
    assertThat(alone.out()).isNotEmpty();
    for (String threads : List.of("2", "4")) {
      Result together = Program.json(captures, "--threads", threads);
      assertThat(together.outText()).isEqualTo(alone.outText());
      assertThat(together.errText()).isEqualTo(alone.errText());
      assertThat(together.status()).isEqualTo(alone.status());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anyForm(Path sample) throws IOException {
    List<Frame> frames = Samples.frames(sample);
    Result original = Program.json(List.of(sample));
    assertThat(frames.stream().map(Frame::linkType).distinct()).hasSizeLessThanOrEqualTo(1);
    byte[] pcap = Samples.pcap(frames);
    byte[] pcapng = pcapng(frames);
    same(original, Program.json(List.of(write("one.pcap", pcap))));
    same(original, Program.json(List.of(write("one.pcapng", pcapng))));
    same(original, Program.json(List.of(write("one.pcap.gz", compress(pcap, true)))));
    same(original, Program.json(List.of(write("one.pcapng.zst", compress(pcapng, false)))));
    same(original, Program.run(pcap, "analyze", "--json", "-", "-"));
    same(original, Program.run(compress(pcap, false), "analyze", "--json", "-", "-"));
    same(original, Program.json(parts(frames)));
  }

  @ParameterizedTest
  @MethodSource("readByLibpcap")
  void throughLibpcapUnderAFilterThatPassesAll(Path sample) {
    assumeThatCode(() -> CaptureFiles.filtered(List.of(), "").close())
        .as("libpcap is not installed")
        .doesNotThrowAnyException();
    assumeThat(Samples.frames(sample).stream().map(Frame::linkType).distinct())
        .as("libpcap reads one link type in a file")
        .hasSize(1);
    same(Program.json(List.of(sample)), Program.json(List.of(sample), "--filter", "greater 0"));
  }

  /** The last line is compared only where both inputs are whole: it says how they broke. */
  private static void same(Result expected, Result actual) {
    assertThat(actual.events()).isEqualTo(expected.events());
    if (expected.status() == Program.DONE) {
      assertThat(actual.capture()).isEqualTo(expected.capture());
      assertThat(actual.errText()).isEmpty();
      assertThat(actual.status()).isEqualTo(Program.DONE);
    }
  }

  private List<Path> parts(List<Frame> frames) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      List<Frame> part = frames.subList(frames.size() * i / PARTS, frames.size() * (i + 1) / PARTS);
      parts.add(write("part-" + i + ".pcap", Samples.pcap(part)));
    }
    return parts;
  }

  private static byte[] pcapng(List<Frame> frames) {
    int linkType = frames.isEmpty() ? LINKTYPE_ETHERNET : frames.get(0).linkType();
    PcapngWriter writer =
        new PcapngWriter().section(ByteOrder.BIG_ENDIAN).networkInterface(linkType, NANOSECONDS, 0);
    frames.forEach(
        frame -> writer.enhancedPacket(0, frame.nanos(), frame.octets(), frame.wireLength()));
    return writer.toBytes();
  }

  private static byte[] compress(byte[] file, boolean gzip) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out =
        gzip ? new GZIPOutputStream(compressed) : new ZstdOutputStream(compressed)) {
      out.write(file);
    }
    return compressed.toByteArray();
  }

  private Path write(String name, byte[] file) throws IOException {
    return Files.write(folder.resolve(name), file);
  }
}
