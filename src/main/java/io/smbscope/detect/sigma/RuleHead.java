package io.smbscope.detect.sigma;

import io.smbscope.detect.Rule;
import io.smbscope.detect.sigma.Yaml.Scalar;
import io.smbscope.detect.sigma.Yaml.Section;
import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule says of itself, as findings tell it. */
final class RuleHead {
  private static final Pattern TECHNIQUE =
      Pattern.compile("attack\\.(t\\d{4}(?:\\.\\d{3})?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s");

  /** What authors write who know of none. */
  private static final Set<String> NOTHING = Set.of("unknown", "none", "unlikely", "");

  private RuleHead() {}

  /**
   * The rule that findings are told of.
   *
   * @param id with the prefix
   */
  static Rule of(Section section, String id) throws RuleError {
    String title = section.text("title");
    if (title == null) {
      throw section.error("no `title`");
    }
    List<String> techniques = new ArrayList<>();
    for (Scalar tag : section.scalars("tags")) {
      Matcher technique = TECHNIQUE.matcher(tag.text());
      if (technique.matches()) {
        techniques.add(technique.group(1).toUpperCase(Locale.ROOT));
      }
    }
    String description = section.text("description");
    return Rule.of(
        id,
        oneLine(title),
        severity(section),
        confidence(section),
        String.join(" ", techniques),
        description == null ? oneLine(title) + "." : firstSentence(description),
        advice(section));
  }

  private static Severity severity(Section section) throws RuleError {
    String level = section.text("level");
    if (level == null) {
      return Severity.MEDIUM;
    }
    return switch (level) {
      case "informational" -> Severity.INFO;
      case "low" -> Severity.LOW;
      case "medium" -> Severity.MEDIUM;
      case "high" -> Severity.HIGH;
      case "critical" -> Severity.CRITICAL;
      default -> throw section.error(section.get("level"), "unknown level `" + level + "`");
    };
  }

  private static Confidence confidence(Section section) throws RuleError {
    String status = section.text("status");
    if (status == null) {
      return Confidence.MEDIUM;
    }
    return switch (status) {
      case "stable" -> Confidence.HIGH;
      case "test" -> Confidence.MEDIUM;
      case "experimental", "deprecated", "unsupported" -> Confidence.LOW;
      default -> throw section.error(section.get("status"), "unknown status `" + status + "`");
    };
  }

  private static String advice(Section section) throws RuleError {
    List<String> harmless = new ArrayList<>();
    for (Scalar each : section.scalars("falsepositives")) {
      String said = oneLine(each.text());
      String bare = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
      if (!NOTHING.contains(bare.toLowerCase(Locale.ROOT))) {
        harmless.add(bare);
      }
    }
    return harmless.isEmpty()
        ? "Find out who did it and what for: the rule names nothing harmless that looks the same."
        : "Find out whether it was harmless: " + String.join("; ", harmless) + ".";
  }

  private static String firstSentence(String text) {
    String line = oneLine(text);
    Matcher end = SENTENCE_END.matcher(line);
    String sentence = end.find() ? line.substring(0, end.start() + 1) : line;
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static String oneLine(String text) {
    return SPACES.matcher(text.strip()).replaceAll(" ");
  }
}
