package io.smbscope.cli;

import io.smbscope.capture.Tally;
import io.smbscope.event.CaptureEvent;
import io.smbscope.net.DecoderStats;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of all packets together when an analysis ends. */
final class Captured {
  private Captured() {}

  /**
   * The last event of an analysis.
   *
   * @param inputs as the user named them
   * @param failures one line each
   */
  static CaptureEvent event(
      List<String> inputs, Tally tally, DecoderStats stats, List<String> failures) {
    long unknown = stats.unknownLinkTypes().values().stream().mapToLong(Long::longValue).sum();
    return new CaptureEvent(
        tally.last(),
        tally.first(),
        inputs,
        tally.packets(),
        tally.bytes(),
        tally.wireBytes(),
        stats.relevant(),
        stats.truncated(),
        unknown + stats.malformed(),
        Stream.concat(failures.stream(), unknownLinkTypes(stats).stream())
            .collect(Collectors.toList()));
  }

  /** One line for each link type whose packets could not be read. */
  static List<String> unknownLinkTypes(DecoderStats stats) {
    return stats.unknownLinkTypes().entrySet().stream()
        .map(
            entry ->
                "unknown link type "
                    + entry.getKey()
                    + ": "
                    + entry.getValue()
                    + " packets not read")
        .toList();
  }
}
