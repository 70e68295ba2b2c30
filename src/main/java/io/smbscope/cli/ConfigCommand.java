package io.smbscope.cli;

import io.smbscope.detect.Catalog;
import io.smbscope.detect.Rule;
import io.smbscope.detect.config.ConfigText;
import io.smbscope.detect.sigma.SigmaErrors;
import io.smbscope.detect.sigma.SigmaRules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smbscope config}: prints the configuration that is in force. */
final class ConfigCommand {
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;

  private final SettingsOptions options;
  private final List<String> sigma;
  private final Terminal terminal;

  ConfigCommand(SettingsOptions options, List<String> sigma, Terminal terminal) {
    this.options = options;
    this.sigma = sigma;
    this.terminal = terminal;
  }

  /** The command as picocli wants it. */
  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("config");
    SettingsOptions.addTo(spec);
    spec.addOption(OutputOptions.sigmaOption());
    spec.usageMessage()
        .sortOptions(false)
        .description("Prints the configuration that is in force, as YAML with comments.")
        .footer(
            "",
            "Exit status: 0 done, 2 something is wrong in a file; says in which line and column.",
            "",
            "Examples:",
            "  smbscope config > smbscope.yaml              a file to begin with",
            "  smbscope config --config smbscope.yaml       what is in force with it",
            "  smbscope analyze --config smbscope.yaml capture.pcap");
    return spec;
  }

  /** Returns the exit status. */
  int run() throws SigmaErrors {
    SigmaRules ofUser = OutputOptions.rules(sigma, terminal);
    try {
      List<Rule> rules = new ArrayList<>(Catalog.rules());
      rules.addAll(ofUser.rules());
      terminal.out().print(ConfigText.of(options.settings(ofUser), rules));
      terminal.out().flush();
      return DONE;
    } catch (IllegalArgumentException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    }
  }
}
