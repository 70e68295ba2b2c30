package io.smbscope.detect.sigma;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Rule;
import io.smbscope.detect.sigma.Linker.Linked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sigma rules, compiled and ready to run. Immutable; each analysis runs its own detection. */
public final class SigmaRules {
  /** Without rules. */
  public static final SigmaRules NONE = new SigmaRules(List.of(), List.of(), Map.of());

  private final List<SigmaRule> rules;
  private final List<Linked> correlations;
  private final Map<String, Integer> others;

  SigmaRules(List<SigmaRule> rules, List<Linked> correlations, Map<String, Integer> others) {
    this.rules = rules;
    this.correlations = correlations;
    this.others = others;
  }

  /**
   * Reads and compiles rules.
   *
   * @param paths files, and folders in which all files {@code *.yml} and {@code *.yaml} are read
   * @throws SigmaErrors some cannot be run; all that is wrong is said
   */
  public static SigmaRules load(List<Path> paths) throws SigmaErrors {
    return paths.isEmpty() ? NONE : new Loader().load(paths);
  }

  /** What findings they make; those that are only counted by correlations make none. */
  public List<Rule> rules() {
    List<Rule> told = new ArrayList<>();
    rules.stream().filter(SigmaRule::alone).map(SigmaRule::rule).forEach(told::add);
    correlations.stream()
        .map(Linked::correlation)
        .filter(Correlation::alone)
        .map(Correlation::rule)
        .forEach(told::add);
    return told;
  }

  /** How many rules were left out by the log source that they are for, as {@code windows/ntlm}. */
  public Map<String, Integer> others() {
    return others;
  }

  /** Some ask for SMB commands, of which all must be told. */
  public boolean everyCommand() {
    return rules.stream().anyMatch(rule -> rule.source() instanceof SmbCmd);
  }

  /** Runs them over the events of one analysis. */
  public Detection detection(Findings findings) {
    return new SigmaDetection(rules, correlations, rules(), findings);
  }
}
