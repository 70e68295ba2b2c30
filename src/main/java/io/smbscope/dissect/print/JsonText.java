package io.smbscope.dissect.print;

import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.FieldForm;
import io.smbscope.dissect.field.FieldType;
import java.time.Instant;

/** Strings and values as tshark's JSON has them. */
final class JsonText {
  private static final long NANOS = 1_000_000_000L;

  private JsonText() {}

  /** In quotes. */
  static void quoted(String text, Utf8 out) {
    out.put('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '"'
          || unit == '\\'
          || unit < 0x20
          || unit == 0x7F
          || Character.isSurrogate(unit)) {
        out.add(text.substring(from, i));
        from = i + 1;
        if (Character.isHighSurrogate(unit)
            && from < text.length()
            && Character.isLowSurrogate(text.charAt(from))) {
          out.add(text.substring(i, from + 1));
          i++;
          from = i + 1;
        } else {
          escaped(unit, out);
        }
      }
    }
    out.add(text.substring(from)).put('"');
  }

  private static void escaped(char unit, Utf8 out) {
    switch (unit) {
      case '"', '\\' -> out.put('\\').put(unit);
      case '\n' -> out.add("\\n");
      case '\r' -> out.add("\\r");
      case '\t' -> out.add("\\t");
      case '\b' -> out.add("\\b");
      case '\f' -> out.add("\\f");
      default -> out.add("\\u").hex(unit, 4);
    }
  }

  /** What a field's value is shown as; octets with colons between. */
  static String value(Node node) {
    FieldType type = node.field().type();
    if (type == FieldType.FT_STRING) {
      return node.value() instanceof String text ? text : "";
    }
    if (type == FieldType.FT_NONE) {
      return "";
    }
    boolean plain = node.field().form() == FieldForm.BYTES;
    if (plain && node.value() instanceof byte[] octets) {
      Utf8 text = new Utf8(3 * octets.length + 1);
      for (int i = 0; i < octets.length; i++) {
        (i == 0 ? text : text.put(':')).hex(octets[i] & 0xFF, 2);
      }
      return text.toString();
    }
    return ValueText.of(node);
  }

  /** {@code 2026-11-23T07:23:48.809047000Z} */
  static String isoTime(Instant time) {
    Utf8 out = new Utf8(40);
    String seconds = Instant.ofEpochSecond(time.getEpochSecond()).toString();
    out.add(seconds.substring(0, seconds.length() - 1)).put('.');
    return out.padded(time.getNano() % NANOS, 9).put('Z').toString();
  }
}
