package io.smbscope.detect.sigma;

import io.smbscope.detect.Rule;
import java.util.List;

/**
 * A rule, ready to run.
 *
 * @param name that correlations refer to it by, beside its id; may be null
 * @param shown columns that a finding tells, in their order
 * @param everything rows too that Zeek does not log unless told to
 * @param author whom findings must name, as the rules' license wants; may be null
 * @param alone its matches are findings, whether or not a correlation counts them
 */
@SuppressWarnings("ArrayRecordComponent") // compared never, and read on every match
record SigmaRule(
    Rule rule,
    String name,
    LogSource<?> source,
    Criterion criterion,
    List<Integer> shown,
    boolean everything,
    String author,
    boolean alone) {

  boolean isCalled(String reference) {
    return reference.equals(name) || ("sigma:" + reference).equals(rule.id());
  }

  SigmaRule with(Criterion narrower) {
    return new SigmaRule(rule, name, source, narrower, shown, everything, author, alone);
  }

  SigmaRule onlyCounted() {
    return new SigmaRule(rule, name, source, criterion, shown, everything, author, false);
  }
}
