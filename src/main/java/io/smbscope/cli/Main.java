package io.smbscope.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program. */
@Command(
    name = "smbscope",
    description = "Reads SMB and NetBIOS traffic and says what happened in it.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AnalyzeCommand.class,
    footer = {
      "",
      "Examples:",
      "  smbscope analyze capture.pcap             what happened, on the terminal",
      "  smbscope analyze --json - capture.pcap    every connection, session, tree, file as JSON",
      "  smbscope analyze --help                   all options"
    })
public final class Main {
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    int status = run(Terminal.ofProcess(), arguments);
    // A reader that waits for input must not keep the process.
    System.exit(status);
  }

  static int run(Terminal terminal, String... arguments) {
    CommandLine commandLine =
        new CommandLine(new Main(), new Factory(terminal))
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler((problem, any) -> wrongUsage(terminal, problem))
            .setExecutionExceptionHandler(
                (problem, any, result) -> internalError(terminal, problem));
    if (arguments.length == 0) {
      commandLine.usage(terminal.err());
      return WRONG_USAGE;
    }
    return commandLine.execute(arguments);
  }

  private static int wrongUsage(Terminal terminal, ParameterException problem) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.complain(problem.getMessage() + " (see " + command + " --help)");
    return WRONG_USAGE;
  }

  private static int internalError(Terminal terminal, Exception problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] trace = cause.getStackTrace();
    terminal.complain(
        "internal error, please report it: "
            + cause
            + (trace.length == 0 ? "" : " at " + trace[0]));
    return 70;
  }

  /** Gives commands the terminal. */
  private record Factory(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == AnalyzeCommand.class
          ? type.cast(new AnalyzeCommand(terminal))
          : CommandLine.defaultFactory().create(type);
    }
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"smbscope " + (version == null ? "(not packaged)" : version)};
    }
  }
}
