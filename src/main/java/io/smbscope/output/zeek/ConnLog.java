package io.smbscope.output.zeek;

import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import java.io.IOException;

/** {@code conn.log}: a row for each TCP connection and UDP conversation on our ports. */
final class ConnLog implements EventLog {
  private static final int TCP = 6;
  private static final int UDP = 17;

  private final ZeekLog log;
  private final ZeekIds ids;

  ConnLog(ZeekForm form, ZeekIds ids) {
    this.log =
        new ZeekLog(
            form,
            "conn",
            Column.ofConnection(
                "proto", "enum",
                "service", "string",
                "duration", "interval",
                "orig_bytes", "count",
                "resp_bytes", "count",
                "conn_state", "string",
                "local_orig", "bool",
                "local_resp", "bool",
                "missed_bytes", "count",
                "history", "string",
                "orig_pkts", "count",
                "orig_ip_bytes", "count",
                "resp_pkts", "count",
                "resp_ip_bytes", "count",
                "tunnel_parents", "set[string]",
                "ip_proto", "count"));
    this.ids = ids;
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof FlowEvent flow) {
      FlowKey key = flow.flow();
      log.row(flow.at()).time(key.start()).connection(ids.uid(key), key);
      log.text(key.tcp() ? "tcp" : "udp").unset().interval(key.start(), flow.last());
      log.count(flow.client().bytes()).count(flow.server().bytes()).unset();
      log.unset().unset().count(flow.client().missing() + flow.server().missing()).unset();
      log.count(flow.client().packets()).count(flow.client().ipBytes());
      log.count(flow.server().packets()).count(flow.server().ipBytes());
      log.unset().count(key.tcp() ? TCP : UDP).end();
    }
  }
}
