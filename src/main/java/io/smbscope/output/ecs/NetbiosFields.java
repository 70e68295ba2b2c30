package io.smbscope.output.ecs;

import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.output.Activity;
import io.smbscope.output.JsonFields;
import io.smbscope.output.ecs.CommonFields.Side;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Documents of the NetBIOS name and datagram services. */
final class NetbiosFields {
  private static final List<String> PROTOCOL = List.of("protocol", "info");
  private static final List<String> INFORMATION = List.of("info");

  private NetbiosFields() {}

  static void write(CommonFields common, Activity activity, String communityId, NameEvent event)
      throws IOException {
    JsonFields out = common.out;
    common.event("network", PROTOCOL, null, event.result());
    common.network(
        activity,
        "netbios-ns",
        communityId,
        null,
        Side.of(event.client()),
        Side.of(event.server()));
    out.open("dns");
    out.text(
        "type", event.result() == null || event.result().equals("no-answer") ? "query" : "answer");
    out.text("id", Integer.toString(event.transactionId()));
    out.open("question");
    out.text("name", event.name());
    out.text("type", "status".equals(event.operation()) ? "NBSTAT" : "NB");
    out.close();
    out.texts("resolved_ip", event.addresses());
    out.close();
    common.related(activity, null, CommonFields.present(event.name()), List.of());
    out.open("smbscope");
    out.text("operation", event.operation());
    out.flag("broadcast", event.broadcast());
    out.number("suffix", event.suffix());
    out.text("suffix_meaning", event.suffixMeaning());
    out.text("scope", event.scope());
    out.flag("group", event.group());
    out.texts("names", event.names());
    out.text("unit_id", event.unitId());
    out.number("ttl", event.ttl());
    out.number("response_nanos", event.responseNanos());
    out.close();
  }

  static void write(CommonFields common, Activity activity, HostEvent event) throws IOException {
    JsonFields out = common.out;
    common.event("host", INFORMATION, null, null);
    common.network(activity, "netbios-dgm", null, null, Side.of(event.source()), null);
    if (event.server() != null) {
      out.open("host");
      out.text("name", event.server().toLowerCase(Locale.ROOT));
      out.text("hostname", event.server());
      out.texts("ip", List.of(event.source().ip()));
      if (event.version() != null) {
        out.open("os");
        out.text("version", event.version());
        out.close();
      }
      out.close();
    }
    common.related(activity, null, CommonFields.present(event.server()), List.of());
    out.open("smbscope");
    out.text("source_name", event.sourceName());
    out.text("destination_name", event.destinationName());
    out.text("mailslot", event.mailslot());
    out.texts("roles", event.roles());
    out.text("comment", event.comment());
    out.close();
  }
}
