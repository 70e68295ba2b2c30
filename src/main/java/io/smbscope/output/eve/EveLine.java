package io.smbscope.output.eve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smbscope.base.Stamp;
import io.smbscope.output.LineTarget;
import io.smbscope.output.WireEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * The line that is being written, in a buffer used again for each. A null value writes no member.
 */
final class EveLine {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .characterEscapes(new WireEscapes())
          .rootValueSeparator((String) null)
          .build();

  private static final SerializableString FROM_WIRE =
      new SerializedString(",\"pkt_src\":\"wire/pcap\"");

  /** As Suricata names what it says without a packet. */
  private static final SerializableString FROM_END =
      new SerializedString(",\"pkt_src\":\"stream (flow timeout)\"");

  private static final SerializableString TIMESTAMP = new SerializedString("timestamp");
  private static final SerializableString PACKET = new SerializedString("pcap_cnt");
  private static final SerializableString TYPE = new SerializedString("event_type");
  private static final int KEPT = 1 << 16;

  private final Octets octets = new Octets();
  private final JsonGenerator json;
  private final LineTarget target;
  private final EveTime time = new EveTime();
  private final char[] hex = new char[36];

  EveLine(LineTarget target) throws IOException {
    this.target = target;
    json = FACTORY.createGenerator(octets);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Begins a line that belongs to no flow. */
  void begin(Stamp at, String type) throws IOException {
    json.writeStartObject();
    json.writeFieldName(TIMESTAMP);
    time(at.nanos());
    json.writeStringField("event_type", type);
  }

  /** Begins a line from client to server, of the packet {@code at}. */
  void begin(Stamp at, EveFlow flow, String type) throws IOException {
    begin(at, flow.text, flow.text.toServer(), FROM_WIRE, type);
  }

  /** The same, of a flow that may be over. */
  void begin(Stamp at, FlowText flow, String type) throws IOException {
    begin(at, flow, flow.toServer(), FROM_WIRE, type);
  }

  /** Begins a line from server to client, of the packet {@code at}. */
  void beginToClient(Stamp at, EveFlow flow, String type) throws IOException {
    begin(at, flow.text, flow.text.toClient(), FROM_WIRE, type);
  }

  /** Begins a line that only the flow's end brings, with {@code source} or without a packet. */
  void beginAtEnd(Stamp at, EveFlow flow, boolean transaction, String type) throws IOException {
    begin(at, flow.text, flow.text.toServer(), transaction ? FROM_END : null, type);
  }

  private void begin(
      Stamp at, FlowText flow, SerializableString addresses, SerializableString source, String type)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName(TIMESTAMP);
    time(at.nanos());
    json.writeRaw(flow.head());
    if (source == FROM_WIRE) {
      json.writeFieldName(PACKET);
      json.writeNumber(at.packet());
    }
    json.writeFieldName(TYPE);
    json.writeString(type);
    json.writeRaw(addresses);
    if (source != null) {
      json.writeRaw(source);
    }
    if (flow.communityId() != null) {
      json.writeRaw(flow.communityId());
    }
  }

  /** Ends the line and hands it on. */
  void end(EveFlow flow) throws IOException {
    endOf(flow == null ? null : flow.text);
  }

  /** The same, of a flow that may be over, or of none. */
  void endOf(FlowText flow) throws IOException {
    json.writeEndObject();
    json.flush();
    octets.passTo(target, flow == null ? null : flow.key());
  }

  void text(String key, String value) throws IOException {
    if (value != null) {
      json.writeFieldName(key);
      json.writeString(value);
    }
  }

  void number(String key, long value) throws IOException {
    json.writeFieldName(key);
    json.writeNumber(value);
  }

  /** All 64 bits as a number without sign. */
  void unsigned(String key, long value) throws IOException {
    json.writeFieldName(key);
    if (value >= 0) {
      json.writeNumber(value);
    } else {
      json.writeNumber(Long.toUnsignedString(value));
    }
  }

  void flag(String key, boolean value) throws IOException {
    json.writeFieldName(key);
    json.writeBoolean(value);
  }

  void instant(String key, long nanos) throws IOException {
    json.writeFieldName(key);
    time(nanos);
  }

  /** As {@code 0xc0000022}. */
  void code(String key, long value) throws IOException {
    int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 3) / 4);
    hex[0] = '0';
    hex[1] = 'x';
    hexadecimal(value, 2, digits);
    json.writeFieldName(key);
    json.writeString(hex, 0, digits + 2);
  }

  /** Hexadecimal digits without prefix, leading zeros included. */
  void digits(String key, long value, int digits) throws IOException {
    hexadecimal(value, 0, digits);
    json.writeFieldName(key);
    json.writeString(hex, 0, digits);
  }

  /**
   * Sixteen octets as Suricata prints them: like a GUID, but of the last eight octets pairs are
   * swapped and the last four turned round. Null is empty text.
   *
   * @param first the first eight octets as a little-endian number
   * @param last the last eight
   */
  void guid(String key, long first, long last) throws IOException {
    hexadecimal(first, 0, 8);
    hex[8] = '-';
    hexadecimal(first >>> 32, 9, 4);
    hex[13] = '-';
    hexadecimal(first >>> 48, 14, 4);
    hex[18] = '-';
    hexadecimal(last, 19, 4);
    hex[23] = '-';
    hexadecimal(last >>> 16, 24, 4);
    hexadecimal(last >>> 32, 28, 8);
    json.writeFieldName(key);
    json.writeString(hex, 0, hex.length);
  }

  /** The same of a GUID; of none, empty text. */
  void guid(String key, UUID guid) throws IOException {
    if (guid == null) {
      text(key, "");
      return;
    }
    long most = guid.getMostSignificantBits();
    long first = most >>> 32 | (most >>> 16 & 0xFFFF) << 32 | most << 48;
    guid(key, first, Long.reverseBytes(guid.getLeastSignificantBits()));
  }

  private void hexadecimal(long value, int from, int digits) {
    long rest = value;
    for (int i = from + digits - 1; i >= from; i--) {
      hex[i] = Character.forDigit((int) rest & 0xF, 16);
      rest >>>= 4;
    }
  }

  /** At most {@code limit} of them. */
  void texts(String key, List<String> values, int limit) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(key);
      for (int i = 0; i < values.size() && i < limit; i++) {
        json.writeString(values.get(i));
      }
      json.writeEndArray();
    }
  }

  void object(String key) throws IOException {
    json.writeObjectFieldStart(key);
  }

  void array(String key) throws IOException {
    json.writeArrayFieldStart(key);
  }

  void element() throws IOException {
    json.writeStartObject();
  }

  void endObject() throws IOException {
    json.writeEndObject();
  }

  void endArray() throws IOException {
    json.writeEndArray();
  }

  /** Begins what Suricata has no member for, at a place that its schema leaves open. */
  void own() throws IOException {
    object("metadata");
    array("flowvars");
    element();
    object("smbscope");
  }

  void endOwn() throws IOException {
    endObject();
    endObject();
    endArray();
    endObject();
  }

  private void time(long nanos) throws IOException {
    char[] text = time.format(nanos);
    json.writeString(text, 0, text.length);
  }

  /** The generator's octets, without a copy when they are passed on. */
  private static final class Octets extends ByteArrayOutputStream {
    Octets() {
      super(KEPT);
    }

    void passTo(LineTarget target, String key) throws IOException {
      target.line(buf, count, key);
      reset();
      if (buf.length > KEPT) {
        buf = new byte[KEPT];
      }
    }
  }
}
