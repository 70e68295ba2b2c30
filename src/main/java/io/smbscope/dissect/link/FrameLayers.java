package io.smbscope.dissect.link;

import static io.smbscope.dissect.link.HeaderCursor.END;
import static io.smbscope.dissect.link.LinkHeaders.ETHERNET;
import static io.smbscope.dissect.link.LinkHeaders.IPV4;
import static io.smbscope.dissect.link.LinkHeaders.IPV6;

import io.smbscope.base.Bytes;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Ipv4Header;
import io.smbscope.grammar.placed.Ipv6Header;
import io.smbscope.net.IpAddress;
import io.smbscope.net.Segment;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The headers of a frame, from the link layer to TCP or UDP, whatever its ports are. Goes from
 * header to header, at most {@link #MOST} of them.
 */
public final class FrameLayers {
  private static final int MOST = 32;

  /** What else a number is: IP's of a protocol. */
  private static final int IP_PROTOCOL = 0x10000;

  private static final Set<String> PROTOCOLS =
      Set.of("eth", "vlan", "sll", "ppp", "ip", "ipv6", "tcp", "udp");
  private static final Set<String> ADDRESSES = Set.of("ip.src", "ip.dst");
  private static final String PATH = "frame.protocols";

  /** UDP's port. RFC 7348 5 */
  private static final int VXLAN = 4789;

  private final Field ip = Fields.named("ip");
  private final Field ipv6 = Fields.named("ipv6");
  private final Field ipSource = Fields.named("ip.src");
  private final Field ipDestination = Fields.named("ip.dst");
  private final TcpLayer tcp = new TcpLayer();
  private final UdpLayer udp = new UdpLayer();

  /** Something of TCP or UDP is wanted. */
  private final boolean transport;

  /** Of IPv4 nobody wants more, which nearly everybody wants: the header need not be parsed. */
  private final boolean addressesOnly;

  private final HeaderCursor at;
  private final LinkHeaders link;
  private final FrameTree tree;
  private Dissection dissection;
  private Segment segment;
  private IpAddress source;
  private IpAddress destination;

  public FrameLayers(FrameTree tree) {
    this.tree = tree;
    this.at = new HeaderCursor(tree);
    this.link = new LinkHeaders(at);
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
    segment = reassembled;
    Bytes octets = new Bytes(packet.window.buffer(), packet.offset, packet.length);
    at.rest = new Region(octets, 0, packet.wireLength);
    int next = link.enter(packet.linkType);
    for (int i = 0; i < MOST && next != END; i++) {
      next = step(next);
    }
  }

  private int step(int layer) {
    return switch (layer) {
      case IPV4, IP_PROTOCOL | 4 -> ipv4();
      case IPV6, IP_PROTOCOL | 41 -> ipv6();
      case IP_PROTOCOL | 6 -> tcp();
      case IP_PROTOCOL | 17 -> udp();
      case IP_PROTOCOL | 47 -> gre();
      case IP_PROTOCOL | 1 -> icmp();
      case IP_PROTOCOL, IP_PROTOCOL | 43, IP_PROTOCOL | 60 -> extension();
      default -> link.step(layer);
    };
  }

  /** RFC 2784 2.1, RFC 2890 2 */
  private int gre() {
    if (!at.has(4)) {
      return END;
    }
    int flags = at.octets().u8(0);
    int length = 4 + Integer.bitCount(flags & 0xB0) * 4;
    return at.skip(length, at.octets().u16be(2));
  }

  /** Errors quote the packet they are about. RFC 792 */
  private int icmp() {
    int type = at.has(8) ? at.octets().u8(0) : 0;
    boolean quotes = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
    tree.through("icmp");
    return quotes ? at.skip(8, IPV4) : END;
  }

  private int ipv4() {
    if (!at.has(20) || at.octets().u8(0) >>> 4 != 4) {
      return END;
    }
    Bytes octets = at.octets();
    int header = (octets.u8(0) & 15) * 4;
    int total = octets.u16be(2);
    ends(IpAddress.ofIpv4((int) octets.u32be(12)), IpAddress.ofIpv4((int) octets.u32be(16)));
    if (addressesOnly) {
      tree.protocol(ip, "", at.rest.origin(), Math.max(header, 20));
      tree.value(ipSource, octets.slice(12, 4).copy(), at.rest.origin() + 12, 4);
      tree.value(ipDestination, octets.slice(16, 4).copy(), at.rest.origin() + 16, 4);
      tree.close();
    } else {
      at.show(
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
    Region packet = total == 0 ? at.rest : at.rest.part(0, Math.min(total, at.rest.length()));
    at.rest = packet.from(header);
    int next = IP_PROTOCOL | octets.u8(9);
    return (octets.u16be(6) & 0x3FFF) == 0 ? next : reassembled("Reassembled IPv4", next);
  }

  private int ipv6() {
    if (!at.has(40) || at.octets().u8(0) >>> 4 != 6) {
      return END;
    }
    Bytes octets = at.octets();
    ends(address(octets, 8), address(octets, 24));
    at.show(
        ipv6,
        text("Internet Protocol Version 6"),
        40,
        Ipv6Header.class,
        Ipv6Header::new,
        Ipv6Header::_read);
    int length = octets.u16be(4);
    int next = octets.u8(6);
    at.rest =
        length == 0 ? at.rest.from(40) : at.rest.part(40, Math.min(length, at.rest.length() - 40));
    return next == 44 ? fragment() : IP_PROTOCOL | next;
  }

  private int fragment() {
    if (!at.has(8)) {
      return END;
    }
    int next = IP_PROTOCOL | at.octets().u8(0);
    boolean alone = (at.octets().u16be(2) & 0xFFF9) == 0;
    at.rest = at.rest.from(8);
    return alone ? next : reassembled("Reassembled IPv6", next);
  }

  /** RFC 8200 4 */
  private int extension() {
    if (!at.has(8)) {
      return END;
    }
    int next = at.octets().u8(0);
    at.rest = at.rest.from(8 * (1 + at.octets().u8(1)));
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
    at.rest = new Region(whole, 0);
    segment = null;
    return next;
  }

  private int tcp() {
    if (!transport) {
      return END;
    }
    tcp.dissect(dissection, at.rest, source, destination);
    return END;
  }

  private int udp() {
    if (!at.has(8)) {
      return END;
    }
    boolean vxlan = at.octets().u16be(2) == VXLAN && at.rest.has(8, 8);
    if (transport) {
      udp.dissect(dissection, at.rest, source, destination);
    }
    return vxlan ? at.skip(16, ETHERNET) : END;
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

  private static IpAddress address(Bytes octets, int at) {
    return new IpAddress(
        octets.u32be(at) << 32 | octets.u32be(at + 4),
        octets.u32be(at + 8) << 32 | octets.u32be(at + 12));
  }
}
