package io.smbscope.detect;

import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detection looks for, as users list and configure it.
 *
 * @param id stable, lower case, words joined by hyphens
 * @param title a few words, of what was seen
 * @param severity unless configured or raised by what was seen
 * @param techniques ATT&amp;CK ids
 * @param evidence one sentence: what on the wire shows it
 * @param advice one sentence: what to do about it
 * @param numbers thresholds by name, with their defaults; times in seconds
 */
public record Rule(
    String id,
    String title,
    Severity severity,
    Confidence confidence,
    List<String> techniques,
    String evidence,
    String advice,
    Map<String, Long> numbers) {

  /** Without thresholds. */
  public static Rule of(
      String id,
      String title,
      Severity severity,
      Confidence confidence,
      String techniques,
      String evidence,
      String advice) {
    List<String> ids = techniques.isEmpty() ? List.of() : List.of(techniques.split(" "));
    return new Rule(id, title, severity, confidence, ids, evidence, advice, Map.of());
  }

  /** The same with one more threshold. */
  public Rule with(String name, long number) {
    Map<String, Long> more = new LinkedHashMap<>(numbers);
    more.put(name, number);
    return new Rule(
        id,
        title,
        severity,
        confidence,
        techniques,
        evidence,
        advice,
        java.util.Collections.unmodifiableMap(more));
  }
}
