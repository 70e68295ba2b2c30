package io.smbscope.dissect.field;

import java.util.Locale;

/**
 * How a field's octets are read and its value shown: the word behind {@code as} in a grammar's
 * {@code -wireshark} key, in small letters.
 */
public enum FieldForm {
  DEC(FieldType.FT_UINT),
  /** With {@code 0x} and as many digits as the field has. */
  HEX(FieldType.FT_UINT),
  OCT(FieldType.FT_UINT),
  /** Signed. */
  INT(FieldType.FT_INT),
  BOOL(FieldType.FT_BOOLEAN),
  BYTES(FieldType.FT_BYTES),
  /** Unicode or OEM, as the message says. */
  TEXT(FieldType.FT_STRING),
  UTF16(FieldType.FT_STRING),
  UTF8(FieldType.FT_STRING),
  /** A SID in its printed form. [MS-DTYP] 2.4.2.1 */
  SID(FieldType.FT_STRING),
  /** 16 octets. [MS-DTYP] 2.3.4.2 */
  GUID(FieldType.FT_GUID),
  /** 16 octets, all in the order in which they are printed. RFC 4122 4.1.2 */
  UUID(FieldType.FT_GUID),
  /** 100 ns since 1601. [MS-DTYP] 2.3.3 */
  FILETIME(FieldType.FT_ABSOLUTE_TIME),
  /** An IPv4 or IPv6 address in the place of a host's name. */
  HOST(FieldType.FT_STRING),
  /** Seconds since 1970. */
  UNIX(FieldType.FT_ABSOLUTE_TIME),
  /** A DOS date in the low, a time in the high 16 bits. [MS-CIFS] 2.2.1.4 */
  DOS(FieldType.FT_ABSOLUTE_TIME),
  /** Milliseconds. */
  MILLIS(FieldType.FT_RELATIVE_TIME),
  /** Nanoseconds. */
  NANOS(FieldType.FT_RELATIVE_TIME),
  IPV4(FieldType.FT_IPV4),
  IPV6(FieldType.FT_IPV6),
  ETHER(FieldType.FT_ETHER),
  /** The number of another frame. */
  FRAME(FieldType.FT_FRAMENUM),
  PROTOCOL(FieldType.FT_PROTOCOL),
  NONE(FieldType.FT_NONE);

  private final FieldType type;

  FieldForm(FieldType type) {
    this.type = type;
  }

  public FieldType type() {
    return type;
  }

  /** The word of a grammar. */
  static FieldForm of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Held as a number. */
  public boolean isNumber() {
    return switch (type) {
      case FT_UINT, FT_INT, FT_BOOLEAN, FT_FRAMENUM, FT_RELATIVE_TIME, FT_NONE -> true;
      default -> false;
    };
  }
}
