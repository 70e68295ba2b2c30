package io.smbscope.output.eve;

import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;

/**
 * What each line of a flow says of it, encoded once: members of an object, each with a comma in
 * front.
 */
final class FlowText {
  /** Bits of a flow id that Suricata uses, so that JavaScript reads it exactly. */
  private static final long ID_MASK = 0x7_FFFF_FFFF_FFFFL;

  private static final long MIX_1 = 0xBF58_476D_1CE4_E5B9L;
  private static final long MIX_2 = 0x94D0_49BB_1331_11EBL;

  /** Whose they are. */
  final FlowKey flow;

  /** {@code flow_id} and {@code in_iface}. */
  final byte[] head;

  /** {@code vlan}, addresses from client to server, {@code proto} and {@code ip_v}. */
  final byte[] toServer;

  /** The same from server to client. */
  final byte[] toClient;

  /** Its member; empty when there is none. */
  final byte[] communityId;

  /** What lines of the flow have in common: the community id, else the flow's id. */
  final String key;

  /**
   * @param communityId text of the id, or null
   * @param iface interface that packets came from, or null
   * @param json to write them with; what is in it is lost
   */
  FlowText(FlowKey flow, String communityId, String iface, JsonOctets json) {
    this.flow = flow;
    long id = id(flow.id(), flow.client(), flow.server());
    json.clear();
    json.name("flow_id");
    json.number(id);
    text(json, "in_iface", iface);
    head = json.copy();
    toServer = addresses(json, flow, flow.client(), flow.server());
    toClient = addresses(json, flow, flow.server(), flow.client());
    json.clear();
    text(json, "community_id", communityId);
    this.communityId = json.copy();
    key = communityId == null ? Long.toString(id) : communityId;
  }

  /** The same whenever the same packets are read, whoever is taken for the client. */
  private static long id(long firstPacket, Endpoint one, Endpoint other) {
    return mix(firstPacket + mix(hash(one) + hash(other))) & ID_MASK;
  }

  private static long hash(Endpoint endpoint) {
    return mix((long) endpoint.ip().hashCode() << Integer.SIZE | endpoint.port());
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * MIX_1;
    mixed = (mixed ^ mixed >>> 27) * MIX_2;
    return mixed ^ mixed >>> 31;
  }

  private static byte[] addresses(JsonOctets json, FlowKey flow, Endpoint from, Endpoint to) {
    json.clear();
    if (!flow.vlans().isEmpty()) {
      json.name("vlan");
      json.put('[');
      for (int vlan : flow.vlans()) {
        json.separate();
        json.number(vlan);
      }
      json.put(']');
    }
    text(json, "src_ip", from.ip());
    number(json, "src_port", from.port());
    text(json, "dest_ip", to.ip());
    number(json, "dest_port", to.port());
    text(json, "proto", flow.tcp() ? "TCP" : "UDP");
    number(json, "ip_v", from.ip().indexOf(':') < 0 ? 4 : 6);
    return json.copy();
  }

  private static void number(JsonOctets json, String key, long value) {
    json.name(key);
    json.number(value);
  }

  private static void text(JsonOctets json, String key, String value) {
    if (value != null) {
      json.name(key);
      json.text(value);
    }
  }
}
