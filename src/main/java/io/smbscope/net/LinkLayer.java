package io.smbscope.net;

/**
 * Link-layer headers, and what may stand between them and IP: VLAN tags, MPLS, PPPoE, LLC. Each
 * method passes over one header at the cursor and says what comes next, in {@link Cursor}'s codes.
 * Link types: https://www.tcpdump.org/linktypes.html
 */
final class LinkLayer {
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86DD;

  /** Transparent Ethernet bridging: an Ethernet frame. */
  static final int ETHERNET = 0x6558;

  static final int VLAN = 0x8100;
  static final int SERVICE_VLAN = 0x88A8;
  static final int OLD_QINQ = 0x9100;
  static final int OLDER_QINQ = 0x9200;
  static final int MPLS = 0x8847;
  static final int MPLS_MULTICAST = 0x8848;
  static final int PPPOE_SESSION = 0x8864;

  /** EtherTypes begin here; what is less is an 802.3 length, or a Linux pseudo type. */
  static final int FIRST_ETHER_TYPE = 0x0600;

  static final int LINKTYPE_UNKNOWN = -5;

  /** LLC to SNAP, unnumbered information; SNAP's OUI 0, which EtherTypes go with. RFC 1042 */
  private static final long LLC_SNAP = 0xAAAA_0300_0000L;

  private LinkLayer() {}

  /** From a LINKTYPE_ value to the first header, passing over those of fixed form. */
  static int enter(int linkType, Cursor cursor, Segment segment) {
    return switch (linkType) {
      case 1 -> ETHERNET;
      case 0, 108 -> loopback(cursor);
      case 9, 50 -> Cursor.PPP;
      case 204 -> withDirection(cursor);
      case 12, 14, 101 -> Cursor.IP_EITHER;
      case 113 -> linuxCooked(cursor, segment);
      case 228 -> IPV4;
      case 229 -> IPV6;
      case 276 -> linuxCooked2(cursor, segment);
      default -> LINKTYPE_UNKNOWN;
    };
  }

  static int ethernet(Cursor cursor, Segment segment) {
    if (!cursor.has(14)) {
      return cursor.shortBy();
    }
    segment.destinationMac = cursor.mac(0);
    segment.sourceMac = cursor.mac(6);
    int type = cursor.u16(12);
    cursor.at += 14;
    return type < FIRST_ETHER_TYPE ? llc(cursor, type) : type;
  }

  /** A tag of 802.1Q or 802.1ad; the priority tag, id 0, names no VLAN. */
  static int vlan(Cursor cursor, Segment segment) {
    if (!cursor.has(4)) {
      return cursor.shortBy();
    }
    int id = cursor.u16(0) & 0xFFF;
    if (id != 0) {
      segment.addVlan(id);
    }
    int type = cursor.u16(2);
    cursor.at += 4;
    return type < FIRST_ETHER_TYPE ? llc(cursor, type) : type;
  }

  /**
   * All labels. Nothing says what lies within: IP by its version, else an Ethernet frame, behind a
   * control word (RFC 4385, a 0 first) when an EtherType stands where it then must.
   */
  static int mpls(Cursor cursor, Segment segment) {
    segment.addEncapsulation(Encapsulation.MPLS);
    boolean bottom = false;
    while (!bottom) {
      if (!cursor.has(4)) {
        return cursor.shortBy();
      }
      bottom = (cursor.u8(2) & 1) != 0;
      cursor.at += 4;
    }
    if (!cursor.has(4)) {
      return cursor.shortBy();
    }
    int nibble = cursor.u8(0) >>> 4;
    if (nibble == 0 && cursor.has(18) && isEtherType(cursor.u16(16))) {
      cursor.at += 4;
    }
    return switch (nibble) {
      case 4 -> IPV4;
      case 6 -> IPV6;
      default -> ETHERNET;
    };
  }

  private static boolean isEtherType(int type) {
    return switch (type) {
      case IPV4, IPV6, VLAN, SERVICE_VLAN, OLD_QINQ, OLDER_QINQ, MPLS, PPPOE_SESSION -> true;
      default -> false;
    };
  }

  /** RFC 2516 4 */
  static int pppoe(Cursor cursor, Segment segment) {
    if (!cursor.has(6)) {
      return cursor.shortBy();
    }
    segment.addEncapsulation(Encapsulation.PPPOE);
    int length = cursor.u16(4);
    cursor.at += 6;
    cursor.trim(length);
    return Cursor.PPP;
  }

  /** The protocol field, after an address and control field or none. RFC 1661 2, RFC 1662 3.1 */
  static int ppp(Cursor cursor) {
    if (!cursor.has(4)) {
      return cursor.shortBy();
    }
    int start = cursor.u16(0);
    if (start == 0x0F00 || start == 0x8F00) {
      cursor.at += 4;
      return cursor.u16(-2);
    }
    if (start == 0xFF03) {
      cursor.at += 2;
    }
    if (!cursor.has(2)) {
      return cursor.shortBy();
    }
    int protocol = cursor.u8(0);
    cursor.at++;
    if ((protocol & 1) == 0) {
      protocol = protocol << 8 | cursor.u8(0);
      cursor.at++;
    }
    return switch (protocol) {
      case 0x0021 -> IPV4;
      case 0x0057 -> IPV6;
      case 0x0281 -> MPLS;
      case 0x0283 -> MPLS_MULTICAST;
      default -> Cursor.NOT_OURS;
    };
  }

  /** By the version field; for raw IP. */
  static int eitherIp(Cursor cursor) {
    if (!cursor.has(1)) {
      return cursor.shortBy();
    }
    return switch (cursor.u8(0) >>> 4) {
      case 4 -> IPV4;
      case 6 -> IPV6;
      default -> Cursor.MALFORMED;
    };
  }

  private static int llc(Cursor cursor, int length) {
    cursor.trim(length);
    if (!cursor.has(8) || cursor.i64(0) >>> 16 != LLC_SNAP) {
      return Cursor.NOT_OURS;
    }
    int type = cursor.u16(6);
    cursor.at += 8;
    return type;
  }

  /** NULL in the capturing host's byte order, LOOP in network order: an address family. */
  private static int loopback(Cursor cursor) {
    if (!cursor.has(4)) {
      return cursor.shortBy();
    }
    int family = cursor.i32(0);
    if ((family & 0xFFFF_0000) != 0) {
      family = Integer.reverseBytes(family);
    }
    cursor.at += 4;
    return switch (family) {
      case 2 -> IPV4;
      case 10, 23, 24, 28, 30 -> IPV6;
      default -> Cursor.NOT_OURS;
    };
  }

  private static int withDirection(Cursor cursor) {
    if (!cursor.has(1)) {
      return cursor.shortBy();
    }
    cursor.at++;
    return Cursor.PPP;
  }

  private static int linuxCooked(Cursor cursor, Segment segment) {
    if (!cursor.has(16)) {
      return cursor.shortBy();
    }
    if (cursor.u16(4) == 6) {
      segment.sourceMac = cursor.mac(6);
    }
    int type = cursor.u16(14);
    cursor.at += 16;
    return type;
  }

  private static int linuxCooked2(Cursor cursor, Segment segment) {
    if (!cursor.has(20)) {
      return cursor.shortBy();
    }
    if (cursor.u8(11) == 6) {
      segment.sourceMac = cursor.mac(12);
    }
    int type = cursor.u16(0);
    cursor.at += 20;
    return type;
  }
}
