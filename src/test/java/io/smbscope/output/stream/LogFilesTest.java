package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.output.LineTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  private static final LogFiles.Edges EDGES =
      new LogFiles.Edges() {
        @Override
        public byte[] head() {
          return "#open\n".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] foot() {
          return "#close\n".getBytes(StandardCharsets.UTF_8);
        }
      };

  @TempDir private Path folder;

  @Test
  void eachFileIsNoLargerThanAskedForAndAllLinesAreThere() throws Exception {
    Path file = folder.resolve("eve.json");
    try (LineTarget target = LogFiles.continued(100_000, 0, 0).open(file, LogFiles.Edges.NONE)) {
      NumberedLines.give(target, 0, 20_000);
    }
    List<Integer> numbers = new ArrayList<>();
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(5).last().isEqualTo(file);
    assertThat(files).element(0).isEqualTo(folder.resolve("eve-00001.json"));
    for (Path each : files) {
      assertThat(each)
          .as(each.toString())
          .satisfies(f -> assertThat(Files.size(f)).isLessThanOrEqualTo(100_000));
      Files.readAllLines(each).forEach(line -> numbers.add(NumberedLines.number(line)));
    }
    assertThat(numbers).isEqualTo(IntStream.range(0, 20_000).boxed().toList());
  }

  @Test
  void noMoreFullFilesAreKeptThanAskedFor() throws Exception {
    Path file = folder.resolve("conn.log");
    try (LineTarget target = LogFiles.continued(10_000, 0, 3).open(file, EDGES)) {
      NumberedLines.give(target, 0, 20_000);
    }
    assertThat(files()).hasSize(4).last().isEqualTo(file);
  }

  @Test
  void eachFileHasItsEdges() throws Exception {
    Path file = folder.resolve("conn.log");
    try (LineTarget target = LogFiles.continued(10_000, 0, 0).open(file, EDGES)) {
      NumberedLines.give(target, 0, 2_000);
    }
    assertThat(files()).hasSizeGreaterThan(3);
    for (Path each : files()) {
      List<String> lines = Files.readAllLines(each);
      assertThat(lines).startsWith("#open").endsWith("#close");
      assertThat(lines.subList(1, lines.size() - 1)).noneMatch(line -> line.startsWith("#"));
    }
  }

  @Test
  void aFileThatWasMovedAwayIsMadeAnewOnRequest() throws Exception {
    Path file = folder.resolve("eve.json");
    Path moved = folder.resolve("eve.json.1");
    LogFiles files = LogFiles.continued(0, 0, 0);
    try (LineTarget target = files.open(file, LogFiles.Edges.NONE)) {
      NumberedLines.give(target, 0, 10);
      target.flush();
      Files.move(file, moved);
      NumberedLines.give(target, 10, 20);
      files.reopen();
      NumberedLines.give(target, 20, 30);
    }
    assertThat(Files.readAllLines(moved)).hasSize(20);
    assertThat(Files.readAllLines(file))
        .extracting(NumberedLines::number)
        .startsWith(20)
        .hasSize(10);
  }

  @Test
  void aFileThatIsStillThereGoesOn() throws Exception {
    Path file = folder.resolve("conn.log");
    LogFiles files = LogFiles.continued(0, 0, 0);
    try (LineTarget target = files.open(file, EDGES)) {
      NumberedLines.give(target, 0, 10);
      files.reopen();
      NumberedLines.give(target, 10, 20);
    }
    assertThat(Files.readAllLines(file)).hasSize(22).startsWith("#open").endsWith("#close");
  }

  /** As when the machine stopped within a line. */
  @Test
  void goesOnBehindTheLastWholeLine() throws Exception {
    Path file = Files.writeString(folder.resolve("eve.json"), "{\"n\":1}\n{\"n\":");
    try (LineTarget target = LogFiles.continued(0, 0, 0).open(file, LogFiles.Edges.NONE)) {
      NumberedLines.give(target, 2, 3);
    }
    assertThat(Files.readAllLines(file)).hasSize(2).startsWith("{\"n\":1}");
    Path long1 = Files.writeString(folder.resolve("long.json"), "x".repeat(200_000));
    try (LineTarget target = LogFiles.continued(0, 0, 0).open(long1, LogFiles.Edges.NONE)) {
      NumberedLines.give(target, 2, 3);
    }
    assertThat(Files.readAllLines(long1)).hasSize(1);
  }

  @Test
  void aNamedPipeOrDeviceIsNeverRenamed() throws Exception {
    Path device = Path.of("/dev/null");
    org.assertj.core.api.Assumptions.assumeThat(device).exists();
    LogFiles files = LogFiles.continued(1_000, 1, 1);
    try (LineTarget target = files.open(device, EDGES)) {
      NumberedLines.give(target, 0, 1_000);
      files.reopen();
      NumberedLines.give(target, 0, 1_000);
      assertThat(target.lost()).isZero();
    }
    assertThat(device).exists();
  }

  /** In the order of their numbers, the present one last. */
  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(
              java.util.Comparator.comparing(
                  file -> file.getFileName().toString().replaceFirst("^([a-z]+)\\.", "$1-99999.")))
          .toList();
    }
  }
}
