package io.smbscope.output.eve;

import io.smbscope.base.Stamp;
import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The line that is being written, in a buffer used again for each. A null value writes no member.
 */
final class EveLine {
  private static final byte[] TIMESTAMP = octets("{\"timestamp\":");
  private static final byte[] FROM_WIRE = octets(",\"pkt_src\":\"wire/pcap\"");

  /** As Suricata names what it says without a packet. */
  private static final byte[] FROM_END = octets(",\"pkt_src\":\"stream (flow timeout)\"");

  private final JsonOctets json = new JsonOctets();
  private final LineTarget target;
  private final EveTime time = new EveTime();

  EveLine(LineTarget target) {
    this.target = target;
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Begins a line that belongs to no flow. */
  void begin(Stamp at, EventType type) {
    json.raw(TIMESTAMP);
    json.raw(time.format(at.nanos()));
    json.raw(type.member);
  }

  /** Begins a line from client to server, of the packet {@code at}. */
  void begin(Stamp at, EveFlow flow, EventType type) {
    begin(at, flow.text, flow.text.toServer, FROM_WIRE, type);
  }

  /** The same, of a flow that may be over. */
  void begin(Stamp at, FlowText flow, EventType type) {
    begin(at, flow, flow.toServer, FROM_WIRE, type);
  }

  /** Begins a line from server to client, of the packet {@code at}. */
  void beginToClient(Stamp at, EveFlow flow, EventType type) {
    begin(at, flow.text, flow.text.toClient, FROM_WIRE, type);
  }

  /** Begins a line that only the flow's end brings, with {@code source} or without a packet. */
  void beginAtEnd(Stamp at, EveFlow flow, boolean transaction, EventType type) {
    begin(at, flow.text, flow.text.toServer, transaction ? FROM_END : null, type);
  }

  private void begin(Stamp at, FlowText flow, byte[] addresses, byte[] source, EventType type) {
    json.raw(TIMESTAMP);
    json.raw(time.format(at.nanos()));
    json.raw(flow.head);
    if (source == FROM_WIRE) {
      number("pcap_cnt", at.packet());
    }
    json.raw(type.member);
    json.raw(addresses);
    if (source != null) {
      json.raw(source);
    }
    json.raw(flow.communityId);
  }

  /** Ends the line and hands it on. */
  void end(EveFlow flow) throws IOException {
    endOf(flow == null ? null : flow.text);
  }

  /** The same, of a flow that may be over, or of none. */
  void endOf(FlowText flow) throws IOException {
    json.put('}');
    try {
      target.line(json.octets(), json.length(), flow == null ? null : flow.key);
    } finally {
      json.clear();
    }
  }

  /** Where the next member begins, for {@link #since}. */
  int mark() {
    return json.length();
  }

  /** The members that were written since a mark, which is not at an object's beginning. */
  byte[] since(int mark) {
    return Arrays.copyOfRange(json.octets(), mark, json.length());
  }

  /** Members as they were written before. */
  void again(byte[] members) {
    json.raw(members);
  }

  void text(String key, String value) {
    if (value != null) {
      json.name(key);
      json.text(value);
    }
  }

  void number(String key, long value) {
    json.name(key);
    json.number(value);
  }

  /** All 64 bits as a number without sign. */
  void unsigned(String key, long value) {
    json.name(key);
    json.unsigned(value);
  }

  void flag(String key, boolean value) {
    json.name(key);
    json.flag(value);
  }

  void instant(String key, long nanos) {
    json.name(key);
    json.raw(time.format(nanos));
  }

  /** As {@code 0xc0000022}. */
  void code(String key, long value) {
    int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
    json.name(key);
    json.put('"');
    json.put('0');
    json.put('x');
    json.hexadecimal(value, digits);
    json.put('"');
  }

  /** Hexadecimal digits without prefix, leading zeros included. */
  void digits(String key, long value, int digits) {
    json.name(key);
    json.put('"');
    json.hexadecimal(value, digits);
    json.put('"');
  }

  /**
   * Sixteen octets as Suricata prints them: like a GUID, but of the last eight octets pairs are
   * swapped and the last four turned round.
   *
   * @param first the first eight octets as a little-endian number
   * @param last the last eight
   */
  void guid(String key, long first, long last) {
    json.name(key);
    json.put('"');
    json.hexadecimal(first, 8);
    json.put('-');
    json.hexadecimal(first >>> 32, 4);
    json.put('-');
    json.hexadecimal(first >>> 48, 4);
    json.put('-');
    json.hexadecimal(last, 4);
    json.put('-');
    json.hexadecimal(last >>> 16, 4);
    json.hexadecimal(last >>> 32, 8);
    json.put('"');
  }

  /** The same of a GUID; of none, empty text. */
  void guid(String key, UUID guid) {
    if (guid == null) {
      text(key, "");
      return;
    }
    long most = guid.getMostSignificantBits();
    long first = most >>> 32 | (most >>> 16 & 0xFFFF) << 32 | most << 48;
    guid(key, first, Long.reverseBytes(guid.getLeastSignificantBits()));
  }

  /** At most {@code limit} of them. */
  void texts(String key, List<String> values, int limit) {
    if (!values.isEmpty()) {
      array(key);
      for (int i = 0; i < values.size() && i < limit; i++) {
        json.separate();
        json.text(values.get(i));
      }
      endArray();
    }
  }

  void object(String key) {
    json.name(key);
    json.put('{');
  }

  void array(String key) {
    json.name(key);
    json.put('[');
  }

  void element() {
    json.separate();
    json.put('{');
  }

  void endObject() {
    json.put('}');
  }

  void endArray() {
    json.put(']');
  }

  /** Begins what Suricata has no member for, at a place that its schema leaves open. */
  void own() {
    object("metadata");
    array("flowvars");
    element();
    object("smbscope");
  }

  void endOwn() {
    endObject();
    endObject();
    endArray();
    endObject();
  }
}
