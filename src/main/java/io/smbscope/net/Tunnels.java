package io.smbscope.net;

/**
 * What mirror ports and clouds wrap packets in. Each method passes over one header at the cursor
 * and says what comes next, in {@link Cursor}'s codes. What the outer layers said of MAC addresses
 * is forgotten; VLAN ids are kept.
 */
final class Tunnels {
  static final int VXLAN_PORT = 4789;

  /** Linux's from before the assignment. */
  static final int OLD_VXLAN_PORT = 8472;

  static final int GENEVE_PORT = 6081;

  private static final int GRE_CHECKSUM = 0x8000;
  private static final int GRE_ROUTING = 0x4000;
  private static final int GRE_KEY = 0x2000;
  private static final int GRE_SEQUENCE = 0x1000;
  private static final int GRE_VERSION = 7;
  private static final int ERSPAN = 0x88BE;
  private static final int ERSPAN_III = 0x22EB;

  private Tunnels() {}

  /** Whether a UDP datagram to this port may be one. */
  static boolean overUdp(int destinationPort) {
    return destinationPort == VXLAN_PORT
        || destinationPort == GENEVE_PORT
        || destinationPort == OLD_VXLAN_PORT;
  }

  /** RFC 2003, RFC 4213 */
  static int ip(Segment segment, int etherType) {
    enter(segment, Encapsulation.IPIP);
    return etherType;
  }

  /** RFC 2784 2, RFC 2890 2. Routing (RFC 1701) and version 1 (PPTP) are not followed. */
  static int gre(Cursor cursor, Segment segment) {
    if (!cursor.has(4)) {
      return cursor.shortBy();
    }
    int flags = cursor.u16(0);
    int type = cursor.u16(2);
    if ((flags & (GRE_ROUTING | GRE_VERSION)) != 0) {
      return Cursor.NOT_OURS;
    }
    int length = 4 + 4 * Integer.bitCount(flags & (GRE_CHECKSUM | GRE_KEY | GRE_SEQUENCE));
    if (!cursor.has(length)) {
      return cursor.shortBy();
    }
    cursor.at += length;
    enter(segment, type == ERSPAN || type == ERSPAN_III ? Encapsulation.ERSPAN : Encapsulation.GRE);
    return switch (type) {
      case ERSPAN -> (flags & GRE_SEQUENCE) == 0 ? LinkLayer.ETHERNET : erspan2(cursor);
      case ERSPAN_III -> erspan3(cursor);
      default -> type;
    };
  }

  /** RFC 7348 5 */
  static int vxlan(Cursor cursor, Segment segment) {
    if (!cursor.has(8)) {
      return cursor.shortBy();
    }
    if ((cursor.u8(0) & 0x08) == 0) {
      return Cursor.NOT_OURS;
    }
    enter(segment, Encapsulation.VXLAN);
    cursor.at += 8;
    return LinkLayer.ETHERNET;
  }

  /** RFC 8926 3.4 */
  static int geneve(Cursor cursor, Segment segment) {
    if (!cursor.has(8)) {
      return cursor.shortBy();
    }
    int first = cursor.u8(0);
    if (first >>> 6 != 0) {
      return Cursor.NOT_OURS;
    }
    int length = 8 + (first & 0x3F) * 4;
    if (!cursor.has(length)) {
      return cursor.shortBy();
    }
    enter(segment, Encapsulation.GENEVE);
    int type = cursor.u16(2);
    cursor.at += length;
    return type;
  }

  /** draft-foschiano-erspan-03 4.2 */
  private static int erspan2(Cursor cursor) {
    if (!cursor.has(8)) {
      return cursor.shortBy();
    }
    cursor.at += 8;
    return LinkLayer.ETHERNET;
  }

  /** draft-foschiano-erspan-03 4.3: 12 octets, 8 more with the O bit; FT 2 is a bare IP packet. */
  private static int erspan3(Cursor cursor) {
    if (!cursor.has(12)) {
      return cursor.shortBy();
    }
    int last = cursor.u16(10);
    int length = 12 + (last & 1) * 8;
    if (!cursor.has(length)) {
      return cursor.shortBy();
    }
    cursor.at += length;
    return switch (last >>> 10 & 31) {
      case 0 -> LinkLayer.ETHERNET;
      case 2 -> Cursor.IP_EITHER;
      default -> Cursor.NOT_OURS;
    };
  }

  private static void enter(Segment segment, Encapsulation encapsulation) {
    segment.addEncapsulation(encapsulation);
    segment.sourceMac = -1;
    segment.destinationMac = -1;
  }
}
