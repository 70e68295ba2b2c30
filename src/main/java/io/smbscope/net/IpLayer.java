package io.smbscope.net;

/**
 * IPv4, IPv6 and the extension headers between them and transport. Each method passes over one
 * header at the cursor and says what comes next, in {@link Cursor}'s codes.
 *
 * <p>The header's length says where the packet ends: what the link layer has beyond is padding. A
 * length of 0, as segmentation offload leaves it, or one beyond what was on the wire counts for
 * nothing. Checksums are not looked at: offload leaves them wrong in captures of the sender.
 */
final class IpLayer {
  static final int HOP_BY_HOP = 0;
  static final int IPV4_IN_IP = 4;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int IPV6_IN_IP = 41;
  static final int ROUTING = 43;
  static final int FRAGMENT = 44;
  static final int GRE = 47;
  static final int AUTHENTICATION = 51;
  static final int DESTINATION_OPTIONS = 60;

  private static final long MAPPED = 0xFFFF_0000_0000L;
  private static final int MORE_FRAGMENTS = 0x2000;

  private final IpFragments fragments;

  IpLayer(IpFragments fragments) {
    this.fragments = fragments;
  }

  /** RFC 791 3.1 */
  int v4(Cursor cursor, Segment segment) {
    if (!cursor.has(20)) {
      return cursor.shortBy();
    }
    int first = cursor.u8(0);
    int header = (first & 15) * 4;
    if (first >>> 4 != 4 || header < 20) {
      return Cursor.MALFORMED;
    }
    if (!cursor.has(header)) {
      return cursor.shortBy();
    }
    int total = cursor.u16(2);
    if (total != 0) {
      if (total < header) {
        return Cursor.MALFORMED;
      }
      cursor.trim(total);
    }
    segment.ipLength = cursor.onWire();
    int fragment = cursor.u16(6);
    int protocol = cursor.u8(9);
    segment.sourceHigh = 0;
    segment.sourceLow = MAPPED | (cursor.i32(12) & 0xFFFF_FFFFL);
    segment.destinationHigh = 0;
    segment.destinationLow = MAPPED | (cursor.i32(16) & 0xFFFF_FFFFL);
    if ((fragment & 0x3FFF) == 0) {
      cursor.at += header;
      return Cursor.IP_PROTOCOL | protocol;
    }
    int id = cursor.u16(4);
    cursor.at += header;
    boolean more = (fragment & MORE_FRAGMENTS) != 0;
    return fragments.add(cursor, segment, id, protocol, (fragment & 0x1FFF) * 8, more);
  }

  /** RFC 8200 3 */
  int v6(Cursor cursor, Segment segment) {
    if (!cursor.has(40)) {
      return cursor.shortBy();
    }
    if (cursor.u8(0) >>> 4 != 6) {
      return Cursor.MALFORMED;
    }
    int length = cursor.u16(4);
    if (length != 0) {
      cursor.trim(40 + length);
    }
    segment.ipLength = cursor.onWire();
    segment.sourceHigh = cursor.i64(8);
    segment.sourceLow = cursor.i64(16);
    segment.destinationHigh = cursor.i64(24);
    segment.destinationLow = cursor.i64(32);
    int protocol = cursor.u8(6);
    cursor.at += 40;
    return Cursor.IP_PROTOCOL | protocol;
  }

  /** Hop-by-hop, routing, destination options. RFC 8200 4.3, 4.4, 4.6 */
  static int extension(Cursor cursor) {
    return passOver(cursor, 8, 8);
  }

  /** RFC 4302 2 */
  static int authentication(Cursor cursor) {
    return passOver(cursor, 8, 4);
  }

  /** RFC 8200 4.5 */
  int v6Fragment(Cursor cursor, Segment segment) {
    if (!cursor.has(8)) {
      return cursor.shortBy();
    }
    int protocol = cursor.u8(0);
    int offset = cursor.u16(2) & 0xFFF8;
    boolean more = (cursor.u8(3) & 1) != 0;
    int id = cursor.i32(4);
    cursor.at += 8;
    if (offset == 0 && !more) {
      return Cursor.IP_PROTOCOL | protocol;
    }
    return fragments.add(cursor, segment, id, IpFragments.AS_FIRST_SAYS | protocol, offset, more);
  }

  /** A header of {@code base} octets and as many {@code unit}s as its second octet says. */
  private static int passOver(Cursor cursor, int base, int unit) {
    if (!cursor.has(base)) {
      return cursor.shortBy();
    }
    int length = base + cursor.u8(1) * unit;
    if (!cursor.has(length)) {
      return cursor.shortBy();
    }
    int protocol = cursor.u8(0);
    cursor.at += length;
    return Cursor.IP_PROTOCOL | protocol;
  }
}
