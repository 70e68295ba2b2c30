package io.smbscope.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code smbscope analyze} was asked to do.
 *
 * @param captures paths, or {@code -}
 * @param outputs what is written beside the summary
 * @param settings how findings are looked for
 * @param filter in libpcap's language, or null
 * @param ports TCP ports beside 139 and 445
 * @param threads from 1 on, as the user said; not checked yet
 * @param readiness who depends on what is asked for, not what happened
 */
record AnalyzeOptions(
    List<String> captures,
    OutputOptions outputs,
    SettingsOptions settings,
    String filter,
    List<Integer> ports,
    int threads,
    boolean follow,
    Progress.When progress,
    boolean readiness) {

  private static final String READINESS = "readiness";

  /**
   * The command as picocli wants it. Made by calls, not by annotations: reading these takes longer
   * than a small capture.
   */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("analyze");
    addCaptures(spec);
    OutputOptions.addTo(spec);
    SettingsOptions.addTo(spec);
    addReading(spec);
    spec.addOption(
        OptionSpec.builder("--follow")
            .arity("0")
            .type(boolean.class)
            .description(
                "Read on in the last capture while it is being written, until interrupted.")
            .build());
    spec.usageMessage()
        .sortOptions(false)
        .description(
            "Says what happened in captures: connections, sessions, shares, files, encryption.")
        .footer(
            "",
            "Several captures are one analysis: connections go on from one to the next.",
            "Exit status: 0 done, 1 findings that --fail-on names, 2 wrong usage,",
            "3 an input could not be read to its end.",
            "",
            "Examples:",
            "  smbscope analyze capture.pcap",
            "  smbscope analyze ring-00001.pcapng ring-00002.pcapng",
            "  smbscope analyze --json - capture.pcap.zst | jq 'select(.type == \"file\").name'",
            "  tcpdump -w - port 445 | smbscope analyze -",
            "  smbscope analyze --config smbscope.yaml capture.pcap",
            "  smbscope analyze --access - capture.pcap           who did what to which file",
            "  smbscope analyze --learn normal.yaml quiet.pcap    what is normal, and then:",
            "  smbscope analyze --baseline normal.yaml today.pcap",
            "  smbscope analyze --fail-on high capture.pcap || echo 'look at it'",
            "  smbscope analyze --filter 'host 10.7.0.1' capture.pcap");
    return spec;
  }

  /** The same for {@code smbscope readiness}. */
  static CommandSpec readinessSpec() {
    CommandSpec spec = CommandSpec.create().name(READINESS);
    addCaptures(spec);
    spec.addOption(
        option("--json", "FILE|-").description("Write the answers as JSON lines.").build());
    addReading(spec);
    spec.usageMessage()
        .sortOptions(false)
        .description(
            "Says who still depends on SMB1, SMB 2, NTLM, NetBIOS, guests, unsigned or unencrypted"
                + " sessions, and what would break if these were switched off.")
        .footer(
            "",
            "A change breaks a client when the capture shows no other way for it to go on.",
            "",
            "Examples:",
            "  smbscope readiness monday.pcap tuesday.pcap",
            "  smbscope readiness --json - week.pcap.zst | jq -r .sentence");
    return spec;
  }

  /** Captures as arguments. */
  static void addCaptures(CommandSpec spec) {
    addCaptures(spec, "1..*");
  }

  /** As many captures as {@code arity} says. */
  static void addCaptures(CommandSpec spec, String arity) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CAPTURE")
            .arity(arity)
            .required(!arity.startsWith("0"))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("pcap or pcapng, also .gz, .zst or .lz4; - is standard input.")
            .build());
  }

  /** How captures are read. */
  static void addReading(CommandSpec spec) {
    spec.addOption(
        option("--filter", "BPF")
            .description("Only packets that match, as in tcpdump(8). Needs libpcap.")
            .build());
    spec.addOption(
        option("--ports", "LIST")
            .type(List.class)
            .auxiliaryTypes(Integer.class)
            .splitRegex(",")
            .description("TCP ports to follow beside 139 and 445.")
            .build());
    spec.addOption(
        option("--threads", "N")
            .type(Integer.class)
            .description("How many work side by side; the output is the same. Default: the cores.")
            .build());
    spec.addOption(
        option("--progress", "auto|always|never")
            .type(Progress.When.class)
            .description("Progress bar on standard error. Default: auto, for long captures.")
            .build());
  }

  private static OptionSpec.Builder option(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
  }

  static AnalyzeOptions of(ParseResult parsed) {
    return new AnalyzeOptions(
        parsed.matchedPositionalValue(0, List.of()),
        OutputOptions.of(parsed),
        SettingsOptions.of(parsed),
        parsed.matchedOptionValue("--filter", null),
        parsed.matchedOptionValue("--ports", List.of()),
        parsed.matchedOptionValue("--threads", Runtime.getRuntime().availableProcessors()),
        parsed.hasMatchedOption("--follow"),
        parsed.matchedOptionValue("--progress", Progress.When.auto),
        READINESS.equals(parsed.commandSpec().name()));
  }
}
