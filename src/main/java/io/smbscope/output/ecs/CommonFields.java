package io.smbscope.output.ecs;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.output.Account;
import io.smbscope.output.Activity;
import io.smbscope.output.JsonFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields that documents of several kinds have. */
final class CommonFields {
  private static final String VERSION = "8.17.0";

  final JsonFields out;

  CommonFields(JsonFields out) {
    this.out = out;
  }

  /**
   * What one end sent.
   *
   * @param name of the host, or null
   */
  record Side(Endpoint end, String name, Long packets, Long bytes) {
    static Side of(Endpoint end) {
      return end == null ? null : new Side(end, null, null, null);
    }
  }

  /** {@code @timestamp}, {@code ecs} and the beginning of {@code event}, which stays open. */
  void head(Stamp at, Activity activity) throws IOException {
    out.time("@timestamp", at);
    out.open("ecs");
    out.text("version", VERSION);
    out.close();
    out.open("event");
    out.text("kind", "finding".equals(activity.kind()) ? "alert" : "event");
    out.text("module", "smbscope");
    out.text("dataset", "smbscope." + activity.kind());
    out.text("action", activity.action());
    out.text("outcome", activity.outcome().label());
    out.number("severity", activity.severity());
    if (activity.start() != null) {
      out.time("start", activity.start());
      out.time("end", at);
      out.number("duration", Math.max(0, at.nanos() - activity.start().nanos()));
    }
  }

  /** The rest of {@code event}. */
  void event(String category, List<String> types, String code, String reason) throws IOException {
    out.texts("category", List.of(category));
    out.texts("type", types);
    out.text("code", code);
    out.text("reason", reason);
    out.close();
  }

  /** {@code source} and {@code client}, {@code destination} and {@code server}, {@code network}. */
  void network(
      Activity activity,
      String protocol,
      String communityId,
      List<Integer> vlans,
      Side client,
      Side server)
      throws IOException {
    side("source", client);
    side("client", client);
    side("destination", server);
    side("server", server);
    if (client == null) {
      return;
    }
    out.open("network");
    out.text("transport", activity.tcp() ? "tcp" : "udp");
    out.text("type", client.end().ip().indexOf(':') < 0 ? "ipv4" : "ipv6");
    out.text("protocol", protocol);
    out.text("community_id", communityId);
    if (client.bytes() != null && server != null && server.bytes() != null) {
      out.number("bytes", client.bytes() + server.bytes());
      out.number("packets", client.packets() + server.packets());
    }
    vlans(vlans);
    out.close();
  }

  private void side(String key, Side side) throws IOException {
    if (side != null) {
      out.open(key);
      out.text("ip", side.end().ip());
      out.number("port", side.end().port());
      out.text("mac", mac(side.end().mac()));
      out.text("domain", side.name());
      out.number("packets", side.packets());
      out.number("bytes", side.bytes());
      out.close();
    }
  }

  /** Two at most: the outer one and the one within. */
  private void vlans(List<Integer> vlans) throws IOException {
    if (vlans == null || vlans.isEmpty()) {
      return;
    }
    vlan(vlans.get(0));
    if (vlans.size() > 1) {
      out.open("inner");
      vlan(vlans.get(1));
      out.close();
    }
  }

  private void vlan(Integer id) throws IOException {
    out.open("vlan");
    out.text("id", id.toString());
    out.close();
  }

  /** As {@code 00-11-22-AA-BB-CC}. RFC 7042 2.1 */
  private static String mac(String mac) {
    return mac == null ? null : mac.replace(':', '-').toUpperCase(Locale.ROOT);
  }

  void user(Account account) throws IOException {
    if (account.name() != null) {
      out.open("user");
      out.text("name", account.name());
      out.text("domain", account.domain());
      out.close();
    }
  }

  /** What a search goes by, whichever field it stands in; nulls are left out. */
  void related(Activity activity, String user, List<String> hosts, List<String> hashes)
      throws IOException {
    List<String> addresses = new ArrayList<>();
    for (Endpoint end : new Endpoint[] {activity.client(), activity.server()}) {
      if (end != null && !addresses.contains(end.ip())) {
        addresses.add(end.ip());
      }
    }
    out.open("related");
    texts("ip", addresses);
    texts("user", user == null || user.isEmpty() ? List.of() : List.of(user));
    texts("hosts", hosts);
    texts("hash", hashes);
    out.close();
  }

  private void texts(String key, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      out.texts(key, values);
    }
  }

  /** Those that say something, each once. */
  static List<String> present(String... values) {
    List<String> present = new ArrayList<>(values.length);
    for (String value : values) {
      if (value != null && !value.isEmpty() && !present.contains(value)) {
        present.add(value);
      }
    }
    return present;
  }
}
