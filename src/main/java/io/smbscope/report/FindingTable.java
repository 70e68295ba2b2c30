package io.smbscope.report;

import io.smbscope.base.Key;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** Findings, the worst first: a line for each detection and severity, with a few examples. */
final class FindingTable {
  private static final int EXAMPLES = 3;

  private static final class Tally {
    private final Few examples = new Few();
    private Severity severity;
    private String id;
    private String title;
    private long first;
    private long findings;
    private long count;
  }

  private final Groups<Key, Tally> groups;
  private final Map<Severity, Long> bySeverity = new TreeMap<>(Comparator.<Severity>reverseOrder());

  FindingTable(int limit) {
    groups =
        new Groups<>(
            limit,
            Tally::new,
            Comparator.comparing((Entry<Key, Tally> entry) -> entry.getValue().severity)
                .reversed()
                .thenComparing(entry -> entry.getValue().first));
  }

  void add(FindingEvent event) {
    if (event.stage() != Stage.CLOSED) {
      return;
    }
    Tally tally = groups.at(Key.of(event.severity(), event.id()));
    if (tally.findings == 0) {
      tally.severity = event.severity();
      tally.id = event.id();
      tally.title = event.title();
      tally.first = event.first().packet();
    }
    tally.findings++;
    tally.count += event.count();
    tally.examples.add(who(event.entities()));
    bySeverity.merge(event.severity(), 1L, Long::sum);
  }

  /** {@code LAB\\alice from 10.7.0.2 to 10.7.0.1 (payroll)}. */
  private static String who(Entities entities) {
    StringBuilder words = new StringBuilder();
    add(words, "", entities.user());
    add(words, words.length() == 0 ? "" : " from ", entities.client());
    add(words, words.length() == 0 ? "" : " to ", entities.server());
    String share = Wire.shareName(entities.share());
    String what = entities.file() != null ? entities.file() : share;
    if (entities.file() != null && share != null) {
      what = share + "\\" + entities.file();
    }
    what = what != null ? what : entities.operation() != null ? entities.operation() : null;
    what = what != null ? what : entities.pipe();
    if (what != null && !what.isEmpty()) {
      words.append(" (").append(Wire.kept(what)).append(')');
    }
    return words.toString();
  }

  private static void add(StringBuilder words, String joint, String word) {
    if (word != null && !word.isEmpty()) {
      words.append(joint).append(word);
    }
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  private static Style style(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> Style.BAD;
      case MEDIUM -> Style.WARN;
      case LOW -> Style.PLAIN;
      case INFO -> Style.FAINT;
    };
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Key, Tally> entry : groups.top(Summary.ROWS)) {
      Tally tally = entry.getValue();
      Severity severity = entry.getValue().severity;
      String examples = tally.examples.text(EXAMPLES);
      rows.add(
          List.of(
              Cell.of(severity.label(), style(severity)),
              Cell.count(tally.count),
              Cell.of(
                  tally.title
                      + (examples.isEmpty() ? "" : ": " + examples)
                      + " ["
                      + entry.getValue().id
                      + "]")));
    }
    return new Section(
        "Findings",
        note(),
        List.of(Column.word("SEVERITY", 0), Column.number("TIMES", 1), Column.prose("WHAT")),
        rows,
        groups.leftOut(rows.size()));
  }

  private String note() {
    List<String> words = new ArrayList<>();
    bySeverity.forEach(
        (severity, count) -> words.add(Amounts.count(count) + " " + severity.label()));
    return String.join(", ", words);
  }
}
