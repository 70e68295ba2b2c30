package io.smbscope.dissect.link;

import static io.smbscope.dissect.link.HeaderCursor.END;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.EthernetHeader;
import io.smbscope.grammar.placed.LinuxCooked;
import io.smbscope.grammar.placed.PppHeader;
import io.smbscope.grammar.placed.VlanTag;

/**
 * The headers before IP. Each method passes over one and says what comes next: an EtherType, or one
 * of the numbers below 0 here.
 */
final class LinkHeaders {
  static final int ETHERNET = 0x6558;
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86DD;
  static final int RAW_IP = -2;
  private static final int PPP = -3;
  private static final int LEAST_ETHER_TYPE = 0x600;
  private static final int MAC = 6;

  private final Field eth = Fields.named("eth");
  private final Field vlan = Fields.named("vlan");
  private final Field sll = Fields.named("sll");
  private final Field ppp = Fields.named("ppp");
  private final HeaderCursor at;
  private final FrameTree tree;

  LinkHeaders(HeaderCursor at) {
    this.at = at;
    this.tree = at.tree;
  }

  /**
   * What the frame begins with.
   *
   * @param linkType LINKTYPE_ value
   */
  int enter(int linkType) {
    return switch (linkType) {
      case 1 -> ETHERNET;
      case 0, 108 -> at.skip(4, RAW_IP);
      case 9, 50 -> serial();
      case 12, 14, 101 -> RAW_IP;
      case 113 -> cooked1();
      case 204 -> at.skip(1, PPP);
      case 228 -> IPV4;
      case 229 -> IPV6;
      case 276 -> cooked2();
      default -> END;
    };
  }

  /** {@link HeaderCursor#END} of what is not before IP. */
  int step(int layer) {
    return switch (layer) {
      case ETHERNET -> ethernet();
      case 0x8100, 0x88A8, 0x9100, 0x9200 -> vlan();
      case RAW_IP -> at.has(1) ? at.octets().u8(0) >>> 4 == 6 ? IPV6 : IPV4 : END;
      case 0x8847 -> mpls();
      case 0x8864 -> pppoe();
      case PPP -> ppp();
      default -> END;
    };
  }

  /** PPP, or Cisco's HDLC in its place. RFC 1547 4.3.1 */
  private int serial() {
    int start = at.has(4) ? at.octets().u16be(0) : 0;
    if (start != 0x0F00 && start != 0x8F00) {
      return PPP;
    }
    tree.through("ppp");
    tree.through("chdlc");
    return at.skip(4, at.octets().u16be(2));
  }

  private int ethernet() {
    if (!at.has(14)) {
      return END;
    }
    Bytes octets = at.octets();
    if (tree.wantsLine()) {
      tree.ends(mac(octets, 6), mac(octets, 0));
    }
    String text =
        tree.whole() ? "Ethernet II, Src: " + mac(octets, 6) + ", Dst: " + mac(octets, 0) : "";
    at.show(eth, text, 14, EthernetHeader.class, EthernetHeader::new, EthernetHeader::_read);
    int type = octets.u16be(12);
    if (type >= LEAST_ETHER_TYPE) {
      tree.through("ethertype");
      return at.skip(14, type);
    }
    return END;
  }

  private int vlan() {
    int id = at.has(2) ? at.octets().u16be(0) & 0xFFF : 0;
    String text = tree.whole() ? "802.1Q Virtual LAN, ID: " + id : "";
    return at.typed(vlan, text, 4, 2, VlanTag.class, VlanTag::new, VlanTag::_read);
  }

  private int cooked1() {
    return at.typed(
        sll,
        "Linux cooked capture v1",
        16,
        14,
        LinuxCooked.Version1.class,
        LinuxCooked.Version1::new,
        LinuxCooked.Version1::_read);
  }

  private int cooked2() {
    return at.typed(
        sll,
        "Linux cooked capture v2",
        20,
        0,
        LinuxCooked.Version2.class,
        LinuxCooked.Version2::new,
        LinuxCooked.Version2::_read);
  }

  /** RFC 2516 4 */
  private int pppoe() {
    if (!at.has(6)) {
      return END;
    }
    tree.through("pppoes");
    at.rest = at.rest.part(6, Math.min(at.octets().u16be(4), at.rest.length() - 6));
    return PPP;
  }

  private int ppp() {
    PppHeader header = new PppHeader(at.rest.stream());
    if (!Grammar.read(header::_read)) {
      return END;
    }
    int protocol = header.protocol();
    int length = header._io().pos();
    at.show(
        ppp, "Point-to-Point Protocol", length, PppHeader.class, PppHeader::new, PppHeader::_read);
    return switch (protocol) {
      case 0x21 -> at.skip(length, IPV4);
      case 0x57 -> at.skip(length, IPV6);
      default -> END;
    };
  }

  private int mpls() {
    boolean bottom = false;
    while (!bottom) {
      if (!at.has(4)) {
        return END;
      }
      bottom = (at.octets().u8(2) & 1) != 0;
      at.rest = at.rest.from(4);
    }
    return RAW_IP;
  }

  private static String mac(Bytes octets, int at) {
    return java.util.HexFormat.ofDelimiter(":").formatHex(octets.slice(at, MAC).copy());
  }
}
