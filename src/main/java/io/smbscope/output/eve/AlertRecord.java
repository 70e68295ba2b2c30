package io.smbscope.output.eve;

import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.Severity;
import io.smbscope.output.Catchwords;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code alert} event of a finding: Suricata's members, the metadata keys of Emerging Threats'
 * rules, and what the finding is about under {@code context}, which the schema leaves open.
 */
final class AlertRecord {
  private static final int MAX_TECHNIQUES = 16;

  private AlertRecord() {}

  /**
   * @param flow it was seen on, or null
   */
  static void write(EveLine line, FindingEvent finding, FlowText flow) throws IOException {
    if (flow == null) {
      line.begin(finding.at(), EventType.ALERT);
    } else {
      line.begin(finding.at(), flow, EventType.ALERT);
    }
    line.object("alert");
    line.text("action", "allowed");
    line.number("gid", 1);
    line.number("signature_id", Catchwords.signatureId(finding.id()));
    line.number("rev", 1);
    line.text("signature", "SMBSCOPE " + finding.title());
    line.text("category", category(finding.severity()));
    line.number("severity", priority(finding.severity()));
    line.object("metadata");
    line.texts("confidence", List.of(capitalized(finding.confidence().label())), 1);
    line.texts("mitre_technique_id", finding.techniques(), MAX_TECHNIQUES);
    line.texts("signature_severity", List.of(severity(finding.severity())), 1);
    line.endObject();
    context(line, finding);
    line.endObject();
    line.endOf(flow);
  }

  private static void context(EveLine line, FindingEvent finding) throws IOException {
    Entities entities = finding.entities();
    line.object("context");
    line.text("id", finding.id());
    line.text("severity", finding.severity().label());
    line.text("client", entities.client());
    line.text("server", entities.server());
    line.text("user", entities.user());
    line.text("share", entities.share());
    line.text("file", entities.file());
    line.text("pipe", entities.pipe());
    line.text("operation", entities.operation());
    line.object("values");
    for (Map.Entry<String, String> value : finding.values().entrySet()) {
      line.text(value.getKey(), value.getValue());
    }
    line.endObject();
    line.text("advice", finding.advice());
    line.endObject();
  }

  /** By the names of Suricata's classification.config. */
  private static String category(Severity severity) {
    return switch (severity) {
      case INFO, LOW -> "Misc activity";
      case MEDIUM -> "Potentially Bad Traffic";
      case HIGH, CRITICAL -> "Misc Attack";
    };
  }

  /** 1 is the highest. */
  private static int priority(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> 1;
      case MEDIUM -> 2;
      case INFO, LOW -> 3;
    };
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case INFO -> "Informational";
      case LOW, MEDIUM -> "Minor";
      case HIGH -> "Major";
      case CRITICAL -> "Critical";
    };
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
