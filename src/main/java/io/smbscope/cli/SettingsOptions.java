package io.smbscope.cli;

import io.smbscope.detect.Catalog;
import io.smbscope.detect.Networks;
import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.baseline.BaselineFile;
import io.smbscope.detect.config.ConfigFile;
import io.smbscope.detect.config.InventoryFile;
import io.smbscope.detect.sigma.SigmaRules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * How findings are looked for, as the user asked; each option goes before what the configuration
 * says.
 *
 * @param config path of {@code smbscope.yaml}, or null
 * @param homeNet networks inside, empty: not said
 * @param inventory path, or null
 * @param baseline path, or null
 */
record SettingsOptions(String config, List<String> homeNet, String inventory, String baseline) {
  static void addTo(CommandSpec spec) {
    spec.addOption(
        text("--config", "FILE")
            .description("How findings are looked for; smbscope config prints such a file.")
            .build());
    spec.addOption(
        OptionSpec.builder("--home-net")
            .paramLabel("LIST")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description(
                "Networks inside, as 10.0.0.0/8,fd00::/8. Default: all that no internet routes.")
            .build());
    spec.addOption(
        text("--inventory", "FILE")
            .description(
                "Hosts that are known, as CSV: mac, address, name, role. Others are findings.")
            .build());
    spec.addOption(
        text("--baseline", "FILE")
            .description("What --learn learned; what departs from it is a finding.")
            .build());
  }

  private static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
  }

  static SettingsOptions of(ParseResult parsed) {
    return new SettingsOptions(
        parsed.matchedOptionValue("--config", null),
        parsed.matchedOptionValue("--home-net", List.of()),
        parsed.matchedOptionValue("--inventory", null),
        parsed.matchedOptionValue("--baseline", null));
  }

  /**
   * What they say, with the files that they name.
   *
   * @param sigma rules of the user's, which the configuration may tune as ours
   * @throws IllegalArgumentException a file cannot be read, or something is wrong; says what
   */
  Settings settings(SigmaRules sigma) {
    Settings settings = config == null ? Settings.DEFAULT : configured(sigma);
    if (!homeNet.isEmpty()) {
      settings = settings.with(new Networks(networks()));
    }
    if (inventory != null) {
      settings =
          settings.with(settings.policy().with(InventoryFile.read(path("--inventory", inventory))));
    }
    if (baseline != null) {
      settings =
          settings.with(settings.policy().with(BaselineFile.read(path("--baseline", baseline))));
    }
    return settings;
  }

  private Settings configured(SigmaRules sigma) {
    List<Rule> rules = new ArrayList<>(Catalog.rules());
    rules.addAll(sigma.rules());
    return ConfigFile.read(path("--config", config), rules);
  }

  private List<Network> networks() {
    List<Network> networks = new ArrayList<>();
    for (String text : homeNet) {
      try {
        networks.add(Network.of(text.strip()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("--home-net: " + e.getMessage(), e);
      }
    }
    return networks;
  }

  static Path path(String option, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }
}
