package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Settings;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is found in {@code sample-captures/attacks}: all that {@code expected.tsv} names, and
 * nothing else that is high or above.
 */
class AttackCapturesTest {
  private static final Path FOLDER = Path.of("sample-captures", "attacks");

  private static Map<String, Set<String>> expected() throws Exception {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("expected.tsv"))) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t"))
          .collect(Collectors.toMap(cells -> cells[0], cells -> Set.of(cells[1].split(" "))));
    }
  }

  static List<String> captures() throws Exception {
    return expected().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void raisesWhatItShows(String capture) throws Exception {
    Set<String> named = expected().get(capture);

    List<FindingEvent> findings = Detected.in(Settings.DEFAULT, FOLDER.resolve(capture));

    assertThat(findings).extracting(FindingEvent::id).containsAll(named);
    assertThat(findings)
        .filteredOn(finding -> finding.severity().compareTo(Severity.HIGH) >= 0)
        .extracting(FindingEvent::id)
        .isSubsetOf(named);
  }

  @Test
  void namesEachCapture() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".pcap"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(captures()).containsExactlyElementsOf(there);
    }
  }
}
