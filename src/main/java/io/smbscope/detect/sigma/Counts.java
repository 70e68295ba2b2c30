package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Yaml.Entry;
import io.smbscope.detect.sigma.Yaml.Scalar;
import io.smbscope.detect.sigma.Yaml.Section;

/**
 * How many it must be.
 *
 * @param least at least so many
 * @param most at most so many
 * @param not another number than this; -1: any
 */
record Counts(long least, long most, long not) {
  /** More is not counted. */
  static final int LIMIT = 65_536;

  /** Longer times are not counted over. */
  static final int DAYS = 366;

  static Counts atLeast(long count) {
    return new Counts(count, Long.MAX_VALUE, -1);
  }

  static Counts of(Section condition) throws RuleError {
    long least = 0;
    long most = Long.MAX_VALUE;
    long not = -1;
    boolean any = false;
    for (Entry entry : condition.entries()) {
      if (entry.key().equals("field")) {
        continue;
      }
      any = true;
      long count = count(condition, entry);
      switch (entry.key()) {
        case "gt" -> least = Math.max(least, count + 1);
        case "gte" -> least = Math.max(least, count);
        case "lt" -> most = Math.min(most, count - 1);
        case "lte" -> most = Math.min(most, count);
        case "eq" -> {
          least = Math.max(least, count);
          most = Math.min(most, count);
        }
        case "neq" -> not = count;
        default ->
            throw new RuleError(
                condition.file(), entry.line(), "unknown condition `" + entry.key() + "`");
      }
    }
    if (!any) {
      throw condition.error("no count in the condition");
    }
    if (least > most) {
      throw condition.error("no count is at least " + least + " and at most " + most);
    }
    return new Counts(least, most, not);
  }

  private static long count(Section condition, Entry entry) throws RuleError {
    if (entry.value() instanceof Scalar scalar
        && scalar.value() instanceof Long count
        && count >= 0
        && count < LIMIT) {
      return count;
    }
    throw new RuleError(
        condition.file(), entry.line(), "`" + entry.key() + "` takes a number below " + LIMIT);
  }

  /** It holds as soon as it is so many, and more change nothing. */
  boolean onlyLeast() {
    return most == Long.MAX_VALUE && not < 0;
  }

  boolean hold(long count) {
    return count >= least && count <= most && count != not;
  }
}
