package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Counts the matches that one correlation is about, within its time. Used by one thread. */
final class Correlator {
  /** That enough of them were seen. */
  record Hit(Stamp at, Stamp first, long count, Map<String, String> group, Long flow)
      implements Match {
    @Override
    public String value(String field) {
      return group.get(field);
    }
  }

  private final Correlation rule;

  /** Fields by what they are called in {@code group-by}, for each of the rules. */
  private final List<Map<String, String>> fields;

  private final Group.Table groups;
  private final List<BiConsumer<Correlator, Hit>> listeners = new ArrayList<>();

  /**
   * Nothing counted yet.
   *
   * @param fields for each of the correlation's rules: its own by the correlation's names for them
   */
  Correlator(Correlation rule, List<Map<String, String>> fields) {
    this.rule = rule;
    this.fields = fields;
    this.groups = Group.table(rule);
  }

  Correlation rule() {
    return rule;
  }

  void listen(BiConsumer<Correlator, Hit> listener) {
    listeners.add(listener);
  }

  /**
   * One more.
   *
   * @param inputs places of the rule that matched in the correlation's list, last first
   */
  void seen(List<Integer> inputs, Match match) {
    for (int input : inputs) {
      Map<String, String> group = values(rule.groupBy(), input, match);
      List<String> counted = List.of();
      if (rule.type() == Correlation.Type.VALUE_COUNT) {
        Map<String, String> values = values(rule.field(), input, match);
        if (values == null) {
          continue;
        }
        counted = List.copyOf(values.values());
      }
      if (group != null) {
        groups.seen(group, input, counted, match, this::tell);
      }
    }
  }

  /** Null when one of them is unset: such belong to no group. */
  private Map<String, String> values(List<String> names, int input, Match match) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : names) {
      String value = match.value(fields.get(input).get(name));
      if (value == null) {
        return null;
      }
      values.put(name, value);
    }
    return values;
  }

  /** Tells what could only be said once no more could come. */
  void end(Stamp at) {
    groups.end(at, this::tell);
  }

  private void tell(Hit hit) {
    listeners.forEach(listener -> listener.accept(this, hit));
  }
}
