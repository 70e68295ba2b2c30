package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Yaml.Entry;
import io.smbscope.detect.sigma.Yaml.Scalar;
import io.smbscope.detect.sigma.Yaml.Section;
import io.smbscope.detect.sigma.Yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compiles what stands under {@code detection} or {@code filter}: searches and their condition. */
final class Detections {
  private final LogSource<?> source;
  private final Section section;
  private final Map<String, Criterion> searches = new LinkedHashMap<>();

  /** Columns that the searches ask for, in the columns' order. */
  private final Set<Integer> columns = new TreeSet<>();

  private Detections(LogSource<?> source, Section section) {
    this.source = source;
    this.section = section;
  }

  /**
   * What a row must show.
   *
   * @param columns that it looks at
   */
  record Compiled(Criterion criterion, Set<Integer> columns) {}

  /**
   * Compiles them.
   *
   * @param others keys that are no searches
   */
  static Compiled of(LogSource<?> source, Section section, Set<String> others) throws RuleError {
    Detections detections = new Detections(source, section);
    for (Entry entry : section.entries()) {
      if (entry.key().equals("timeframe")) {
        throw new RuleError(
            section.file(),
            entry.line(),
            "`timeframe` belongs to an aggregation; write a correlation rule");
      }
      if (!others.contains(entry.key())) {
        detections.searches.put(entry.key(), detections.search(entry));
      }
    }
    return new Compiled(detections.condition(), detections.columns);
  }

  /** Several conditions are alternatives. */
  private Criterion condition() throws RuleError {
    List<Scalar> conditions = section.scalars("condition");
    if (conditions.isEmpty()) {
      throw section.error("no `condition`");
    }
    List<Criterion> criteria = new ArrayList<>();
    for (Scalar condition : conditions) {
      try {
        criteria.add(Condition.parse(condition.text(), searches));
      } catch (IllegalArgumentException e) {
        throw section.error(condition, "condition: " + e.getMessage());
      }
    }
    return Criterion.any(criteria);
  }

  private Criterion search(Entry entry) throws RuleError {
    Yaml value = entry.value();
    if (value instanceof Section map) {
      return map(entry.key(), map);
    }
    if (value instanceof Sequence list) {
      return list(entry.key(), list);
    }
    return keywords(entry.key(), "", List.of((Scalar) value), value);
  }

  private Criterion map(String name, Section map) throws RuleError {
    if (map.entries().isEmpty()) {
      throw section.error(map, "`" + name + "` is empty");
    }
    List<Criterion> criteria = new ArrayList<>();
    for (Entry field : map.entries()) {
      criteria.add(field(field));
    }
    return Criterion.all(criteria);
  }

  /** Of maps, of keywords, or of both: alternatives. */
  private Criterion list(String name, Sequence list) throws RuleError {
    if (list.items().isEmpty()) {
      throw section.error(list, "`" + name + "` is empty");
    }
    List<Criterion> criteria = new ArrayList<>();
    for (Yaml item : list.items()) {
      if (item instanceof Section map) {
        criteria.add(map(name, map));
      } else if (item instanceof Scalar keyword) {
        criteria.add(keywords(name, "", List.of(keyword), item));
      } else {
        throw section.error(item, "a list in the list `" + name + "`");
      }
    }
    return Criterion.any(criteria);
  }

  private Criterion field(Entry entry) throws RuleError {
    List<String> parts = Arrays.asList(entry.key().split("\\|", -1));
    List<Scalar> values = section.scalars(entry.key(), entry.value());
    if (values.isEmpty()) {
      throw new RuleError(section.file(), entry.line(), "`" + entry.key() + "` has no values");
    }
    String name = parts.get(0);
    if (name.isEmpty()) {
      return keywords(entry.key(), entry.key(), values, entry.value());
    }
    Integer column = source.column(name);
    if (column == null) {
      throw new RuleError(section.file(), entry.line(), missing(name));
    }
    columns.add(column);
    try {
      Modifiers modifiers = Modifiers.of(parts.subList(1, parts.size()));
      return new FieldCriteria(source, column, modifiers).of(values);
    } catch (IllegalArgumentException e) {
      throw new RuleError(section.file(), entry.line(), "`" + entry.key() + "`: " + e.getMessage());
    }
  }

  private String missing(String name) {
    String why =
        source.untold(name)
            ? "`" + name + "` of `" + source.service() + "` is not known here"
            : "`" + source.service() + "` has no field `" + name + "`";
    List<String> known = source.columns().stream().map(Column::name).toList();
    return why + "; it has " + String.join(", ", known);
  }

  private Criterion keywords(String name, String key, List<Scalar> values, Yaml at)
      throws RuleError {
    List<String> parts = Arrays.asList(key.split("\\|", -1));
    try {
      return Keywords.of(source, Modifiers.of(parts.subList(1, parts.size())), values);
    } catch (IllegalArgumentException e) {
      throw section.error(at, "`" + name + "`: " + e.getMessage());
    }
  }
}
