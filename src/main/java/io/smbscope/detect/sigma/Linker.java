package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Yaml.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together rules, and the filters and correlations that name them. */
final class Linker {
  private final List<SigmaRule> rules;
  private final List<Correlation> correlations;

  /** Ids and names of rules for other log sources. */
  private final Set<String> others;

  Linker(List<SigmaRule> rules, List<Correlation> correlations, Set<String> others) {
    this.rules = rules;
    this.correlations = correlations;
    this.others = others;
  }

  /** Narrows the rules that it names. */
  void apply(Filter filter) throws RuleError {
    for (Scalar reference : filter.rules()) {
      boolean known = rules.stream().anyMatch(rule -> rule.isCalled(reference.text()));
      if (!known && !others.contains(reference.text())) {
        throw filter.section().error(reference, "there is no rule `" + reference.text() + "`");
      }
    }
    rules.replaceAll(
        rule ->
            filter.isFor(rule)
                ? rule.with(Criterion.all(List.of(rule.criterion(), filter.criterion())))
                : rule);
  }

  /** A correlation of rules for other log sources, which are not loaded. */
  boolean isForOthers(Correlation correlation) {
    return correlation.rules().stream().allMatch(reference -> others.contains(reference.text()));
  }

  /** What counts for a correlation, in the order in which it names it. */
  record Linked(Correlation correlation, List<Object> inputs, List<Map<String, String>> fields) {}

  Linked link(Correlation correlation) throws RuleError {
    check(correlation);
    List<Object> inputs = new ArrayList<>();
    List<Map<String, String>> fields = new ArrayList<>();
    for (Scalar reference : correlation.rules()) {
      Object input = find(correlation, reference);
      inputs.add(input);
      fields.add(fields(correlation, reference, input));
    }
    return new Linked(correlation, inputs, fields);
  }

  private static void check(Correlation correlation) throws RuleError {
    int rules = correlation.rules().size();
    Counts counts = correlation.counts();
    boolean all = counts.least() == rules && counts.hold(rules);
    if (correlation.type() == Correlation.Type.TEMPORAL_ORDERED && !all) {
      throw correlation.section().error("temporal_ordered is for all of its rules only");
    }
    if (correlation.type() == Correlation.Type.TEMPORAL
        && !(counts.onlyLeast() && counts.least() >= 1 && counts.least() <= rules)
        && !all) {
      throw correlation.section().error("temporal counts from 1 to " + rules + " rules, at least");
    }
  }

  private Object find(Correlation correlation, Scalar reference) throws RuleError {
    String name = reference.text();
    for (SigmaRule rule : rules) {
      if (rule.isCalled(name)) {
        return rule;
      }
    }
    for (Correlation other : correlations) {
      if (other.isCalled(name)) {
        return other;
      }
    }
    throw correlation
        .section()
        .error(
            reference,
            others.contains(name)
                ? "rule `" + name + "` is for another log source"
                : "there is no rule `" + name + "`");
  }

  private Map<String, String> fields(Correlation correlation, Scalar reference, Object input)
      throws RuleError {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(correlation.groupBy());
    names.addAll(correlation.field());
    for (String name : names) {
      String field = name;
      Map<String, String> alias = correlation.aliases().get(name);
      if (alias != null) {
        field = aliased(alias, reference.text(), input);
        if (field == null) {
          throw correlation
              .section()
              .error(reference, "alias `" + name + "` has no field of `" + reference.text() + "`");
        }
      }
      if (!has(input, field)) {
        throw correlation
            .section()
            .error(reference, "`" + reference.text() + "` has no field `" + field + "`");
      }
      fields.put(name, field);
    }
    return fields;
  }

  private static String aliased(Map<String, String> alias, String reference, Object input) {
    for (Map.Entry<String, String> field : alias.entrySet()) {
      String called = field.getKey();
      boolean same =
          input instanceof SigmaRule rule
              ? rule.isCalled(called)
              : ((Correlation) input).isCalled(called);
      if (same || called.equals(reference)) {
        return field.getValue();
      }
    }
    return null;
  }

  private static boolean has(Object input, String field) {
    return input instanceof SigmaRule rule
        ? rule.source().column(field) != null
        : ((Correlation) input).groupBy().contains(field);
  }

  /**
   * Each behind those that it counts.
   *
   * @throws RuleError one counts itself, be it by way of others
   */
  static List<Linked> ordered(List<Linked> linked) throws RuleError {
    List<Linked> ordered = new ArrayList<>();
    List<Linked> left = new ArrayList<>(linked);
    Set<Object> done = new HashSet<>();
    while (!left.isEmpty()) {
      List<Linked> ready =
          left.stream()
              .filter(
                  each ->
                      each.inputs().stream()
                          .allMatch(input -> input instanceof SigmaRule || done.contains(input)))
              .toList();
      if (ready.isEmpty()) {
        throw left.get(0).correlation().section().error("it counts itself");
      }
      ready.forEach(each -> done.add(each.correlation()));
      ordered.addAll(ready);
      left.removeAll(ready);
    }
    return ordered;
  }
}
