package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.smbscope.output.LineTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTargetTest {
  @TempDir private Path folder;

  @Test
  void writesEachLine() throws Exception {
    Path file = folder.resolve("eve.json");
    try (LineTarget target = open(file.toString())) {
      NumberedLines.give(target, 0, 20_000);
      target.flush();
      assertThat(Files.readAllLines(file)).hasSize(20_000);
      NumberedLines.give(target, 20_000, 20_001);
    }
    assertThat(numbers(file)).isEqualTo(IntStream.range(0, 20_001).boxed().toList());
  }

  @Test
  void replacesWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("eve.json"), "old\n".repeat(10));
    try (LineTarget target = open(file.toString())) {
      NumberedLines.give(target, 0, 1);
    }
    assertThat(numbers(file)).containsExactly(0);
  }

  @Test
  void takesALineLongerThanItsBuffer() throws Exception {
    Path file = folder.resolve("eve.json");
    byte[] line = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    try (LineTarget target = open(file.toString())) {
      target.line(line, line.length, null);
      target.line(line, 3, null);
      target.line(line, line.length, null);
    }
    assertThat(Files.readAllLines(file))
        .extracting(String::length)
        .containsExactly(1_000_000, 3, 1_000_000);
  }

  @Test
  void countsWhatADeviceWithoutRoomDoesNotTake() throws Exception {
    assumeThat(Path.of("/dev/full")).as("a device that is always full").exists();
    LineTarget target = open("/dev/full");
    NumberedLines.give(target, 0, 10_000);
    target.close();
    assertThat(target.lost()).isEqualTo(10_000);
    assertThat(target.trouble()).isNotEmpty();
  }

  @Test
  void goesOnWithAWholeLineWhenTheDiskHasRoomAgain() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString()))
        .as("only root may mount a small disk")
        .isZero();
    try {
      Path file = disk.resolve("eve.json");
      Path filler = Files.write(disk.resolve("filler"), new byte[600_000]);
      LineTarget target = open(file.toString());
      NumberedLines.give(target, 0, 20_000);
      assertThat(target.lost()).isPositive();
      assertThat(Files.readString(file)).endsWith("}\n");

      Files.delete(filler);
      target.flush();
      NumberedLines.give(target, 20_000, 20_100);
      target.close();
      List<Integer> numbers = numbers(file);
      assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(20_098, 20_099);
      assertThat(numbers.size() + target.lost()).isEqualTo(20_100);
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void endsWithTheReaderOfANamedPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeThat(run("mkfifo", pipe.toString())).as("mkfifo is there").isZero();
    Thread reader =
        new Thread(
            () -> {
              try (var in = Files.newInputStream(pipe)) {
                in.readNBytes(100);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    reader.start();
    LineTarget target = open(pipe.toString());
    assertThatThrownBy(() -> NumberedLines.give(target, 0, 1_000_000))
        .isInstanceOf(IOException.class);
    reader.join();
  }

  @Test
  void writesWholeLinesToStandardOutput() throws Exception {
    List<String> writes = new ArrayList<>();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int octet) {
            throw new AssertionError("octet by octet");
          }

          @Override
          public void write(byte[] octets, int from, int count) {
            writes.add(new String(octets, from, count, StandardCharsets.UTF_8));
          }
        };
    try (LineTarget target = open("-", out)) {
      NumberedLines.give(target, 0, 5_000);
    }
    assertThat(writes).hasSizeBetween(2, 50).allMatch(write -> write.endsWith("}\n"));
    assertThat(String.join("", writes).lines().map(NumberedLines::number))
        .isEqualTo(IntStream.range(0, 5_000).boxed().toList());
  }

  @Test
  void writesLongLinesToStandardOutput() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] line = "x".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    try (LineTarget target = open("-", out)) {
      target.line(line, 5, null);
      target.line(line, line.length, null);
      target.line(line, 7, null);
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(String::length))
        .containsExactly(5, 200_000, 7);
  }

  @Test
  void failsWhenStandardOutputIsClosed() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThatThrownBy(() -> NumberedLines.give(open("-", closed), 0, 10_000))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }

  @Test
  void saysWhyAFileCannotBeWritten() {
    Path file = folder.resolve("absent").resolve("eve.json");
    assertThatThrownBy(() -> open(file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot write " + file + ": no such folder");
    assertThatThrownBy(() -> open(folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot write " + folder + ": is a directory");
  }

  private static LineTarget open(String spec) {
    return open(spec, OutputStream.nullOutputStream());
  }

  private static LineTarget open(String spec, OutputStream standardOutput) {
    return Targets.open(spec, standardOutput, LogFiles.once());
  }

  private static List<Integer> numbers(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(NumberedLines::number).toList();
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
