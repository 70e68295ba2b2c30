package io.smbscope.output.eve;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import java.util.List;

/**
 * What each line of a flow says of it, encoded once: members of an object, each with a comma in
 * front.
 *
 * @param flow whose they are
 * @param head {@code flow_id} and {@code in_iface}
 * @param toServer {@code vlan}, addresses from client to server, {@code proto} and {@code ip_v}
 * @param toClient the same from server to client
 * @param communityId its member; null when there is none
 * @param key what lines of the flow have in common: the community id, else the flow's id
 */
record FlowText(
    FlowKey flow,
    SerializableString head,
    SerializableString toServer,
    SerializableString toClient,
    SerializableString communityId,
    String key) {

  /** Bits of a flow id that Suricata uses, so that JavaScript reads it exactly. */
  private static final long ID_MASK = 0x7_FFFF_FFFF_FFFFL;

  private static final long MIX_1 = 0xBF58_476D_1CE4_E5B9L;
  private static final long MIX_2 = 0x94D0_49BB_1331_11EBL;

  /**
   * @param communityId text of the id, or null
   * @param iface interface that packets came from, or null
   */
  static FlowText of(FlowKey flow, String communityId, String iface) {
    long id = id(flow.id(), flow.client(), flow.server());
    String head = ",\"flow_id\":" + id + (iface == null ? "" : member("in_iface", iface));
    return new FlowText(
        flow,
        new SerializedString(head),
        addresses(flow.vlans(), flow.client(), flow.server(), flow.tcp()),
        addresses(flow.vlans(), flow.server(), flow.client(), flow.tcp()),
        communityId == null ? null : new SerializedString(member("community_id", communityId)),
        communityId == null ? Long.toString(id) : communityId);
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

  private static SerializableString addresses(
      List<Integer> vlans, Endpoint from, Endpoint to, boolean tcp) {
    StringBuilder text = new StringBuilder(160);
    if (!vlans.isEmpty()) {
      text.append(",\"vlan\":[");
      for (int i = 0; i < vlans.size(); i++) {
        text.append(i == 0 ? "" : ",").append(vlans.get(i));
      }
      text.append(']');
    }
    text.append(member("src_ip", from.ip())).append(",\"src_port\":").append(from.port());
    text.append(member("dest_ip", to.ip())).append(",\"dest_port\":").append(to.port());
    text.append(member("proto", tcp ? "TCP" : "UDP"));
    text.append(",\"ip_v\":").append(from.ip().indexOf(':') < 0 ? 4 : 6);
    return new SerializedString(text.toString());
  }

  private static String member(String key, String value) {
    return ",\""
        + key
        + "\":\""
        + new String(JsonStringEncoder.getInstance().quoteAsString(value))
        + "\"";
  }
}
