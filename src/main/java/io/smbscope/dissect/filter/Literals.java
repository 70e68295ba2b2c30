package io.smbscope.dissect.filter;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.filter.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Values in a filter, as what they are compared with wants them. */
final class Literals {
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Literals() {}

  /**
   * The value of a token beside an operand.
   *
   * @throws IllegalArgumentException with what the token is not, in words for the user
   */
  static Object of(Token token, Operand beside) {
    return switch (beside.type()) {
      case FT_UINT, FT_INT, FT_FRAMENUM -> number(token, beside.field());
      case FT_BOOLEAN -> truth(token, beside.field());
      case FT_STRING -> token.text();
      case FT_GUID -> guid(token);
      case FT_IPV4 -> AddressText.ipv4(token.text());
      case FT_IPV6 -> AddressText.ipv6(token.text());
      case FT_ABSOLUTE_TIME -> time(token);
      case FT_RELATIVE_TIME -> duration(token);
      case FT_ETHER -> ether(token);
      case FT_BYTES, FT_PROTOCOL -> octets(token);
      case FT_NONE -> throw new IllegalArgumentException("This field has no value to compare.");
    };
  }

  private static Object number(Token token, Field field) {
    if (token.kind() == Kind.CHARACTER) {
      return (long) (token.octets()[0] & 0xFF);
    }
    Long number = token.isString() ? null : integer(token.text());
    int octets = field == null ? 0 : field.octets();
    boolean fits =
        number != null
            && (octets == 0 || octets >= 8 || number < 0 || number >>> (8 * octets) == 0);
    if (fits) {
      return number;
    }
    return field == null ? notA(token, "number") : meaning(token, field);
  }

  private static Object truth(Token token, Field field) {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "true" -> 1L;
      case "false" -> 0L;
      default -> {
        Long number = token.isString() ? null : integer(token.text());
        yield number != null ? (Object) (number == 0 ? 0L : 1L) : meaning(token, field);
      }
    };
  }

  /** By the words that the tree shows beside a number. */
  private static Long meaning(Token token, Field field) {
    for (Field definition : Fields.all().of(field.name())) {
      for (Map.Entry<Long, String> value : definition.values().entrySet()) {
        if (value.getValue().equalsIgnoreCase(token.text())) {
          return value.getKey();
        }
      }
    }
    throw new IllegalArgumentException(
        "\""
            + token.text()
            + "\" cannot be found among the possible values for "
            + field.name()
            + ".");
  }

  /** Decimal, 0x hexadecimal, 0b binary or 0 octal; null for none. */
  static Long integer(String text) {
    boolean negative = text.startsWith("-");
    String digits = (negative ? text.substring(1) : text).toLowerCase(Locale.ROOT);
    int base = 10;
    if (digits.startsWith("0x") || digits.startsWith("0b")) {
      base = digits.charAt(1) == 'x' ? 16 : 2;
      digits = digits.substring(2);
    } else if (digits.length() > 1 && digits.startsWith("0")) {
      base = 8;
    }
    try {
      BigInteger value = new BigInteger(digits, base);
      if (value.signum() < 0 || value.compareTo(MOST) >= 0) {
        return null;
      }
      return negative ? -value.longValue() : value.longValue();
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A string's own, or hexadecimal digits with or without something between each two. */
  private static byte[] octets(Token token) {
    if (token.kind() != Kind.WORD) {
      return token.octets();
    }
    byte[] octets = hex(token.text());
    if (octets == null) {
      notA(token, "byte string");
    }
    return octets;
  }

  private static byte[] hex(String text) {
    String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
    if (digits.length() == 1) {
      digits = "0" + digits;
    }
    for (char separator : new char[] {':', '-', '.'}) {
      if (digits.indexOf(separator) > 0) {
        digits = digits.replaceFirst("[" + separator + "]$", "");
        try {
          return HexFormat.ofDelimiter(String.valueOf(separator)).parseHex(digits);
        } catch (IllegalArgumentException e) {
          return null;
        }
      }
    }
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte[] ether(Token token) {
    byte[] octets = hex(token.text());
    return octets == null || octets.length != 6 ? (byte[]) notA(token, "Ethernet address") : octets;
  }

  /** In the wire's order: the first three groups little-endian. [MS-DTYP] 2.3.4.2 */
  private static byte[] guid(Token token) {
    String text = token.text();
    if (!text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      notA(token, "GUID");
    }
    byte[] octets = HexFormat.of().parseHex(text.replace("-", ""));
    for (int[] pair : new int[][] {{0, 3}, {1, 2}, {4, 5}, {6, 7}}) {
      byte first = octets[pair[0]];
      octets[pair[0]] = octets[pair[1]];
      octets[pair[1]] = first;
    }
    return octets;
  }

  private static Object time(Token token) {
    Instant time = TimeText.parse(token.text());
    return time == null
        ? notA(token, "absolute time (\"2011-07-04 12:34:56\" or \"Nov 12, 1999 08:55:44.123\")")
        : time;
  }

  /** Seconds, in nanoseconds. */
  private static long duration(Token token) {
    try {
      return new BigDecimal(token.text()).movePointRight(9).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return (Long) notA(token, "number of seconds");
    }
  }

  /** What a regular expression is made of: its escapes are its own. */
  static String pattern(Token token) {
    return token.kind() == Kind.RAW
        ? token.text()
        : new String(token.octets(), StandardCharsets.UTF_8);
  }

  private static Object notA(Token token, String kind) {
    throw new IllegalArgumentException("\"" + token.text() + "\" is not a valid " + kind + ".");
  }
}
