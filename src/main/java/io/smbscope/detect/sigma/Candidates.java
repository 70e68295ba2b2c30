package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.window.Latest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rules may match rows with a value in one column that many rows share, as the path of a
 * share: each rule is asked once for each value what it says when it knows nothing else.
 */
final class Candidates {
  private static final int VALUES = 256;

  /** Longer values are not kept. */
  private static final int LENGTH = 1024;

  private static final SigmaRule[] NONE = {};

  private final List<SigmaRule> rules;
  private final SigmaRule[] all;
  private final LogRecord<?> row;

  /** Null where rows of the log share no such value. */
  private final Integer column;

  private final Latest<String, SigmaRule[]> byValue = new Latest<>(VALUES);
  private Object last;
  private SigmaRule[] ofLast = NONE;

  /**
   * @param row the current one, here and for the rules
   */
  Candidates(List<SigmaRule> rules, LogRecord<?> row) {
    this.rules = rules;
    this.all = rules.toArray(NONE);
    this.row = row;
    this.column = row.source().shared();
  }

  /** For the current row, in the order of the rules. */
  SigmaRule[] now() {
    Object value = column == null ? null : row.value(column);
    if (value == null) {
      return all;
    }
    if (value != last) {
      String text = row.text(column);
      ofLast = text.length() > LENGTH ? all : byValue.computeIfAbsent(text, any -> choose());
      last = value;
    }
    return ofLast;
  }

  private SigmaRule[] choose() {
    List<SigmaRule> chosen = new ArrayList<>();
    OneColumn known = new OneColumn();
    for (SigmaRule rule : rules) {
      if (mayMatch(rule, known)) {
        chosen.add(rule);
      }
    }
    return chosen.toArray(NONE);
  }

  private static boolean mayMatch(SigmaRule rule, Row known) {
    try {
      return rule.criterion().matches(known);
    } catch (Undecided e) {
      return true;
    }
  }

  /** The current row of which no other column is known. */
  private final class OneColumn implements Row {
    private Row known(int asked) {
      if (asked != column) {
        throw new Undecided();
      }
      return row;
    }

    @Override
    public Stamp at() {
      throw new Undecided();
    }

    @Override
    public Object value(int asked) {
      return known(asked).value(asked);
    }

    @Override
    public String text(int asked) {
      return known(asked).text(asked);
    }

    @Override
    public String plain(int asked) {
      return known(asked).plain(asked);
    }

    @Override
    public String folded(int asked) {
      return known(asked).folded(asked);
    }

    @Override
    public String rooted(int asked, boolean cased) {
      return known(asked).rooted(asked, cased);
    }
  }
}
