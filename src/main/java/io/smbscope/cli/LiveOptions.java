package io.smbscope.cli;

import io.smbscope.capture.live.CaptureOptions;
import io.smbscope.capture.live.WriteOptions;
import io.smbscope.output.stream.LogFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code smbscope live} was asked to do.
 *
 * @param capture how to capture
 * @param files how to keep packets, or null
 * @param outputs what is written beside the summary
 * @param logs how outputs that are files are kept
 * @param settings how findings are looked for
 * @param metrics {@code HOST:PORT} where Prometheus reads them, or null
 * @param user to become once the interfaces are open, or null
 * @param threads as the user said; not checked yet
 */
record LiveOptions(
    CaptureOptions capture,
    WriteOptions files,
    OutputOptions outputs,
    LogFiles logs,
    SettingsOptions settings,
    String metrics,
    String user,
    int threads) {

  /** The command as picocli wants it. */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("live");
    spec.addOption(
        OptionSpec.builder("-i", "--interface")
            .paramLabel("IFACE[,IFACE]")
            .arity("1")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description("Interfaces to capture on; any is all of Linux's together.")
            .build());
    OutputOptions.addTo(spec);
    SettingsOptions.addTo(spec);
    addCapture(spec);
    addFiles(spec);
    spec.addOption(
        text("--metrics", "HOST:PORT")
            .description("Serve counts of the capture to Prometheus, at /metrics.")
            .build());
    spec.addOption(
        text("--user", "NAME")
            .description("Become this user once the interfaces are open.")
            .build());
    spec.addOption(
        number("--threads", "N")
            .description("How many work side by side; the output is the same. Default: the cores.")
            .build());
    spec.usageMessage()
        .sortOptions(false)
        .description("Says what happens on interfaces, until it is interrupted.")
        .footer(
            "",
            "An interrupt (SIGINT, SIGTERM) ends the capture, finishes what was captured and",
            "prints the summary; a second one ends at once. SIGHUP opens log and JSON files",
            "that were moved away by their names again, as logrotate wants it. SIGUSR1 tells",
            "who still depends on old dialects, weak logons, clear sessions and NetBIOS so",
            "far, as smbscope readiness does: on standard error and in JSON. In the view on a",
            "terminal the key r shows it.",
            "Exit status: 0 done, 1 findings that --fail-on names, 2 wrong usage,",
            "3 an interface or an output failed.",
            "",
            "Examples:",
            "  smbscope live -i eth0",
            "  smbscope live -i eth1,eth2 --zeek /var/log/smb --user nobody",
            "  smbscope live -i any -w ring.pcapng --rotate-size 100M --keep 20",
            "  smbscope live -i eth0 --config smbscope.yaml --baseline normal.yaml",
            "  smbscope live -i eth0 --json - --duration 1h | jq 'select(.type == \"drop\")'");
    return spec;
  }

  private static void addCapture(CommandSpec spec) {
    spec.addOption(
        text("--filter", "BPF")
            .description(
                "Only packets that match, as in tcpdump(8). Default: SMB and NetBIOS ports,",
                "fragments and tunnels, with VLAN tags or without.")
            .build());
    spec.addOption(
        OptionSpec.builder("--ports")
            .paramLabel("LIST")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(Integer.class)
            .splitRegex(",")
            .description("TCP ports to follow beside 139 and 445.")
            .build());
    spec.addOption(
        number("--snaplen", "OCTETS")
            .description("Take no more of each packet. Default: all.")
            .build());
    spec.addOption(
        number("--buffer", "MIB")
            .description(
                "The kernel's buffer for each interface. Default: "
                    + CaptureOptions.DEFAULT_BUFFER
                    + ".")
            .build());
    spec.addOption(flag("--promiscuous", "Take packets to other hosts too. This is the default."));
    spec.addOption(flag("--no-promiscuous", "Take only packets that the interface takes itself."));
    spec.addOption(
        flag("--immediate", "Take each packet as it comes: sooner, but fewer a second."));
    spec.addOption(
        text("--duration", "TIME").description("End after 90 (seconds), 15m, 12h, 7d.").build());
    spec.addOption(
        OptionSpec.builder("--count")
            .paramLabel("N")
            .arity("1")
            .type(Long.class)
            .description("End after so many packets.")
            .build());
    spec.addOption(
        flag("--exit-on-down", "End when an interface goes down; else it is waited for."));
  }

  private static void addFiles(CommandSpec spec) {
    spec.addOption(text("-w", "FILE").description("Keep the packets, as pcapng.").build());
    spec.addOption(
        text("--rotate-size", "SIZE")
            .description("Begin the next FILE-00001, FILE-00002, ... at 100M, 2G.")
            .build());
    spec.addOption(
        text("--rotate-time", "TIME").description("Begin the next after 15m, 1h, 1d.").build());
    spec.addOption(
        text("--log-rotate-size", "SIZE")
            .description(
                "Rename a full log or JSON file to FILE-00001, ... at 100M or 2G,",
                "and go on in a new one.")
            .build());
    spec.addOption(
        text("--log-rotate-time", "TIME").description("The same after 15m, 1h, 1d.").build());
    spec.addOption(
        number("--keep", "N")
            .description("Delete the oldest of more than N such files of each kind.")
            .build());
  }

  private static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
  }

  private static OptionSpec.Builder number(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(Integer.class);
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  /**
   * Reads and checks them.
   *
   * @throws IllegalArgumentException one line for the user
   */
  static LiveOptions of(ParseResult parsed) {
    List<String> interfaces = parsed.matchedOptionValue("-i", List.of());
    if (interfaces.stream().distinct().count() < interfaces.size()) {
      throw new IllegalArgumentException("-i: an interface is named twice");
    }
    String duration = parsed.matchedOptionValue("--duration", null);
    CaptureOptions capture =
        new CaptureOptions(
            interfaces,
            parsed.matchedOptionValue("--filter", null),
            parsed.matchedOptionValue("--ports", List.of()),
            within(parsed, "--snaplen", CaptureOptions.MOST_SNAP_LENGTH, 64),
            within(parsed, "--buffer", CaptureOptions.DEFAULT_BUFFER, 1),
            !parsed.hasMatchedOption("--no-promiscuous"),
            parsed.hasMatchedOption("--immediate"),
            parsed.hasMatchedOption("--exit-on-down"),
            count(parsed),
            duration == null ? 0 : Quantity.seconds("--duration", duration));
    return new LiveOptions(
        capture,
        files(parsed),
        OutputOptions.of(parsed),
        logs(parsed),
        SettingsOptions.of(parsed),
        parsed.matchedOptionValue("--metrics", null),
        parsed.matchedOptionValue("--user", null),
        within(parsed, "--threads", Runtime.getRuntime().availableProcessors(), 1));
  }

  private static WriteOptions files(ParseResult parsed) {
    String file = parsed.matchedOptionValue("-w", null);
    String size = parsed.matchedOptionValue("--rotate-size", null);
    String time = parsed.matchedOptionValue("--rotate-time", null);
    if (file == null && (size != null || time != null)) {
      throw new IllegalArgumentException("--rotate-size and --rotate-time need -w FILE");
    }
    if (file == null) {
      return null;
    }
    return new WriteOptions(
        Path.of(file),
        size == null ? 0 : Quantity.octets("--rotate-size", size),
        time == null ? 0 : Quantity.seconds("--rotate-time", time),
        keep(parsed));
  }

  private static LogFiles logs(ParseResult parsed) {
    String size = parsed.matchedOptionValue("--log-rotate-size", null);
    String time = parsed.matchedOptionValue("--log-rotate-time", null);
    boolean rotates = size != null || time != null;
    if (parsed.hasMatchedOption("--keep")
        && !rotates
        && !parsed.hasMatchedOption("--rotate-size")
        && !parsed.hasMatchedOption("--rotate-time")) {
      throw new IllegalArgumentException(
          "--keep needs --rotate-size, --rotate-time, --log-rotate-size or --log-rotate-time");
    }
    return LogFiles.continued(
        size == null ? 0 : Quantity.octets("--log-rotate-size", size),
        time == null ? 0 : Quantity.seconds("--log-rotate-time", time),
        keep(parsed));
  }

  private static int keep(ParseResult parsed) {
    return parsed.hasMatchedOption("--keep") ? within(parsed, "--keep", 0, 1) : 0;
  }

  private static long count(ParseResult parsed) {
    long count = parsed.matchedOptionValue("--count", 0L);
    if (count < 0 || (count == 0 && parsed.hasMatchedOption("--count"))) {
      throw new IllegalArgumentException("--count takes a number from 1 on, not " + count);
    }
    return count;
  }

  /** A number of which the user gives no less than {@code least}, nor more than memory or time. */
  private static int within(ParseResult parsed, String option, int usual, int least) {
    int value = parsed.matchedOptionValue(option, usual);
    int most =
        switch (option) {
          case "--snaplen" -> CaptureOptions.MOST_SNAP_LENGTH;
          case "--buffer" -> 2_047;
          default -> Integer.MAX_VALUE;
        };
    if (value < least || value > most) {
      String range = most == Integer.MAX_VALUE ? least + " on" : least + " to " + most;
      throw new IllegalArgumentException(
          option + " takes a number from " + range + ", not " + value);
    }
    return value;
  }
}
