package io.smbscope.output.zeek;

import io.smbscope.auth.AuthToken;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.output.CommunityId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code conn.log}: a row for each TCP connection and UDP conversation on our ports. */
final class ConnLog implements EventLog {
  private static final int TCP = 6;
  private static final int UDP = 17;

  private final ZeekLog log;
  private final ZeekIds ids;
  private final boolean extra;
  private final CommunityId communityIds = new CommunityId();

  /** Protocols seen in a flow besides SMB, by its id, in their order; freed with its row. */
  private final Map<Long, Set<String>> services = new HashMap<>();

  ConnLog(ZeekForm form, ZeekIds ids) {
    this.log = new ZeekLog(form, "conn", columns(form.extra()));
    this.ids = ids;
    this.extra = form.extra();
  }

  private static List<Column> columns(boolean extra) {
    List<Column> columns =
        new ArrayList<>(
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
    if (extra) {
      columns.addAll(
          Column.list(
              "community_id", "string",
              "vlan", "int",
              "inner_vlan", "int",
              "orig_l2_addr", "string",
              "resp_l2_addr", "string",
              "end_reason", "string"));
    }
    return columns;
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof FlowEvent flow) {
      write(flow);
    } else if (event instanceof RpcEvent rpc) {
      saw(rpc.flow(), "dce_rpc");
    } else if (event instanceof TokenEvent logon) {
      saw(logon.flow(), logon.token());
    } else if (event instanceof NbnsEvent name) {
      saw(name.flow(), "dns");
    }
  }

  private void saw(FlowKey flow, AuthToken token) {
    switch (token.framing()) {
      case SPNEGO_INIT, SPNEGO_RESPONSE -> saw(flow, "gssapi");
      default -> {
        // NTLMSSP and Kerberos may come without it.
      }
    }
    if (token.ntlm() != null) {
      saw(flow, "ntlm");
    }
    if (token.kerberos() != null) {
      saw(flow, "krb");
    }
  }

  private void saw(FlowKey flow, String service) {
    Set<String> seen = services.get(flow.id());
    if (seen == null) {
      seen = new LinkedHashSet<>();
      services.put(flow.id(), seen);
    }
    seen.add(service);
  }

  private void write(FlowEvent flow) throws IOException {
    FlowKey key = flow.flow();
    FlowEvent.Side client = flow.client();
    FlowEvent.Side server = flow.server();
    log.row(flow.at()).time(key.start()).connection(ids.uid(key), key);
    log.text(key.tcp() ? "tcp" : "udp").text(service(flow));
    if (flow.last().nanos() > key.start().nanos()) {
      log.interval(key.start(), flow.last());
      log.count(client.streamBytes()).count(server.streamBytes());
    } else {
      log.unset().unset().unset();
    }
    log.text(ConnState.of(flow));
    log.bool(LocalNets.hold(key.client().ip())).bool(LocalNets.hold(key.server().ip()));
    log.count(client.missing() + server.missing());
    log.text(flow.history().isEmpty() ? null : flow.history());
    log.count(client.packets()).count(client.ipBytes());
    log.count(server.packets()).count(server.ipBytes());
    log.unset().count(key.tcp() ? TCP : UDP);
    if (extra) {
      writeExtra(flow);
    }
    log.end();
  }

  private void writeExtra(FlowEvent flow) throws IOException {
    FlowKey key = flow.flow();
    List<Integer> vlans = key.vlans();
    log.text(communityIds.of(key));
    log.count(vlans.isEmpty() ? null : Long.valueOf(vlans.get(0)));
    log.count(vlans.size() < 2 ? null : Long.valueOf(vlans.get(1)));
    log.text(key.client().mac()).text(key.server().mac()).text(flow.endReason());
  }

  /** Those seen, joined by commas; null without any. */
  private String service(FlowEvent flow) {
    Set<String> seen = services.remove(flow.flow().id());
    if (seen == null) {
      return flow.smb() ? "smb" : null;
    }
    String others = String.join(",", seen);
    return flow.smb() ? "smb," + others : others;
  }
}
