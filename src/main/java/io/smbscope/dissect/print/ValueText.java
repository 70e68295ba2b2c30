package io.smbscope.dissect.print;

import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldForm;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HexFormat;
import java.util.Locale;

/** Values as {@code tshark -T fields} prints them. */
public final class ValueText {
  private static final HexFormat HEX = HexFormat.of();
  private static final long NANOS = 1_000_000_000L;

  private ValueText() {}

  /** Of a node that has a field. */
  public static String of(Node node) {
    Field field = node.field();
    return switch (field.type()) {
      case FT_UINT -> unsigned(field, node.number());
      case FT_INT -> Long.toString(node.number());
      case FT_BOOLEAN -> node.number() == 0 ? "0" : "1";
      case FT_FRAMENUM -> Long.toUnsignedString(node.number());
      case FT_NONE -> "1";
      case FT_PROTOCOL -> node.text();
      case FT_RELATIVE_TIME -> relative(field, node.number());
      default -> node.value() == null ? "" : text(field, node.value());
    };
  }

  private static String unsigned(Field field, long number) {
    return switch (field.form()) {
      case HEX -> hex(number, field.octets());
      case OCT -> "0" + Long.toOctalString(number);
      default -> Long.toUnsignedString(number);
    };
  }

  private static String hex(long number, int octets) {
    String digits = Long.toHexString(number);
    return "0x" + "0".repeat(Math.max(0, 2 * octets - digits.length())) + digits;
  }

  private static String relative(Field field, long number) {
    long nanos = field.form() == FieldForm.MILLIS ? number * 1_000_000 : number;
    return (nanos < 0 ? "-" : "")
        + Math.abs(nanos / NANOS)
        + String.format(".%09d", Math.abs(nanos % NANOS));
  }

  private static String text(Field field, Object value) {
    if (value instanceof Instant instant) {
      return time(instant);
    }
    if (!(value instanceof byte[] octets)) {
      return escaped((String) value);
    }
    return switch (field.form()) {
      case GUID -> octets.length == 16 ? guid(octets) : HEX.formatHex(octets);
      case ETHER -> HexFormat.ofDelimiter(":").formatHex(octets);
      case IPV4 -> octets.length == 4 ? ipv4(octets) : HEX.formatHex(octets);
      case IPV6 -> octets.length == 16 ? ipv6(octets) : HEX.formatHex(octets);
      default -> HEX.formatHex(octets);
    };
  }

  /** Sep 1, 2020 as {@code Sep 1, 2020 12:00:00.000000000 UTC}. */
  static String time(Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "%s %2d, %d %02d:%02d:%02d.%09d UTC",
        time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ROOT),
        time.getDayOfMonth(),
        time.getYear(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano());
  }

  /** The first three groups are little-endian. [MS-DTYP] 2.3.4.2 */
  private static String guid(byte[] o) {
    byte[] turned = {
      o[3], o[2], o[1], o[0], o[5], o[4], o[7], o[6], o[8], o[9], o[10], o[11], o[12], o[13], o[14],
      o[15]
    };
    String digits = HEX.formatHex(turned);
    return digits.substring(0, 8)
        + '-'
        + digits.substring(8, 12)
        + '-'
        + digits.substring(12, 16)
        + '-'
        + digits.substring(16, 20)
        + '-'
        + digits.substring(20);
  }

  private static String ipv4(byte[] octets) {
    return (octets[0] & 0xFF)
        + "."
        + (octets[1] & 0xFF)
        + "."
        + (octets[2] & 0xFF)
        + "."
        + (octets[3] & 0xFF);
  }

  private static String ipv6(byte[] octets) {
    java.nio.ByteBuffer halves = java.nio.ByteBuffer.wrap(octets);
    return new io.smbscope.net.IpAddress(halves.getLong(), halves.getLong()).toString();
  }

  /** What does not print is escaped as in C. */
  public static String escaped(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> escape(out, point));
    return out.toString();
  }

  private static boolean isPlain(char unit) {
    return unit >= 0x20 && unit < 0x7F;
  }

  private static void escape(StringBuilder out, int point) {
    switch (point) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (point < 0x20 || point == 0x7F) {
          out.append(String.format("\\%03o", point));
        } else if (Character.isISOControl(point)
            || !Character.isDefined(point)
            || isUnprintable(point)) {
          out.append(
              point > 0xFFFF ? String.format("\\U%08x", point) : String.format("\\u%04x", point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }

  private static boolean isUnprintable(int point) {
    int type = Character.getType(point);
    return type == Character.PRIVATE_USE
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
