package io.smbscope.output.ecs;

import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.output.Account;
import io.smbscope.output.Activity;
import io.smbscope.output.Catchwords;
import io.smbscope.output.JsonFields;
import io.smbscope.output.ecs.CommonFields.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A finding as an alert: {@code rule}, {@code threat} and what it is about. */
final class FindingFields {
  private FindingFields() {}

  static void write(
      CommonFields common, Activity activity, String communityId, FindingEvent finding)
      throws IOException {
    JsonFields out = common.out;
    Entities entities = finding.entities();
    common.event("intrusion_detection", List.of("info"), null, Catchwords.message(finding));
    common.network(
        activity,
        null,
        communityId,
        finding.flow() == null ? null : finding.flow().vlans(),
        Side.of(activity.client()),
        Side.of(activity.server()));
    out.open("rule");
    out.text("id", finding.id());
    out.text("name", finding.title());
    out.text("ruleset", "smbscope");
    out.close();
    if (!finding.techniques().isEmpty()) {
      out.open("threat");
      out.text("framework", "MITRE ATT&CK");
      out.open("technique");
      out.texts("id", finding.techniques());
      out.close();
      out.close();
    }
    if (entities.user() != null) {
      common.user(Account.of(entities.user()));
    }
    common.related(activity, entities.user(), List.of(), List.of());
    out.open("smbscope");
    out.text("severity", finding.severity().label());
    out.text("confidence", finding.confidence().label());
    out.text("client", entities.client());
    out.text("server", entities.server());
    out.text("share", entities.share());
    out.text("file", entities.file());
    out.text("pipe", entities.pipe());
    out.text("operation", entities.operation());
    out.text("advice", finding.advice());
    out.open("values");
    for (Map.Entry<String, String> value : finding.values().entrySet()) {
      out.text(value.getKey(), value.getValue());
    }
    out.close();
    out.close();
  }
}
