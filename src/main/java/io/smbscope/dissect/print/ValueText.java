package io.smbscope.dissect.print;

import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldForm;
import io.smbscope.dissect.field.FieldType;
import io.smbscope.net.IpAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** Values as {@code tshark -T fields} prints them. */
public final class ValueText {
  private static final long NANOS = 1_000_000_000L;

  private ValueText() {}

  /** Of a node that has a field. */
  public static String of(Node node) {
    Utf8 out = new Utf8(64);
    append(node, out);
    return out.toString();
  }

  /** Appends the value of a node that has a field. */
  static void append(Node node, Utf8 out) {
    Field field = node.field();
    switch (field.type()) {
      case FT_UINT -> unsigned(field, node.number(), out);
      case FT_INT -> out.add(Long.toString(node.number()));
      case FT_BOOLEAN -> out.put(node.number() == 0 ? '0' : '1');
      case FT_FRAMENUM -> out.decimal(node.number());
      case FT_NONE -> out.put('1');
      case FT_PROTOCOL -> out.add(node.text());
      case FT_RELATIVE_TIME -> relative(field, node.number(), out);
      default -> {
        if (node.value() != null) {
          value(field, node.value(), out);
        }
      }
    }
  }

  private static void unsigned(Field field, long number, Utf8 out) {
    switch (field.form()) {
      case HEX -> out.put('0').put('x').hex(number, 2 * field.octets());
      case OCT -> out.put('0').add(Long.toOctalString(number));
      default -> out.decimal(number);
    }
  }

  private static void relative(Field field, long number, Utf8 out) {
    long nanos = field.form() == FieldForm.MILLIS ? number * 1_000_000 : number;
    if (nanos < 0) {
      out.put('-');
    }
    out.decimal(Math.abs(nanos / NANOS)).put('.').padded(Math.abs(nanos % NANOS), 9);
  }

  private static void value(Field field, Object value, Utf8 out) {
    if (value instanceof Instant instant) {
      time(instant, out);
    } else if (value instanceof byte[] octets) {
      octets(field, octets, out);
    } else {
      TextEscapes.append((String) value, out);
    }
  }

  private static void octets(Field field, byte[] octets, Utf8 out) {
    FieldForm form = field.form();
    if (field.type() == FieldType.FT_GUID && octets.length == 16) {
      guid(octets, out);
    } else if (form == FieldForm.IPV4 && octets.length == 4) {
      ipv4(octets, out);
    } else if (form == FieldForm.IPV6 && octets.length == 16) {
      ByteBuffer halves = ByteBuffer.wrap(octets);
      out.add(new IpAddress(halves.getLong(), halves.getLong()).toString());
    } else if (form == FieldForm.ETHER) {
      for (int i = 0; i < octets.length; i++) {
        (i == 0 ? out : out.put(':')).hex(octets[i] & 0xFF, 2);
      }
    } else if (octets.length == 0) {
      out.add("<MISSING>");
    } else {
      out.hex(octets);
    }
  }

  private static void ipv4(byte[] octets, Utf8 out) {
    out.decimal(octets[0] & 0xFF).put('.').decimal(octets[1] & 0xFF);
    out.put('.').decimal(octets[2] & 0xFF).put('.').decimal(octets[3] & 0xFF);
  }

  /** {@code Sep 1, 2020 12:00:00.000000000 UTC}. */
  static void time(Instant instant, Utf8 out) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    out.add(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ROOT)).put(' ');
    if (time.getDayOfMonth() < 10) {
      out.put(' ');
    }
    out.decimal(time.getDayOfMonth()).put(',').put(' ').add(Integer.toString(time.getYear()));
    out.put(' ').padded(time.getHour(), 2).put(':').padded(time.getMinute(), 2);
    out.put(':').padded(time.getSecond(), 2).put('.').padded(time.getNano(), 9).add(" UTC");
  }

  /** The first three groups are little-endian. [MS-DTYP] 2.3.4.2 */
  private static void guid(byte[] octets, Utf8 out) {
    byte[] turned = octets.clone();
    for (int[] group : new int[][] {{0, 3}, {1, 2}, {4, 5}, {6, 7}}) {
      turned[group[0]] = octets[group[1]];
      turned[group[1]] = octets[group[0]];
    }
    for (int i = 0; i < turned.length; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        out.put('-');
      }
      out.hex(turned[i] & 0xFF, 2);
    }
  }
}
