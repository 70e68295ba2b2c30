package io.smbscope.detect.sigma;

import io.smbscope.detect.Rule;
import io.smbscope.detect.sigma.Yaml.Scalar;
import io.smbscope.detect.sigma.Yaml.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A correlation rule as it stands. Sigma correlation rules specification
 *
 * @param name that others refer to it by, beside its id; may be null
 * @param rules ids and names of what it counts
 * @param groupBy fields or aliases
 * @param aliases fields by alias, then by rule
 * @param field whose values are counted, empty unless values are
 * @param author whom findings must name; may be null
 * @param alone its matches are findings
 */
record Correlation(
    Rule rule,
    String name,
    Section section,
    Type type,
    List<Scalar> rules,
    List<String> groupBy,
    Duration timespan,
    Map<String, Map<String, String>> aliases,
    List<String> field,
    Counts counts,
    boolean generate,
    String author,
    boolean alone) {

  /** By name, in lower case in rules. */
  enum Type {
    EVENT_COUNT,
    VALUE_COUNT,
    TEMPORAL,
    TEMPORAL_ORDERED
  }

  private static final Set<String> KEYS =
      Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");

  static Correlation of(Section document, Rule rule) throws RuleError {
    Section section = document.section("correlation");
    for (Yaml.Entry entry : section.entries()) {
      if (!KEYS.contains(entry.key())) {
        throw new RuleError(
            section.file(), entry.line(), "unknown key `" + entry.key() + "` in a correlation");
      }
    }
    Type type = type(section);
    List<Scalar> rules = section.scalars("rules");
    if (rules.isEmpty()) {
      throw section.error("no `rules`");
    }
    List<String> groupBy = new ArrayList<>();
    for (Scalar field : section.scalars("group-by")) {
      groupBy.add(field.text());
    }
    Section condition = condition(section, type);
    List<String> field = new ArrayList<>();
    if (condition != null) {
      for (Scalar each : condition.scalars("field")) {
        field.add(each.text());
      }
    }
    if ((type == Type.VALUE_COUNT) == field.isEmpty()) {
      throw section.error(
          type == Type.VALUE_COUNT ? "no `field` in the condition" : "`field` without value_count");
    }
    boolean generate =
        "true".equals(section.text("generate")) || "true".equals(document.text("generate"));
    return new Correlation(
        rule,
        document.text("name"),
        section,
        type,
        rules,
        groupBy,
        timespan(section),
        aliases(section),
        field,
        condition == null ? Counts.atLeast(rules.size()) : Counts.of(condition),
        generate,
        document.text("author"),
        true);
  }

  private static Type type(Section section) throws RuleError {
    String said = section.text("type");
    for (Type type : Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(said)) {
        return type;
      }
    }
    throw section.error("correlation type `" + said + "` is not supported");
  }

  /** Null where a temporal one has none. */
  private static Section condition(Section section, Type type) throws RuleError {
    boolean temporal = type == Type.TEMPORAL || type == Type.TEMPORAL_ORDERED;
    Yaml said = section.get("condition");
    if (said == null && temporal) {
      return null;
    }
    if (said == null) {
      throw section.error("no `condition`");
    }
    if (said instanceof Scalar text) {
      throw section.error(text, "a condition of a correlation in words: `" + text.text() + "`");
    }
    return section.section("condition");
  }

  private static Duration timespan(Section section) throws RuleError {
    String said = section.text("timespan");
    if (said == null) {
      throw section.error("no `timespan`");
    }
    if (!said.matches("[1-9][0-9]{0,8}[smhd]")) {
      throw section.error(
          section.get("timespan"), "timespan `" + said + "`: wanted as 30s, 5m, 1h or 1d");
    }
    long count = Long.parseLong(said.substring(0, said.length() - 1));
    Duration span =
        switch (said.charAt(said.length() - 1)) {
          case 's' -> Duration.ofSeconds(count);
          case 'm' -> Duration.ofMinutes(count);
          case 'h' -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    if (span.toDays() > Counts.DAYS) {
      throw section.error(section.get("timespan"), "more than " + Counts.DAYS + " days");
    }
    return span;
  }

  private static Map<String, Map<String, String>> aliases(Section section) throws RuleError {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    Section said = section.section("aliases");
    if (said != null) {
      for (Yaml.Entry alias : said.entries()) {
        Map<String, String> fields = new LinkedHashMap<>();
        Section byRule = said.section(alias.key());
        for (Yaml.Entry field : byRule.entries()) {
          fields.put(field.key(), byRule.text(field.key()));
        }
        aliases.put(alias.key(), fields);
      }
    }
    return aliases;
  }

  boolean isCalled(String reference) {
    return reference.equals(name) || ("sigma:" + reference).equals(rule.id());
  }

  Correlation onlyCounted() {
    return new Correlation(
        rule, name, section, type, rules, groupBy, timespan, aliases, field, counts, generate,
        author, false);
  }
}
