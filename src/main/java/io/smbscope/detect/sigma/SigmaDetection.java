package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.sigma.Correlator.Hit;
import io.smbscope.detect.sigma.Linker.Linked;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs Sigma rules over the events of one analysis. */
final class SigmaDetection implements Detection {
  /** Longer values of what was seen are cut. */
  private static final int SHOWN = 1024;

  private static final String AUTHOR = "author";

  private final List<SigmaRule> rules;
  private final List<Rule> told;
  private final Findings findings;

  /** Each behind those whose hits it counts. */
  private final List<Correlator> correlators = new ArrayList<>();

  /** Who counts the matches of a rule or correlation, and as which of its inputs. */
  private final IdentityHashMap<Object, List<Counting>> counting = new IdentityHashMap<>();

  private record Counting(Correlator correlator, List<Integer> inputs) {}

  SigmaDetection(List<SigmaRule> rules, List<Linked> linked, List<Rule> told, Findings findings) {
    this.rules = rules;
    this.told = told;
    this.findings = findings;
    for (Linked each : linked) {
      Correlator correlator = new Correlator(each.correlation(), each.fields());
      correlator.listen(this::hit);
      correlators.add(correlator);
      for (int i = each.inputs().size() - 1; i >= 0; i--) {
        count(each.inputs().get(i), correlator, i);
      }
    }
  }

  private void count(Object input, Correlator correlator, int place) {
    List<Counting> all = counting.computeIfAbsent(input, any -> new ArrayList<>());
    for (Counting each : all) {
      if (each.correlator == correlator) {
        each.inputs.add(place);
        return;
      }
    }
    all.add(new Counting(correlator, new ArrayList<>(List.of(place))));
  }

  @Override
  public List<Rule> rules() {
    return told;
  }

  @Override
  public void listen(Listeners on) {
    Map<LogSource<?>, List<SigmaRule>> bySource = new LinkedHashMap<>();
    rules.forEach(
        rule -> bySource.computeIfAbsent(rule.source(), any -> new ArrayList<>()).add(rule));
    bySource.forEach((source, wanting) -> listen(on, source, wanting));
    if (!correlators.isEmpty()) {
      on.end(end -> correlators.forEach(correlator -> correlator.end(end.at())));
    }
  }

  private <R> void listen(Listeners on, LogSource<R> source, List<SigmaRule> wanting) {
    LogRecord<R> current = new LogRecord<>(source);
    Candidates candidates = new Candidates(wanting, current);
    boolean everything = wanting.stream().anyMatch(SigmaRule::everything);
    source.listen(
        on,
        everything,
        row -> {
          current.set(row);
          boolean usual = source.usual(row);
          for (SigmaRule rule : candidates.now()) {
            if (usual || rule.everything()) {
              run(rule, current);
            }
          }
        });
  }

  private void run(SigmaRule rule, LogRecord<?> row) {
    try {
      if (rule.criterion().matches(row)) {
        matched(rule, row);
      }
    } catch (Undecided e) {
      if (rule.alone()) {
        findings.report(sighting(rule, row).value("undecided", e.getMessage()));
      }
    }
  }

  private void matched(SigmaRule rule, LogRecord<?> row) {
    if (rule.alone()) {
      findings.report(sighting(rule, row));
    }
    List<Counting> counters = counting.get(rule);
    if (counters != null) {
      RowMatch match = new RowMatch(row);
      counters.forEach(each -> each.correlator.seen(each.inputs, match));
    }
  }

  private static Sighting sighting(SigmaRule rule, LogRecord<?> row) {
    Sighting sighting = new Sighting(rule.rule(), row.at());
    row.describe(sighting);
    for (int column : rule.shown()) {
      String text = row.text(column);
      sighting.value(
          row.source().columns().get(column).name(),
          text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN));
    }
    return sighting.value(AUTHOR, rule.author());
  }

  private record RowMatch(LogRecord<?> row) implements Match {
    @Override
    public Stamp at() {
      return row.at();
    }

    @Override
    public Long flow() {
      return row.flow();
    }

    @Override
    public String value(String field) {
      return row.text(row.source().column(field));
    }
  }

  /** Something was seen often enough, or together with what must come with it. */
  private void hit(Correlator correlator, Hit hit) {
    Correlation correlation = correlator.rule();
    if (correlation.alone()) {
      Sighting sighting =
          new Sighting(correlation.rule(), hit.at())
              .window(hit.first(), correlation.timespan().toSeconds())
              .packet(hit.first().packet())
              .value("count", hit.count());
      if (hit.flow() != null) {
        sighting.flow(hit.flow());
      }
      hit.group().forEach((field, value) -> grouped(sighting, field, value));
      sighting.value(AUTHOR, correlation.author());
      findings.report(sighting);
    }
    List<Counting> counters = counting.get(correlation);
    if (counters != null) {
      counters.forEach(each -> each.correlator.seen(each.inputs, hit));
    }
  }

  private static void grouped(Sighting sighting, String field, String value) {
    sighting.value(field, value);
    switch (field) {
      case "id.orig_h" -> sighting.client(value);
      case "id.resp_h" -> sighting.server(value);
      case "username" -> sighting.user(value);
      case "path", "tree" -> sighting.share(value);
      case "name" -> sighting.file(value);
      case "named_pipe" -> sighting.pipe(value);
      case "operation", "command" -> sighting.operation(value);
      default -> {
        // Told as a value.
      }
    }
  }
}
