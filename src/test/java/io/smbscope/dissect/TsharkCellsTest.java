package io.smbscope.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every cell of the samples to what tshark 4.0.17 read of them; {@code
 * sample-captures/dissect-cells.py} wrote that down.
 */
class TsharkCellsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dissect");
  private static final String SUFFIX = ".tsv.gz";

  static Stream<String> captures() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(SUFFIX, ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void everyCellIsAsTsharkPrintsIt(String capture) throws IOException {
    List<String> theirs = lines(FOLDER.resolve(capture + SUFFIX));
    String[] fields = theirs.get(0).split("\t", -1);
    List<String> ours = Dissected.lines(capture, fields);
    assertThat(ours).hasSize(theirs.size() - 1);
    List<String> different = new ArrayList<>();
    for (int frame = 1; frame < theirs.size(); frame++) {
      String[] expected = theirs.get(frame).split("\t", -1);
      String[] found = ours.get(frame - 1).split("\t", -1);
      for (int i = 0; i < fields.length; i++) {
        if (!expected[i].equals(found[i])) {
          different.add(
              String.format("%s of frame %d: %s, not %s", fields[i], frame, expected[i], found[i]));
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
