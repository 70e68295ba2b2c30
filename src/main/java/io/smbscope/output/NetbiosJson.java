package io.smbscope.output;

import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import java.io.IOException;

/** The {@code name} and {@code host} records. */
final class NetbiosJson {
  private NetbiosJson() {}

  static void write(JsonFields out, NameEvent event) throws IOException {
    out.head("name", event.at());
    out.start(event.start());
    out.endpoint("client", event.client());
    out.endpoint("server", event.server());
    out.number("transaction_id", event.transactionId());
    out.text("operation", event.operation());
    out.flag("broadcast", event.broadcast());
    out.text("name", event.name());
    out.number("suffix", event.suffix());
    out.text("suffix_meaning", event.suffixMeaning());
    out.text("scope", event.scope());
    out.text("result", event.result());
    out.flag("group", event.group());
    out.texts("addresses", event.addresses());
    out.texts("names", event.names());
    out.text("unit_id", event.unitId());
    out.number("ttl", event.ttl());
    out.number("response_nanos", event.responseNanos());
  }

  static void write(JsonFields out, HostEvent event) throws IOException {
    out.head("host", event.at());
    out.endpoint("source", event.source());
    out.text("source_name", event.sourceName());
    out.text("destination_name", event.destinationName());
    out.text("mailslot", event.mailslot());
    out.text("kind", event.kind());
    out.text("server", event.server());
    out.text("version", event.version());
    out.texts("roles", event.roles());
    out.text("comment", event.comment());
  }
}
