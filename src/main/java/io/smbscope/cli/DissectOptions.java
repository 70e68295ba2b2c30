package io.smbscope.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code smbscope dissect} was asked to do.
 *
 * @param captures paths, or {@code -}
 * @param tree the whole tree of each frame
 * @param bytes the octets of each frame
 * @param form of {@code -T}: text, fields, json or ek
 * @param fields of {@code -e}, in their order
 * @param layout of {@code -E}, each {@code name=value}
 * @param filter of {@code -Y}, or null
 * @param listFields print the names of all fields
 * @param describe the name of a field to explain, or null
 * @param ports TCP ports beside 139 and 445
 */
record DissectOptions(
    List<String> captures,
    boolean tree,
    boolean bytes,
    String form,
    List<String> fields,
    List<String> layout,
    String filter,
    boolean listFields,
    String describe,
    List<Integer> ports) {

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("dissect");
    AnalyzeOptions.addCaptures(spec, "0..*");
    spec.addOption(flag("-V", "Print the whole tree of each frame."));
    spec.addOption(flag("-x", "Print the octets of each frame."));
    spec.addOption(
        text("-T", "FORM", String.class)
            .defaultValue("text")
            .description("text, fields, json or ek, as tshark prints them.")
            .build());
    spec.addOption(
        text("-e", "FIELD", List.class)
            .auxiliaryTypes(String.class)
            .description("A field to print with -T fields, json or ek. May be given several times.")
            .build());
    spec.addOption(
        text("-E", "NAME=VALUE", List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Layout of -T fields: header, separator, occurrence, aggregator, quote, bom, as tshark's.")
            .build());
    spec.addOption(
        text("-Y", "FILTER", String.class)
            .description("Only frames that match, in Wireshark's display filter language.")
            .build());
    spec.addOption(flag("--list-fields", "Print the names of all fields, one a line."));
    spec.addOption(
        text("--describe", "FIELD", String.class)
            .description("Say of which type a field is, what it means and where it is specified.")
            .build());
    spec.addOption(
        text("--ports", "LIST", List.class)
            .auxiliaryTypes(Integer.class)
            .splitRegex(",")
            .description("TCP ports that carry SMB, beside 139 and 445.")
            .build());
    spec.usageMessage()
        .sortOptions(false)
        .description("Says what is in each frame, field by field, by Wireshark's names.")
        .footer(
            "",
            "Examples:",
            "  smbscope dissect capture.pcap",
            "  smbscope dissect -V capture.pcap",
            "  smbscope dissect -T fields -e frame.number -e smb2.cmd -e smb2.filename capture.pcap",
            "  smbscope dissect -Y 'smb2.cmd == 5 && smb2.filename contains \"pay\"' capture.pcap",
            "  smbscope dissect --describe smb2.flags.response");
    return spec;
  }

  static DissectOptions of(ParseResult parsed) {
    return new DissectOptions(
        parsed.matchedPositionalValue(0, List.of()),
        parsed.hasMatchedOption("-V"),
        parsed.hasMatchedOption("-x"),
        parsed.matchedOptionValue("-T", "text"),
        parsed.matchedOptionValue("-e", List.of()),
        parsed.matchedOptionValue("-E", List.of()),
        parsed.matchedOptionValue("-Y", null),
        parsed.hasMatchedOption("--list-fields"),
        parsed.matchedOptionValue("--describe", null),
        parsed.matchedOptionValue("--ports", List.of()));
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  private static OptionSpec.Builder text(String name, String label, Class<?> type) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(type);
  }
}
