package io.smbscope.output;

import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The {@code finding} record. */
final class FindingJson {
  private FindingJson() {}

  static void write(JsonFields fields, FindingEvent finding) throws IOException {
    fields.head("finding", finding.at());
    fields.text("stage", finding.stage().name().toLowerCase(Locale.ROOT));
    fields.text("id", finding.id());
    fields.text("title", finding.title());
    fields.text("severity", finding.severity().label());
    fields.text("confidence", finding.confidence().label());
    fields.texts("techniques", finding.techniques());
    fields.text("advice", finding.advice());
    if (finding.flow() != null) {
      fields.number("flow", finding.flow().id());
    }
    entities(fields, finding.entities());
    fields.open("values");
    for (Map.Entry<String, String> value : finding.values().entrySet()) {
      fields.text(value.getKey(), value.getValue());
    }
    fields.close();
    fields.numbers("packets", finding.packets());
    fields.number("count", finding.count());
    fields.number("window_seconds", finding.windowSeconds());
    fields.stamp("first_packet", "first_time", finding.first());
    fields.stamp("last_packet", "last_time", finding.last());
  }

  private static void entities(JsonFields fields, Entities entities) throws IOException {
    fields.open("entities");
    fields.text("client", entities.client());
    fields.text("server", entities.server());
    fields.text("user", entities.user());
    fields.text("share", entities.share());
    fields.text("file", entities.file());
    fields.text("pipe", entities.pipe());
    fields.text("operation", entities.operation());
    fields.close();
  }
}
