package io.smbscope.detect;

import io.smbscope.base.Stamp;
import io.smbscope.detect.policy.Policy;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.Severity;
import java.util.List;
import java.util.Map;

/**
 * How users tuned the detections.
 *
 * @param rules by id, only those that differ from their defaults
 * @param networks which addresses are theirs
 * @param suppressions what must not be told
 * @param policy what they say of their network
 */
public record Settings(
    Map<String, Tuning> rules, Networks networks, List<Suppression> suppressions, Policy policy) {
  /** As it comes. */
  public static final Settings DEFAULT = new Settings(Map.of(), Networks.DEFAULT, List.of());

  /** With the usual policy. */
  public Settings(Map<String, Tuning> rules, Networks networks, List<Suppression> suppressions) {
    this(rules, networks, suppressions, Policy.DEFAULT);
  }

  public Settings with(Networks other) {
    return new Settings(rules, other, suppressions, policy);
  }

  public Settings with(Policy other) {
    return new Settings(rules, networks, suppressions, other);
  }

  /**
   * Of one rule.
   *
   * @param severity null: the rule's
   * @param numbers thresholds that differ from the rule's
   */
  public record Tuning(boolean enabled, Severity severity, Map<String, Long> numbers) {}

  public boolean enabled(Rule rule) {
    Tuning tuning = rules.get(rule.id());
    return tuning == null || tuning.enabled();
  }

  /**
   * The severity of a finding.
   *
   * @param seen what the detection says of this one, null: the rule's
   */
  Severity severity(Rule rule, Severity seen) {
    Tuning tuning = rules.get(rule.id());
    if (tuning != null && tuning.severity() != null) {
      return tuning.severity();
    }
    return seen == null ? rule.severity() : seen;
  }

  /** A threshold. */
  public long number(Rule rule, String name) {
    Tuning tuning = rules.get(rule.id());
    Long tuned = tuning == null ? null : tuning.numbers().get(name);
    Long value = tuned == null ? rule.numbers().get(name) : tuned;
    if (value == null) {
      throw new IllegalArgumentException(rule.id() + " has no number " + name);
    }
    return value;
  }

  boolean suppressed(Rule rule, Entities entities, Stamp at) {
    for (Suppression suppression : suppressions) {
      if (suppression.covers(rule, entities, at)) {
        return true;
      }
    }
    return false;
  }
}
