package io.smbscope.dissect.link;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.Bytes;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.EthernetHeader;
import io.smbscope.grammar.placed.Ipv4Header;
import io.smbscope.grammar.placed.Ipv6Header;
import io.smbscope.grammar.placed.LinuxCooked;
import io.smbscope.grammar.placed.VlanTag;
import io.smbscope.net.IpAddress;
import io.smbscope.net.Segment;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The headers of a frame, from the link layer to TCP or UDP, whatever its ports are. Goes from
 * header to header, at most {@link #MOST} of them.
 */
public final class FrameLayers {
  private static final int MOST = 32;
  private static final int END = -1;
  private static final int RAW_IP = -2;
  private static final int ETHERNET = 0x6558;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86DD;

  /** What else a number is: IP's of a protocol. */
  private static final int IP_PROTOCOL = 0x10000;

  private static final Set<String> PROTOCOLS =
      Set.of("eth", "vlan", "sll", "ip", "ipv6", "tcp", "udp");
  private static final Set<String> ADDRESSES = Set.of("ip.src", "ip.dst");
  private static final String PATH = "frame.protocols";
  private static final int LEAST_ETHER_TYPE = 0x600;
  private static final int MAC = 6;

  /** UDP's port. RFC 7348 5 */
  private static final int VXLAN = 4789;

  private final Field eth = Fields.named("eth");
  private final Field vlan = Fields.named("vlan");
  private final Field sll = Fields.named("sll");
  private final Field ip = Fields.named("ip");
  private final Field ipSource = Fields.named("ip.src");
  private final Field ipDestination = Fields.named("ip.dst");
  private final Field ipv6 = Fields.named("ipv6");
  private final TcpLayer tcp = new TcpLayer();
  private final UdpLayer udp = new UdpLayer();

  /** Something of TCP or UDP is wanted. */
  private final boolean transport;

  /** Of IPv4 nobody wants more, which nearly everybody wants: the header need not be parsed. */
  private final boolean addressesOnly;

  private Dissection dissection;
  private FrameTree tree;
  private Segment segment;
  private Region rest;
  private IpAddress source;
  private IpAddress destination;

  public FrameLayers(FrameTree tree) {
    this.transport = anyWanted(tree, Set.of("tcp", "udp"));
    this.addressesOnly =
        !anyWanted(tree, name -> name.startsWith("ip.") && !ADDRESSES.contains(name));
  }

  /** Whether any field of these layers is wanted, so that they are worth a look. */
  public static boolean anyWanted(FrameTree tree) {
    return anyWanted(tree, PROTOCOLS) || tree.wants(Fields.named(PATH));
  }

  private static boolean anyWanted(FrameTree tree, Set<String> protocols) {
    return tree.wantsLine()
        || anyWanted(
            tree,
            name -> {
              int dot = name.indexOf('.');
              return protocols.contains(dot < 0 ? name : name.substring(0, dot));
            });
  }

  private static boolean anyWanted(FrameTree tree, Predicate<String> names) {
    for (String name : Fields.all().names()) {
      if (names.test(name) && tree.wants(Fields.named(name))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Shows the layers of a frame.
   *
   * @param reassembled the datagram that this frame's fragment completes, or null
   */
  public void dissect(Dissection frame, Packet packet, Segment reassembled) {
    dissection = frame;
    tree = frame.tree;
    segment = reassembled;
    Bytes octets = new Bytes(packet.window.buffer(), packet.offset, packet.length);
    rest = new Region(octets, 0, packet.wireLength);
    int next = enter(packet.linkType);
    for (int i = 0; i < MOST && next != END; i++) {
      next = step(next);
    }
  }

  private int enter(int linkType) {
    return switch (linkType) {
      case 1 -> ETHERNET;
      case 0, 108 -> skip(4, RAW_IP);
      case 12, 14, 101 -> RAW_IP;
      case 113 -> cooked1();
      case 228 -> IPV4;
      case 229 -> IPV6;
      case 276 -> cooked2();
      default -> END;
    };
  }

  private int step(int layer) {
    return switch (layer) {
      case ETHERNET -> ethernet();
      case 0x8100, 0x88A8, 0x9100, 0x9200 -> vlan();
      case IPV4, IP_PROTOCOL | 4 -> ipv4();
      case IPV6, IP_PROTOCOL | 41 -> ipv6();
      case RAW_IP -> rest.has(0, 1) ? rest.octets().u8(0) >>> 4 == 6 ? IPV6 : IPV4 : END;
      case 0x8847 -> mpls();
      case 0x8864 -> skip(8, RAW_IP);
      case IP_PROTOCOL | 6 -> tcp();
      case IP_PROTOCOL | 17 -> udp();
      case IP_PROTOCOL | 47 -> gre();
      case IP_PROTOCOL | 1 -> icmp();
      case IP_PROTOCOL, IP_PROTOCOL | 43, IP_PROTOCOL | 60 -> extension();
      default -> END;
    };
  }

  private int skip(int octets, int next) {
    rest = rest.from(octets);
    return rest.octets().isEmpty() ? END : next;
  }

  private int ethernet() {
    if (!rest.has(0, 14)) {
      return END;
    }
    Bytes octets = rest.octets();
    if (tree.wantsLine()) {
      tree.ends(mac(octets, 6), mac(octets, 0));
    }
    String text =
        tree.whole() ? "Ethernet II, Src: " + mac(octets, 6) + ", Dst: " + mac(octets, 0) : "";
    show(eth, text, 14, EthernetHeader.class, EthernetHeader::new, EthernetHeader::_read);
    int type = octets.u16be(12);
    if (type >= LEAST_ETHER_TYPE) {
      tree.through("ethertype");
      return skip(14, type);
    }
    return END;
  }

  private int vlan() {
    if (!rest.has(0, 4)) {
      return END;
    }
    int type = rest.octets().u16be(2);
    int id = rest.octets().u16be(0) & 0xFFF;
    show(
        vlan,
        tree.whole() ? "802.1Q Virtual LAN, ID: " + id : "",
        4,
        VlanTag.class,
        VlanTag::new,
        VlanTag::_read);
    tree.through("ethertype");
    return skip(4, type);
  }

  private int cooked1() {
    if (!rest.has(0, 16)) {
      return END;
    }
    show(
        sll,
        "Linux cooked capture v1",
        16,
        LinuxCooked.Version1.class,
        LinuxCooked.Version1::new,
        LinuxCooked.Version1::_read);
    tree.through("ethertype");
    return skip(16, rest.octets().u16be(14));
  }

  private int cooked2() {
    if (!rest.has(0, 20)) {
      return END;
    }
    show(
        sll,
        "Linux cooked capture v2",
        20,
        LinuxCooked.Version2.class,
        LinuxCooked.Version2::new,
        LinuxCooked.Version2::_read);
    tree.through("ethertype");
    return skip(20, rest.octets().u16be(0));
  }

  private int mpls() {
    boolean bottom = false;
    while (!bottom) {
      if (!rest.has(0, 4)) {
        return END;
      }
      bottom = (rest.octets().u8(2) & 1) != 0;
      rest = rest.from(4);
    }
    return RAW_IP;
  }

  /** RFC 2784 2.1, RFC 2890 2 */
  private int gre() {
    if (!rest.has(0, 4)) {
      return END;
    }
    int flags = rest.octets().u8(0);
    int length = 4 + Integer.bitCount(flags & 0xB0) * 4;
    return skip(length, rest.octets().u16be(2));
  }

  /** Errors quote the packet they are about. RFC 792 */
  private int icmp() {
    int type = rest.has(0, 8) ? rest.octets().u8(0) : 0;
    boolean quotes = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
    tree.through("icmp");
    return quotes ? skip(8, IPV4) : END;
  }

  private int ipv4() {
    if (!rest.has(0, 20) || rest.octets().u8(0) >>> 4 != 4) {
      return END;
    }
    Bytes octets = rest.octets();
    int header = (octets.u8(0) & 15) * 4;
    int total = octets.u16be(2);
    ends(IpAddress.ofIpv4((int) octets.u32be(12)), IpAddress.ofIpv4((int) octets.u32be(16)));
    if (addressesOnly) {
      tree.protocol(ip, "", rest.origin(), Math.max(header, 20));
      tree.value(ipSource, octets.slice(12, 4).copy(), rest.origin() + 12, 4);
      tree.value(ipDestination, octets.slice(16, 4).copy(), rest.origin() + 16, 4);
      tree.close();
    } else {
      show(
          ip,
          text("Internet Protocol Version 4"),
          Math.max(header, 20),
          Ipv4Header.class,
          Ipv4Header::new,
          Ipv4Header::_read);
    }
    if (header < 20 || (total != 0 && total < header)) {
      return END;
    }
    Region packet = total == 0 ? rest : rest.part(0, Math.min(total, rest.length()));
    rest = packet.from(header);
    int next = IP_PROTOCOL | octets.u8(9);
    return (octets.u16be(6) & 0x3FFF) == 0 ? next : reassembled("Reassembled IPv4", next);
  }

  private int ipv6() {
    if (!rest.has(0, 40) || rest.octets().u8(0) >>> 4 != 6) {
      return END;
    }
    Bytes octets = rest.octets();
    ends(address(octets, 8), address(octets, 24));
    show(
        ipv6,
        text("Internet Protocol Version 6"),
        40,
        Ipv6Header.class,
        Ipv6Header::new,
        Ipv6Header::_read);
    int length = octets.u16be(4);
    int next = octets.u8(6);
    rest = length == 0 ? rest.from(40) : rest.part(40, Math.min(length, rest.length() - 40));
    return next == 44 ? fragment() : IP_PROTOCOL | next;
  }

  private int fragment() {
    if (!rest.has(0, 8)) {
      return END;
    }
    int next = IP_PROTOCOL | rest.octets().u8(0);
    boolean alone = (rest.octets().u16be(2) & 0xFFF9) == 0;
    rest = rest.from(8);
    return alone ? next : reassembled("Reassembled IPv6", next);
  }

  /** RFC 8200 4 */
  private int extension() {
    if (!rest.has(0, 8)) {
      return END;
    }
    int next = rest.octets().u8(0);
    rest = rest.from(8 * (1 + rest.octets().u8(1)));
    return next == 44 ? fragment() : IP_PROTOCOL | next;
  }

  /** Of a datagram in fragments the last one shows what all hold together. */
  private int reassembled(String name, int next) {
    if (segment == null) {
      if (tree.wantsLine()) {
        tree.summary("IPv4");
        tree.info("Fragmented IP protocol");
      }
      return END;
    }
    Bytes whole = new Bytes(segment.buffer, 0, segment.offset + segment.length);
    tree.source(name, whole);
    rest = new Region(whole, 0);
    segment = null;
    return next;
  }

  private int tcp() {
    if (!transport) {
      return END;
    }
    tcp.dissect(dissection, rest, source, destination);
    return END;
  }

  private int udp() {
    if (!rest.has(0, 8)) {
      return END;
    }
    boolean vxlan = rest.octets().u16be(2) == VXLAN && rest.has(8, 8);
    if (transport) {
      udp.dissect(dissection, rest, source, destination);
    }
    return vxlan ? skip(16, ETHERNET) : END;
  }

  private void ends(IpAddress from, IpAddress to) {
    source = from;
    destination = to;
    if (tree.wantsLine()) {
      tree.ends(from.toString(), to.toString());
      tree.summary(from.isIpv4() ? "IPv4" : "IPv6");
    }
  }

  private String text(String name) {
    return tree.whole() ? name + ", Src: " + source + ", Dst: " + destination : "";
  }

  private <T extends KaitaiStruct.ReadOnly> void show(
      Field protocol,
      String text,
      int length,
      Class<T> type,
      Function<KaitaiStream, T> structure,
      Consumer<T> read) {
    tree.protocol(protocol, text, rest.origin(), length);
    if (Grammar.shows(tree, type)) {
      T header = structure.apply(rest.stream());
      Grammar.show(tree, rest, false, header, () -> read.accept(header));
    }
    tree.close();
  }

  private static IpAddress address(Bytes octets, int at) {
    return new IpAddress(
        octets.u32be(at) << 32 | octets.u32be(at + 4),
        octets.u32be(at + 8) << 32 | octets.u32be(at + 12));
  }

  private static String mac(Bytes octets, int at) {
    return HexFormat.ofDelimiter(":").formatHex(octets.slice(at, MAC).copy());
  }
}
