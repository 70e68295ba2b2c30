package io.smbscope.cli;

import io.smbscope.detect.sigma.SigmaErrors;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.Severity;
import io.smbscope.session.Wanted;
import io.smbscope.session.Wanted.Commands;
import io.smbscope.smb.FileContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * What is written beside the summary, as the user asked.
 *
 * @param json path, {@code -} for standard output, or null
 * @param eve where Suricata's events go: path, {@code -}, {@code unix:PATH}, {@code tcp:HOST:PORT}
 * @param zeek folder of Zeek's logs, or null
 * @param zeekJson these as JSON lines
 * @param zeekExtra with columns that Zeek lacks
 * @param digests of file contents: {@code md5}, {@code sha1}, {@code sha256}
 * @param ecs where Elastic Common Schema events go, as {@code eve}
 * @param kafka {@code BOOTSTRAP/TOPIC}: Suricata's events go there
 * @param syslog {@code [udp:|tcp:|tls:]HOST:PORT}
 * @param syslogBody what its messages hold
 * @param access where the access map goes: path, {@code -}, or null
 * @param learn file of the baseline that is learned, or null
 * @param detect findings are looked for
 * @param sigma files and folders of the user's rules
 * @param failOn from this severity on findings make another exit status; null: none does
 */
record OutputOptions(
    String json,
    List<String> eve,
    String zeek,
    boolean zeekJson,
    boolean zeekExtra,
    List<Digest> digests,
    List<String> ecs,
    List<String> kafka,
    List<String> syslog,
    SyslogBody syslogBody,
    String access,
    String learn,
    boolean detect,
    List<String> sigma,
    Severity failOn) {

  static final String NO_DETECT = "--no-detect";

  /** Done, with findings that the user does not accept. */
  private static final int FOUND = 1;

  /** Names as on the command line. */
  enum Digest {
    md5,
    sha1,
    sha256
  }

  /** Names as on the command line. */
  enum SyslogBody {
    json,
    cef
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
        text("--json", "FILE|-")
            .description(
                "Write each connection, session, tree, file and name as it ends, as JSON lines.")
            .build());
    spec.addOption(
        texts("--eve", "FILE|-|unix:PATH|tcp:HOST:PORT")
            .description("Write events as Suricata's eve.json has them.")
            .build());
    spec.addOption(
        text("--zeek", "DIR").description("Write logs as Zeek has them into this folder.").build());
    spec.addOption(flag("--zeek-json", "Write Zeek's logs as JSON lines."));
    spec.addOption(flag("--zeek-extra", "Add columns that Zeek lacks: users, protection, ids."));
    spec.addOption(
        OptionSpec.builder("--hash")
            .paramLabel("md5|sha1|sha256")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(Digest.class)
            .splitRegex(",")
            .description("Digests of files read and written, in --eve, --zeek and --ecs.")
            .build());
    spec.addOption(
        texts("--ecs", "FILE|-|unix:PATH|tcp:HOST:PORT")
            .description("Write events in the Elastic Common Schema.")
            .build());
    spec.addOption(
        texts("--kafka", "BOOTSTRAP/TOPIC")
            .description("Send what --eve writes to a topic; the key is the community id.")
            .build());
    spec.addOption(
        texts("--syslog", "[udp:|tcp:|tls:]HOST:PORT")
            .description("Send events as syslog messages of RFC 5424.")
            .build());
    spec.addOption(
        OptionSpec.builder("--syslog-body")
            .paramLabel("json|cef")
            .arity("1")
            .type(SyslogBody.class)
            .description("What these hold: what --eve writes, or CEF. Default: json.")
            .build());
    spec.addOption(
        OptionSpec.builder("--fail-on")
            .paramLabel("info|low|medium|high|critical")
            .arity("1")
            .type(Severity.class)
            .converters(new SeverityName())
            .description("Exit status 1 when there are findings at or above this severity.")
            .build());
    spec.addOption(
        text("--access", "FILE|-")
            .description("Write who did what to which file, and by which rights, as JSON lines.")
            .build());
    spec.addOption(
        text("--learn", "FILE")
            .description(
                "Learn what is normal: who reaches what, how. Adds to what the file has already.")
            .build());
    spec.addOption(DetectionsList.option());
    spec.addOption(sigmaOption());
    spec.addOption(flag(NO_DETECT, "Look for no findings: only say what happened."));
  }

  static OptionSpec sigmaOption() {
    return texts("--sigma", "FILE|DIR")
        .description("Look for what these Sigma rules for Zeek's logs describe too.")
        .build();
  }

  /**
   * The rules in these files and folders; says which kinds of them are not for us.
   *
   * @throws SigmaErrors some cannot be run
   */
  static SigmaRules rules(List<String> paths, Terminal terminal) throws SigmaErrors {
    SigmaRules rules = SigmaRules.load(paths.stream().map(Path::of).toList());
    tellOthers(rules, terminal);
    return rules;
  }

  /** Says how many of the rules are for logs that we have none of. */
  static void tellOthers(SigmaRules rules, Terminal terminal) {
    Map<String, Integer> others = rules.others();
    if (!others.isEmpty()) {
      List<String> counts = new ArrayList<>();
      others.forEach((source, count) -> counts.add(source + " (" + count + ")"));
      int all = others.values().stream().mapToInt(Integer::intValue).sum();
      terminal.complain(
          (all == 1 ? "1 Sigma rule" : all + " Sigma rules")
              + " for other log sources not loaded: "
              + String.join(", ", counts));
    }
  }

  /** Files and folders of rules. */
  static List<String> sigma(ParseResult parsed) {
    return parsed.matchedOptionValue("--sigma", List.of());
  }

  private static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
  }

  /** May be given more than once. */
  private static OptionSpec.Builder texts(String name, String label) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  /** As given. */
  static OutputOptions of(ParseResult parsed) {
    return new OutputOptions(
        parsed.matchedOptionValue("--json", null),
        parsed.matchedOptionValue("--eve", List.of()),
        parsed.matchedOptionValue("--zeek", null),
        parsed.hasMatchedOption("--zeek-json"),
        parsed.hasMatchedOption("--zeek-extra"),
        parsed.matchedOptionValue("--hash", List.of()),
        parsed.matchedOptionValue("--ecs", List.of()),
        parsed.matchedOptionValue("--kafka", List.of()),
        parsed.matchedOptionValue("--syslog", List.of()),
        parsed.matchedOptionValue("--syslog-body", SyslogBody.json),
        parsed.matchedOptionValue("--access", null),
        parsed.matchedOptionValue("--learn", null),
        !parsed.hasMatchedOption(NO_DETECT),
        sigma(parsed),
        parsed.matchedOptionValue("--fail-on", null));
  }

  /** No lambda: beside one the virtual machine would not keep picocli's converters ready. */
  private static final class SeverityName implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String text) {
      for (Severity severity : Severity.values()) {
        if (severity.label().equals(text)) {
          return severity;
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is none of info, low, medium, high, critical");
    }
  }

  /** What the gravest finding makes of an exit status that is good. */
  int status(int good, Severity worst) {
    return failOn != null && worst != null && worst.atLeast(failOn) ? FOUND : good;
  }

  /** Paths of files written, and {@code -} for each output to standard output. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    for (String file : new String[] {json, access, learn}) {
      if (file != null) {
        files.add(file);
      }
    }
    files.addAll(eve);
    files.addAll(ecs);
    return files;
  }

  /** One of them takes standard output for itself. */
  boolean toStandardOutput() {
    return files().contains("-");
  }

  /**
   * What the tracker must tell for these. How much of files' octets does not depend on rules.
   *
   * @param rules the user's
   */
  Wanted wanted(SigmaRules rules) {
    boolean eveForm =
        !eve.isEmpty() || !kafka.isEmpty() || (!syslog.isEmpty() && syslogBody == SyslogBody.json);
    boolean output = eveForm || zeek != null;
    boolean commands = output || (detect && rules.everyCommand());
    boolean typed = output || !ecs.isEmpty();
    Set<String> names = new java.util.TreeSet<>();
    if (typed) {
      digests.forEach(digest -> names.add(digest.name()));
    }
    FileContent contents =
        !typed ? FileContent.NONE : names.isEmpty() ? FileContent.START : FileContent.WHOLE;
    Wanted wanted = new Wanted(commands ? Commands.ALL : Commands.NONE, false, contents, names);
    return detect ? wanted.andDetections() : wanted;
  }
}
