package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.sigma.Correlator.Hit;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.detect.window.Rate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is counted for those that have the same values of the fields grouped by. */
final class Group {
  /** Groups of one correlation; of the one longest not seen no more is known when more come. */
  private static final int GROUPS = 4096;

  /** Times or values kept in all groups of one correlation. */
  private static final int KEPT = 1 << 18;

  private Group() {}

  /** All groups of one correlation. */
  interface Table {
    /**
     * One more match.
     *
     * @param input which of the correlation's rules matched
     * @param counted values of the fields whose values are counted
     */
    void seen(
        Map<String, String> group,
        int input,
        List<String> counted,
        Match match,
        Consumer<Hit> hits);

    /** No more will come. */
    default void end(Stamp at, Consumer<Hit> hits) {}
  }

  static Table table(Correlation rule) {
    return switch (rule.type()) {
      case TEMPORAL -> new Together(rule);
      case TEMPORAL_ORDERED -> new InOrder(rule);
      default -> rule.counts().onlyLeast() ? enough(rule) : new Windows(rule);
    };
  }

  private static int groups(long kept) {
    return (int) Math.max(4, Math.min(GROUPS, KEPT / Math.max(1, kept)));
  }

  /** Over any time of that length; begins anew once it was enough. */
  private static Table enough(Correlation rule) {
    long least = Math.max(1, rule.counts().least());
    if (rule.type() == Correlation.Type.VALUE_COUNT) {
      Distinct<Map<String, String>, List<String>> values =
          new Distinct<>(least, rule.timespan(), groups(least));
      return (group, input, counted, match, hits) -> {
        if (values.add(group, counted, match.at()) >= least) {
          Stamp first = values.first(group);
          values.forget(group);
          hits.accept(new Hit(match.at(), first, least, group, match.flow()));
        }
      };
    }
    Rate<Map<String, String>> times = new Rate<>(least, rule.timespan(), groups(least));
    return (group, input, counted, match, hits) -> {
      int count = times.add(group, match.at());
      if (count >= least) {
        Stamp first = times.first(group, count);
        times.forget(group);
        hits.accept(new Hit(match.at(), first, count, group, match.flow()));
      }
    };
  }

  /**
   * Counts that more could undo: each group is counted from its first match on for the time, and
   * judged when that is over.
   */
  private static final class Windows implements Table {
    private static final class Window {
      Stamp first;
      Stamp last;
      long count;
      Long flow;
      final Set<List<String>> values = new HashSet<>();
    }

    private final Correlation rule;
    private final boolean distinct;
    private final int limit;

    /** That began first comes first. */
    private final LinkedHashMap<Map<String, String>, Window> open = new LinkedHashMap<>();

    Windows(Correlation rule) {
      this.rule = rule;
      this.distinct = rule.type() == Correlation.Type.VALUE_COUNT;
      this.limit = distinct ? groups(Counts.LIMIT) : GROUPS;
    }

    @Override
    public void seen(
        Map<String, String> group,
        int input,
        List<String> counted,
        Match match,
        Consumer<Hit> hits) {
      close(match.at(), hits);
      Window window = open.get(group);
      if (window == null) {
        if (open.size() >= limit) {
          open.remove(open.keySet().iterator().next());
        }
        window = new Window();
        window.first = match.at();
        open.put(group, window);
      }
      window.last = match.at();
      window.flow = match.flow();
      if (!distinct) {
        window.count++;
      } else if (window.values.size() < Counts.LIMIT && window.values.add(counted)) {
        window.count++;
      }
    }

    private void close(Stamp now, Consumer<Hit> hits) {
      Iterator<Map.Entry<Map<String, String>, Window>> eldest = open.entrySet().iterator();
      while (eldest.hasNext()) {
        Map.Entry<Map<String, String>, Window> entry = eldest.next();
        if (now.nanos() - entry.getValue().first.nanos() <= rule.timespan().toNanos()) {
          return;
        }
        eldest.remove();
        judge(entry.getKey(), entry.getValue(), hits);
      }
    }

    private void judge(Map<String, String> group, Window window, Consumer<Hit> hits) {
      if (rule.counts().hold(window.count)) {
        hits.accept(new Hit(window.last, window.first, window.count, group, window.flow));
      }
    }

    @Override
    public void end(Stamp at, Consumer<Hit> hits) {
      open.forEach((group, window) -> judge(group, window, hits));
      open.clear();
    }
  }

  /** Matches of different rules within the time, in any order. */
  private static final class Together implements Table {
    private final Correlation rule;
    private final Latest<Map<String, String>, Stamp[]> last;

    Together(Correlation rule) {
      this.rule = rule;
      this.last = new Latest<>(groups(rule.rules().size()));
    }

    @Override
    public void seen(
        Map<String, String> group,
        int input,
        List<String> counted,
        Match match,
        Consumer<Hit> hits) {
      Stamp[] times = last.computeIfAbsent(group, any -> new Stamp[rule.rules().size()]);
      times[input] = match.at();
      long count = 0;
      Stamp first = match.at();
      for (Stamp time : times) {
        if (within(time, match.at(), rule)) {
          count++;
          first = time.packet() < first.packet() ? time : first;
        }
      }
      if (rule.counts().hold(count)) {
        last.remove(group);
        hits.accept(new Hit(match.at(), first, count, group, match.flow()));
      }
    }
  }

  /** Matches of different rules within the time, in the order of the rules. */
  private static final class InOrder implements Table {
    private final Correlation rule;

    /** For each rule: when what led up to a match of it began, the latest. */
    private final Latest<Map<String, String>, Stamp[]> begun;

    InOrder(Correlation rule) {
      this.rule = rule;
      this.begun = new Latest<>(groups(rule.rules().size()));
    }

    @Override
    public void seen(
        Map<String, String> group,
        int input,
        List<String> counted,
        Match match,
        Consumer<Hit> hits) {
      Stamp[] starts = begun.get(group);
      if (starts == null) {
        if (input > 0) {
          return;
        }
        starts = new Stamp[rule.rules().size()];
        begun.put(group, starts);
      }
      Stamp start = input == 0 ? match.at() : starts[input - 1];
      if (!within(start, match.at(), rule)) {
        return;
      }
      starts[input] = start;
      if (input == starts.length - 1) {
        begun.remove(group);
        hits.accept(new Hit(match.at(), start, starts.length, group, match.flow()));
      }
    }
  }

  private static boolean within(Stamp time, Stamp now, Correlation rule) {
    return time != null && now.nanos() - time.nanos() <= rule.timespan().toNanos();
  }
}
