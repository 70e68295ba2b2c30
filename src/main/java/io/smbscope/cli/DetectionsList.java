package io.smbscope.cli;

import io.smbscope.detect.Catalog;
import io.smbscope.detect.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --list-detections}: what is looked for, the worst first. */
final class DetectionsList {
  static final String OPTION = "--list-detections";

  private DetectionsList() {}

  static OptionSpec option() {
    return OptionSpec.builder(OPTION)
        .help(true)
        .arity("0")
        .type(boolean.class)
        .description("Print what is looked for, with severities and thresholds, and exit.")
        .build();
  }

  static void print(Terminal terminal) {
    List<Rule> rules = new ArrayList<>(Catalog.rules());
    rules.sort(Comparator.comparing(Rule::severity).reversed().thenComparing(Rule::id));
    StringBuilder text = new StringBuilder();
    for (Rule rule : rules) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-8s  %-30s %s%n          %s%n",
              rule.severity().label(),
              rule.id(),
              String.join(" ", rule.techniques()),
              rule.evidence()));
      if (!rule.numbers().isEmpty()) {
        List<String> numbers = new ArrayList<>();
        for (Map.Entry<String, Long> number : rule.numbers().entrySet()) {
          numbers.add(number.getKey() + " " + number.getValue());
        }
        text.append("          default: ").append(String.join(", ", numbers)).append('\n');
      }
    }
    terminal.out().print(text);
    terminal.out().flush();
  }
}
