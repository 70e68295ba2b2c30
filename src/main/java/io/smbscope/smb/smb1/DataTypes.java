package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1ServerString;
import io.smbscope.grammar.Smb1String;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What the grammars read, as records carry it. [MS-CIFS] 2.2.1 */
final class DataTypes {
  private DataTypes() {}

  /** Empty when the message ends before it. */
  static String text(Smb1String string) {
    return string == null ? "" : text(string.value());
  }

  /** Empty when the message ends before it. */
  static String text(Smb1ServerString string) {
    return string == null ? "" : text(string.value());
  }

  /** Without the half character at the end: Windows ends a response's last string with one zero. */
  private static String text(String value) {
    return value.endsWith("\uFFFD") ? value.substring(0, value.length() - 1) : value;
  }

  static Bytes octets(byte[] octets) {
    return octets == null || octets.length == 0 ? Bytes.EMPTY : Bytes.of(octets);
  }

  /** UTIME, seconds since 1970; null for 0 and for all ones. [MS-CIFS] 2.2.1.4.3 */
  static Instant utime(long seconds) {
    return seconds == 0 || seconds == 0xFFFF_FFFFL ? null : Instant.ofEpochSecond(seconds);
  }

  /**
   * SMB_DATE and SMB_TIME as if UTC; null for what is no date. [MS-CIFS] 2.2.1.4.1 and 2.2.1.4.2
   */
  static Instant dateTime(int date, int time) {
    if (date == 0) {
      return null;
    }
    try {
      return LocalDateTime.of(
              1980 + (date >> 9),
              date >> 5 & 0xF,
              date & 0x1F,
              time >> 11,
              time >> 5 & 0x3F,
              (time & 0x1F) * 2)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** 64 bits of two halves; the upper one is null in a form without it. */
  static long join(long low, Long high) {
    return high == null ? low : low | high << 32;
  }

  /** GUID of 16 octets, the first three fields little-endian. [MS-DTYP] 2.3.4.2 */
  static UUID guid(byte[] octets) {
    if (octets == null) {
      return null;
    }
    Bytes guid = Bytes.of(octets);
    return new UUID(
        guid.u32le(0) << 32 | (long) guid.u16le(4) << 16 | guid.u16le(6),
        guid.u32be(8) << 32 | guid.u32be(12));
  }
}
