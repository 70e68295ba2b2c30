package io.smbscope.dissect.print;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import io.smbscope.dissect.field.Fields;
import java.util.Map;
import java.util.TreeMap;

/** What there is to know of a field: for {@code --describe}. */
public final class FieldDescription {
  private FieldDescription() {}

  /** Of all definitions of a known name. */
  public static void append(String name, Utf8 out) {
    out.add(name).put('\n');
    String before = "";
    for (Field field : Fields.all().of(name)) {
      Utf8 one = new Utf8(256);
      describe(field, one);
      String text = one.toString();
      if (!text.equals(before)) {
        out.add(text);
      }
      before = text;
    }
  }

  private static void describe(Field field, Utf8 out) {
    item("label", field.label(), out);
    item("type", field.type() + size(field), out);
    if (field.mask() != 0) {
      item("bits", "0x" + Long.toHexString(field.mask()), out);
    }
    if (!field.doc().isEmpty()) {
      item("meaning", field.doc().replaceAll("\\s+", " "), out);
    }
    if (!field.section().isEmpty()) {
      item("specified in", field.section(), out);
    }
    for (Map.Entry<Long, String> value : new TreeMap<>(field.values()).entrySet()) {
      boolean hex =
          field.type() == FieldType.FT_UINT
              && field.form() != io.smbscope.dissect.field.FieldForm.DEC;
      String number = hex ? "0x" + Long.toHexString(value.getKey()) : value.getKey().toString();
      item("value " + number, value.getValue(), out);
    }
    for (Field bit : field.bits()) {
      item("bit 0x" + Long.toHexString(bit.mask()), bit.name(), out);
    }
  }

  private static String size(Field field) {
    String octets = field.octets() == 0 ? "" : ", octets: " + field.octets();
    return switch (field.form()) {
      case HEX -> octets + ", shown in hexadecimal";
      case OCT -> octets + ", shown in octal";
      case DEC, INT -> octets + ", shown in decimal";
      default -> octets;
    };
  }

  private static void item(String what, String text, Utf8 out) {
    out.add("  ").add(what);
    for (int i = what.length(); i < 14; i++) {
      out.put(' ');
    }
    out.put(' ');
    TextEscapes.append(text, out);
    out.put('\n');
  }
}
