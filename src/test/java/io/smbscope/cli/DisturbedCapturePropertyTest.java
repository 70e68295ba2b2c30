package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Samples.Frame;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was said counts, not in which packets and in what order they came. */
class DisturbedCapturePropertyTest {
  /** What depends on packets and their times; all else is what was said. */
  private static final Pattern PACKETS_AND_TIMES =
      Pattern.compile(
          "\"(start_)?packet\":\\d+,|\"(start_)?time\":\"[^\"]*\",|\"response_nanos\":-?\\d+,"
              + "|\"(client|server)_(packets|bytes)\":\\d+,|\"retransmitted\":\\d+,");

  /** Connections are numbered by their first packets. */
  private static final Pattern CONNECTION_IDS =
      Pattern.compile("\"(id|connection|flow|connections|other_connections)\":(\\d+|\\[[\\d,]*])");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Map<Path, List<Frame>> frames = new ConcurrentHashMap<>();
  private final Map<Path, String> undisturbed = new ConcurrentHashMap<>();

  @Provide
  Arbitrary<Path> samples() {
    return Arbitraries.of(Samples.all().stream().filter(sample -> !hasGaps(sample)).toList());
  }

  /** Around what is missing, events depend on the packet at which it is given up. */
  private static boolean hasGaps(Path sample) {
    return sample.getFileName().toString().startsWith("gaps-");
  }

  @Property(tries = 500)
  void anySegmentationOrderRepetitionAndOverlapGiveTheSameEvents(
      @ForAll("samples") Path sample,
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 8) int window) {
    List<Frame> original = frames.computeIfAbsent(sample, Samples::frames);
    List<Frame> disturbed = Disturbance.of(original, random, window);
    String expected = undisturbed.computeIfAbsent(sample, path -> said(original));
    assertThat(said(disturbed)).isEqualTo(expected);
  }

  private static String said(List<Frame> frames) {
    String events =
        Program.run(Samples.pcap(frames), "analyze", "--no-detect", "--json", "-", "-").events();
    Map<Long, Integer> ranks = ranks(events);
    String numbered =
        CONNECTION_IDS
            .matcher(events)
            .replaceAll(ids -> Matcher.quoteReplacement(renumbered(ids.group(), ranks)));
    return PACKETS_AND_TIMES
        .matcher(numbered)
        .replaceAll("")
        .lines()
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String renumbered(String ids, Map<Long, Integer> ranks) {
    return NUMBER.matcher(ids).replaceAll(id -> "#" + ranks.get(Long.valueOf(id.group())));
  }

  private static Map<Long, Integer> ranks(String events) {
    Map<Long, Integer> ranks = new TreeMap<>();
    CONNECTION_IDS
        .matcher(events)
        .results()
        .map(MatchResult::group)
        .flatMap(ids -> NUMBER.matcher(ids).results())
        .forEach(id -> ranks.put(Long.valueOf(id.group()), 0));
    int rank = 0;
    for (Map.Entry<Long, Integer> entry : ranks.entrySet()) {
      entry.setValue(rank++);
    }
    return ranks;
  }
}
