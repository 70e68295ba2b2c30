package io.smbscope.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smbscope.base.Stamp;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Signing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The forms that a component of an event takes in JSON. A component that is null is left out; an
 * empty list is written.
 */
public final class JsonFields {
  private static final String HEX = "0123456789abcdef";

  private final JsonGenerator json;
  private final IsoTime time = new IsoTime();
  private final char[] mask = new char[18];

  public JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /** What every record begins with. */
  public void head(String type, Stamp at) throws IOException {
    json.writeStringField("type", type);
    stamp("packet", "time", at);
  }

  public void start(Stamp start) throws IOException {
    stamp("start_packet", "start_time", start);
  }

  public void stamp(String packetKey, String timeKey, Stamp stamp) throws IOException {
    if (stamp != null) {
      number(packetKey, stamp.packet());
      time(timeKey, stamp);
    }
  }

  /** The time of a packet without its number. */
  public void time(String key, Stamp stamp) throws IOException {
    json.writeFieldName(key);
    int length = time.format(stamp.nanos());
    json.writeString(time.text(), 0, length);
  }

  public void instant(String key, Instant instant) throws IOException {
    if (instant != null) {
      json.writeFieldName(key);
      int length = time.format(instant.getEpochSecond(), instant.getNano());
      json.writeString(time.text(), 0, length);
    }
  }

  public void text(String key, String value) throws IOException {
    if (value != null) {
      json.writeStringField(key, value);
    }
  }

  public void number(String key, long value) throws IOException {
    json.writeNumberField(key, value);
  }

  public void number(String key, Long value) throws IOException {
    if (value != null) {
      json.writeNumberField(key, value);
    }
  }

  public void number(String key, Integer value) throws IOException {
    if (value != null) {
      json.writeNumberField(key, value);
    }
  }

  public void flag(String key, boolean value) throws IOException {
    json.writeBooleanField(key, value);
  }

  public void flag(String key, Boolean value) throws IOException {
    if (value != null) {
      json.writeBooleanField(key, value);
    }
  }

  /** A bit mask as {@code "0x001200a9"}: eight hexadecimal digits, sixteen if it needs more. */
  public void mask(String key, Long value) throws IOException {
    if (value == null) {
      return;
    }
    long bits = value;
    int digits = bits >>> 32 == 0 ? 8 : 16;
    mask[0] = '0';
    mask[1] = 'x';
    for (int i = digits + 1; i > 1; i--) {
      mask[i] = HEX.charAt((int) (bits & 0xF));
      bits >>>= 4;
    }
    json.writeFieldName(key);
    json.writeString(mask, 0, digits + 2);
  }

  public void texts(String key, List<String> values) throws IOException {
    if (values != null) {
      json.writeArrayFieldStart(key);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  public void numbers(String key, List<? extends Number> values) throws IOException {
    if (values != null) {
      json.writeArrayFieldStart(key);
      for (Number value : values) {
        json.writeNumber(value.longValue());
      }
      json.writeEndArray();
    }
  }

  public void counts(String key, Map<String, Long> values) throws IOException {
    if (values != null) {
      open(key);
      for (Map.Entry<String, Long> entry : values.entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      close();
    }
  }

  public void open(String key) throws IOException {
    json.writeObjectFieldStart(key);
  }

  void openList(String key) throws IOException {
    json.writeArrayFieldStart(key);
  }

  void openElement() throws IOException {
    json.writeStartObject();
  }

  void closeList() throws IOException {
    json.writeEndArray();
  }

  public void close() throws IOException {
    json.writeEndObject();
  }

  public void endpoint(String key, Endpoint endpoint) throws IOException {
    if (endpoint != null) {
      open(key);
      text("ip", endpoint.ip());
      number("port", endpoint.port());
      text("mac", endpoint.mac());
      close();
    }
  }

  public void encryption(Encryption encryption) throws IOException {
    if (encryption != null) {
      open("encryption");
      text("verdict", encryption.verdict().label());
      flag("client_capable", encryption.clientCapable());
      flag("server_capable", encryption.serverCapable());
      flag("demanded_by_session", encryption.demandedBySession());
      flag("demanded_by_share", encryption.demandedByShare());
      text("cipher", encryption.cipher());
      flag("cipher_inferred", encryption.cipherInferred());
      number("encrypted_messages", encryption.encryptedMessages());
      number("encrypted_bytes", encryption.encryptedBytes());
      number("plain_messages", encryption.plainMessages());
      close();
    }
  }

  public void signing(Signing signing) throws IOException {
    if (signing != null) {
      open("signing");
      text("verdict", signing.verdict().label());
      flag("client_offered", signing.clientOffered());
      flag("client_required", signing.clientRequired());
      flag("server_offered", signing.serverOffered());
      flag("server_required", signing.serverRequired());
      text("algorithm", signing.algorithm());
      number("signed_messages", signing.signedMessages());
      number("signed_by_dialect", signing.signedByDialect());
      number("unsigned_messages", signing.unsignedMessages());
      close();
    }
  }
}
