package io.smbscope.cli;

import io.smbscope.detect.sigma.SigmaErrors;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main
    implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final List<String> COMMANDS =
      List.of("analyze", "readiness", "dissect", "live", "interfaces", "config");

  private static final int WRONG_USAGE = 2;
  private static final int INTERNAL_ERROR = 70;

  private final Terminal terminal;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

  public static void main(String[] arguments) {
    Ahead.begin(arguments);
    int status = run(Terminal.ofProcess(), arguments);
    // A reader that waits for input must not keep the process.
    System.exit(status);
  }

  /** Runs a command; returns the exit status. */
  static int run(Terminal terminal, String... arguments) {
    Main main = new Main(terminal);
    CommandLine commandLine =
        new CommandLine(spec(arguments))
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setExecutionStrategy(main)
            .setParameterExceptionHandler(main)
            .setExecutionExceptionHandler(main);
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError e) {
      terminal.complain("not enough memory: " + e.getMessage() + " (java -Xmx gives it more)");
      return INTERNAL_ERROR;
    }
  }

  /**
   * Of the commands only the one that is called, if one is: all their options take as long to make
   * as a small capture to read.
   */
  private static CommandSpec spec(String... arguments) {
    CommandSpec spec = helped(CommandSpec.create().name("smbscope"));
    spec.addOption(DetectionsList.option());
    String called = arguments.length == 0 ? "" : arguments[0];
    CommandSpec command = command(called);
    for (String name : command == null ? COMMANDS : List.of(called)) {
      spec.addSubcommand(name, command == null ? command(name) : command);
    }
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .description("Reads SMB and NetBIOS traffic and says what happened in it.")
        .footer(
            "",
            "Examples:",
            "  smbscope analyze capture.pcap             what happened, on the terminal",
            "  smbscope analyze --json - capture.pcap    the same and more, as JSON lines",
            "  smbscope readiness capture.pcap           who still needs SMB1, NTLM, ...",
            "  smbscope dissect -V capture.pcap          the tree of each frame",
            "  smbscope live -i eth0                     what happens on an interface",
            "  smbscope config > smbscope.yaml           how findings are looked for",
            "  smbscope analyze --help                   all options");
    return spec;
  }

  /** Null for what is none of {@link #COMMANDS}. */
  private static CommandSpec command(String name) {
    return switch (name) {
      case "analyze" -> helped(AnalyzeOptions.spec());
      case "readiness" -> helped(AnalyzeOptions.readinessSpec());
      case "dissect" -> helpedByLongNames(DissectOptions.spec());
      case "live" -> helped(LiveOptions.spec());
      case "interfaces" -> helped(InterfacesCommand.spec());
      case "config" -> helped(ConfigCommand.spec());
      default -> null;
    };
  }

  private static CommandSpec helped(CommandSpec spec) {
    return helped(spec, "-V", "--version");
  }

  /** Where {@code -V} is tshark's. */
  private static CommandSpec helpedByLongNames(CommandSpec spec) {
    return helped(spec, "--version");
  }

  private static CommandSpec helped(CommandSpec spec, String... versionNames) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder(versionNames)
            .versionHelp(true)
            .description("Print the version and exit.")
            .build());
    return spec.version("smbscope " + version());
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  @Override
  public int execute(ParseResult parsed) {
    Integer helpShown = CommandLine.executeHelpRequest(parsed);
    if (helpShown != null) {
      return helpShown;
    }
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (command.hasMatchedOption(DetectionsList.OPTION)) {
      DetectionsList.print(terminal);
      return 0;
    }
    if (!parsed.hasSubcommand()) {
      parsed.commandSpec().commandLine().usage(terminal.err());
      terminal.err().flush();
      return WRONG_USAGE;
    }
    try {
      return run(parsed.subcommand());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int run(ParseResult command) throws InterruptedException {
    try {
      return switch (command.commandSpec().name()) {
        case "live" -> live(command);
        case "dissect" -> new DissectCommand(DissectOptions.of(command), terminal).run();
        case "interfaces" -> new InterfacesCommand(terminal).run();
        case "config" ->
            new ConfigCommand(SettingsOptions.of(command), OutputOptions.sigma(command), terminal)
                .run();
        default -> new AnalyzeCommand(AnalyzeOptions.of(command), terminal).run();
      };
    } catch (SigmaErrors e) {
      e.lines().forEach(terminal::complain);
      return WRONG_USAGE;
    }
  }

  private int live(ParseResult command) throws InterruptedException, SigmaErrors {
    LiveOptions options;
    try {
      options = LiveOptions.of(command);
    } catch (IllegalArgumentException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    }
    return new LiveCommand(options, terminal).run();
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.complain(problem.getMessage() + " (see " + command + " --help)");
    return WRONG_USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine commandLine, ParseResult parsed) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] trace = cause.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    terminal.complain("internal error, please report it: " + cause + where);
    return INTERNAL_ERROR;
  }
}
