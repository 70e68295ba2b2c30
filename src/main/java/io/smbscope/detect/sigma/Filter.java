package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Yaml.Scalar;
import io.smbscope.detect.sigma.Yaml.Section;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What rules must show besides their own condition. Sigma filters specification
 *
 * @param rules ids and names; empty: all of its log source
 */
record Filter(LogSource<?> source, List<Scalar> rules, Criterion criterion, Section section) {
  private static final Set<String> NO_SEARCHES = Set.of("rules", "condition");

  static Filter of(Section document, LogSource<?> source) throws RuleError {
    Section filter = document.section("filter");
    if (filter.get("rules") == null) {
      throw filter.error("no `rules`");
    }
    List<Scalar> rules = filter.scalars("rules");
    boolean all =
        rules.size() == 1
            && Set.of("any", "all").contains(rules.get(0).text().toLowerCase(Locale.ROOT));
    Criterion criterion = Detections.of(source, filter, NO_SEARCHES).criterion();
    return new Filter(source, all ? List.of() : rules, criterion, filter);
  }

  boolean isFor(SigmaRule rule) {
    return rule.source() == source
        && (rules.isEmpty() || rules.stream().anyMatch(each -> rule.isCalled(each.text())));
  }
}
