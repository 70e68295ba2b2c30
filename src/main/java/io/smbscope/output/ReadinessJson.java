package io.smbscope.output;

import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.ReadinessEvent.Dependence;
import java.io.IOException;

/** The {@code readiness} record. */
final class ReadinessJson {
  private ReadinessJson() {}

  static void write(JsonFields fields, ReadinessEvent event) throws IOException {
    fields.head("readiness", event.at());
    fields.text("topic", event.topic());
    fields.text("title", event.title());
    fields.text("sentence", event.sentence());
    fields.openList("dependences");
    for (Dependence dependence : event.dependences()) {
      write(fields, dependence);
    }
    fields.closeList();
    fields.number("left_out", event.leftOut());
  }

  private static void write(JsonFields fields, Dependence dependence) throws IOException {
    fields.openElement();
    fields.text("client", dependence.client());
    fields.texts("client_names", dependence.clientNames());
    fields.text("server", dependence.server());
    fields.texts("server_names", dependence.serverNames());
    fields.texts("users", dependence.users());
    fields.numbers("connections", dependence.connections());
    fields.number("count", dependence.count());
    fields.stamp("first_packet", "first_time", dependence.first());
    fields.stamp("last_packet", "last_time", dependence.last());
    fields.flag("breaks", dependence.breaks());
    fields.text("why", dependence.why());
    fields.close();
  }
}
