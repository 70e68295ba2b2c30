package io.smbscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample capture gives what stands beside it, which a person has reviewed and {@code
 * compare.py} has held against tshark. {@code -Dgolden.update=true} writes the results anew.
 */
class GoldenTest {
  private static final Path SAMPLES = Path.of("sample-captures");
  private static final String RESULT = ".jsonl";

  static List<String> captures() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*\\.(pcap|pcapng)(\\.(gz|zst|lz4))?"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void givesTheReviewedResult(String capture) throws IOException {
    check(capture + RESULT, capture);
  }

  @Test
  void readsRotatedCapturesAsOne() throws IOException {
    check("rotated-1+2.pcap" + RESULT, "rotated-1.pcap", "rotated-2.pcap");
  }

  @Test
  void everySampleIsDescribed() throws IOException {
    assertThat(Files.readString(SAMPLES.resolve("README.md")).split("[\\s|,]+"))
        .contains(captures().toArray(String[]::new));
  }

  @Test
  void everyResultHasItsSample() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      List<String> results =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(RESULT) && !name.startsWith("rotated-1+2"))
              .map(name -> name.substring(0, name.length() - RESULT.length()))
              .sorted()
              .toList();
      assertThat(results).isEqualTo(captures());
    }
  }

  private void check(String resultName, String... captures) throws IOException {
    Stream<String> paths = Stream.of(captures).map(name -> SAMPLES.resolve(name).toString());
    InProcess.Run run =
        InProcess.run(
            Stream.concat(Stream.of("analyze", "--no-detect", "--json", "-"), paths)
                .toArray(String[]::new));
    String lines = run.out();
    assertThat(run.status()).as(run.err()).isEqualTo(lines.contains("\"failures\":[]") ? 0 : 3);

    Path reviewed = SAMPLES.resolve(resultName);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(reviewed, lines);
    }
    assertThat(reviewed).exists();
    assertThat(lines).isEqualTo(Files.readString(reviewed));
  }
}
