package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.field.Field;
import io.smbscope.net.IpAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** From octets and numbers to the values of fields. */
public final class Values {
  private static final long EPOCH_DIFFERENCE_SECONDS = 11_644_473_600L;
  private static final long TICKS_PER_SECOND = 10_000_000L;

  private Values() {}

  /** The value of a field whose octets these are: String, byte[] or Instant; null for none. */
  public static Object ofOctets(Field field, Region region, int from, int length, boolean unicode) {
    Region part = region.part(from, length);
    Bytes octets = part.octets();
    return switch (field.form()) {
      case TEXT -> unicode ? utf16(octets) : upToZero(octets, StandardCharsets.UTF_8);
      case UTF16 -> wholeUtf16(octets);
      case UTF8 -> upToZero(octets, StandardCharsets.UTF_8);
      case HOST -> host(octets);
      case SID -> sid(octets);
      case FILETIME -> octets.length() < 8 ? null : filetime(octets.u64le(0));
      case UNIX -> octets.length() < 4 ? null : Instant.ofEpochSecond(octets.u32le(0));
      case DOS -> octets.length() < 4 ? null : dos((int) octets.u32le(0));
      case NONE -> null;
      case UUID -> turned(octets.copy());
      default -> octets.copy();
    };
  }

  /** The first three groups in the other order: as they stand in a GUID. [MS-DTYP] 2.3.4.2 */
  private static byte[] turned(byte[] o) {
    if (o.length != 16) {
      return o;
    }
    return new byte[] {
      o[3], o[2], o[1], o[0], o[5], o[4], o[7], o[6], o[8], o[9], o[10], o[11], o[12], o[13], o[14],
      o[15]
    };
  }

  /** The value of a field that a grammar reads as a number, which the field is not. */
  static Object ofNumber(Field field, long number) {
    return switch (field.form()) {
      case FILETIME -> filetime(number);
      case UNIX -> Instant.ofEpochSecond(number & 0xFFFFFFFFL);
      case DOS -> orBegin(dos((int) number));
      default -> null;
    };
  }

  /** Also of what {@link io.smbscope.base.FileTime} takes for no time: it is shown as it stands. */
  public static Instant filetime(long ticks) {
    if (ticks == 0) {
      return Instant.EPOCH;
    }
    long seconds = Long.divideUnsigned(ticks, TICKS_PER_SECOND) - EPOCH_DIFFERENCE_SECONDS;
    return Instant.ofEpochSecond(seconds, Long.remainderUnsigned(ticks, TICKS_PER_SECOND) * 100);
  }

  /** What is no date is shown as the begin of 1970. */
  private static Instant orBegin(Instant date) {
    return date == null ? Instant.EPOCH : date;
  }

  /** [MS-CIFS] 2.2.1.4; null for what is no date. */
  public static Instant dos(int dateAndTime) {
    int date = dateAndTime & 0xFFFF;
    int time = dateAndTime >>> 16;
    try {
      return LocalDateTime.of(
              1980 + (date >>> 9),
              date >>> 5 & 15,
              date & 31,
              time >>> 11,
              time >>> 5 & 63,
              (time & 31) * 2)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Up to the first zero; half a character at the end is left out. For a surrogate without its
   * other half, and for what stands in the place of that, U+FFFD.
   */
  public static String utf16(Bytes octets) {
    StringBuilder text = new StringBuilder(octets.length() / 2);
    for (int i = 0; i + 1 < octets.length(); i += 2) {
      char unit = (char) octets.u16le(i);
      if (unit == 0) {
        break;
      }
      if (!Character.isSurrogate(unit)) {
        text.append(unit);
        continue;
      }
      boolean high = Character.isHighSurrogate(unit) && i + 3 < octets.length();
      char next = high ? (char) octets.u16le(i + 2) : 0;
      if (Character.isLowSurrogate(next)) {
        text.append(unit).append(next);
      } else {
        text.append('\uFFFD');
      }
      i += high ? 2 : 0;
    }
    return text.toString();
  }

  /** Text whose length is told; half a character at its end is shown as U+FFFD. */
  private static String wholeUtf16(Bytes octets) {
    String text = utf16(octets);
    int characters = octets.length() / 2;
    return octets.length() % 2 == 1 && text.length() == characters ? text + '\uFFFD' : text;
  }

  public static String upToZero(Bytes octets, Charset charset) {
    int length = 0;
    while (length < octets.length() && octets.u8(length) != 0) {
      length++;
    }
    return new String(octets.slice(0, length).copy(), charset);
  }

  private static String host(Bytes octets) {
    if (octets.length() == 4) {
      return IpAddress.ofIpv4((int) octets.u32be(0)).toString();
    }
    return octets.length() == 16
        ? new IpAddress(
                octets.u32be(0) << 32 | octets.u32be(4), octets.u32be(8) << 32 | octets.u32be(12))
            .toString()
        : null;
  }

  /** S-1-5-21-1-2-3; null when it ends early. [MS-DTYP] 2.4.2.1 */
  public static String sid(Bytes octets) {
    if (octets.length() < 8 || octets.length() < 8 + 4 * octets.u8(1)) {
      return null;
    }
    long authority = (long) octets.u16be(2) << 32 | octets.u32be(4);
    StringBuilder text = new StringBuilder("S-").append(octets.u8(0)).append('-').append(authority);
    for (int i = 0; i < octets.u8(1); i++) {
      text.append('-').append(octets.u32le(8 + 4 * i));
    }
    return text.toString();
  }
}
