package io.smbscope.net;

import io.smbscope.capture.Packet;
import io.smbscope.capture.Window;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes packets for tests, the outermost layer first: {@code new
 * PacketBuilder().ethernet().vlan(7).ipv4("10.0.0.1", "10.0.0.2").tcp(50000, 445, seq, ack,
 * Segment.ACK).payload(octets).build()}. Lengths and types are filled in, checksums are 0.
 */
public final class PacketBuilder {
  public static final long CLIENT_MAC = 0x0200_0000_0001L;
  public static final long SERVER_MAC = 0x0200_0000_0002L;
  public static final int LINKTYPE_ETHERNET = 1;

  private static final int NONE = -1;

  /** Writes a layer around {@code inner}, the layer within it being {@code next}. */
  private interface Writer {
    byte[] write(byte[] inner, Layer next);
  }

  /** How the layer around it names a layer: EtherType, IP protocol. */
  private record Layer(int etherType, int protocol, Writer writer) {}

  private static final Layer NOTHING = new Layer(NONE, NONE, (inner, next) -> inner);

  private final List<Layer> layers = new ArrayList<>();

  public PacketBuilder ethernet() {
    return ethernet(CLIENT_MAC, SERVER_MAC);
  }

  public PacketBuilder ethernet(long source, long destination) {
    return layer(
        0x6558,
        NONE,
        (inner, next) -> join(mac(destination), mac(source), u16(next.etherType()), padded(inner)));
  }

  /** As {@link #ethernet()}, with an 802.3 length, LLC and SNAP. */
  public PacketBuilder snap() {
    return layer(
        0x6558,
        NONE,
        (inner, next) ->
            join(
                mac(SERVER_MAC),
                mac(CLIENT_MAC),
                u16(inner.length + 8),
                hex("aaaa03000000"),
                u16(next.etherType()),
                inner));
  }

  public PacketBuilder sll() {
    return layer(
        NONE,
        NONE,
        (inner, next) ->
            join(hex("000000010006"), mac(CLIENT_MAC), hex("0000"), u16(next.etherType()), inner));
  }

  public PacketBuilder sll2() {
    return layer(
        NONE,
        NONE,
        (inner, next) ->
            join(
                u16(next.etherType()),
                hex("00000000000300010006"),
                mac(CLIENT_MAC),
                hex("0000"),
                inner));
  }

  /** NULL and LOOP: a 4-octet address family, as {@code family} has it. */
  public PacketBuilder loopback(String family) {
    return layer(NONE, NONE, (inner, next) -> join(hex(family), inner));
  }

  /** PPP; {@code before} is what stands before its protocol field. */
  public PacketBuilder ppp(String before) {
    return layer(NONE, NONE, (inner, next) -> join(hex(before), pppProtocol(next), inner));
  }

  // Between link layer and IP.

  public PacketBuilder vlan(int id) {
    return tag(0x8100, id);
  }

  public PacketBuilder tag(int etherType, int id) {
    return layer(
        etherType, NONE, (inner, next) -> join(u16(0xE000 | id), u16(next.etherType()), inner));
  }

  public PacketBuilder mpls(int label, boolean bottom) {
    return layer(
        0x8847,
        137,
        (inner, next) -> join(u32((long) label << 12 | (bottom ? 1 << 8 : 0) | 64), inner));
  }

  /** The control word of an Ethernet pseudowire. */
  public PacketBuilder controlWord() {
    return layer(NONE, NONE, (inner, next) -> join(u32(0), inner));
  }

  public PacketBuilder pppoe() {
    return layer(
        0x8864,
        NONE,
        (inner, next) -> join(hex("11000001"), u16(inner.length + 2), pppProtocol(next), inner));
  }

  // IP.

  public PacketBuilder ipv4(String source, String destination) {
    return ipv4(source, destination, 1, 0, false, NONE);
  }

  /**
   * A fragment, or with {@code offset} 0 and without {@code more} a whole packet.
   *
   * @param offset octets, a multiple of 8
   * @param protocol of a fragment; -1 for that of the next layer
   */
  public PacketBuilder ipv4(
      String source, String destination, int id, int offset, boolean more, int protocol) {
    return layer(
        0x0800,
        4,
        (inner, next) ->
            join(
                hex("4500"),
                u16(20 + inner.length),
                u16(id),
                u16(offset / 8 | (more ? 0x2000 : 0)),
                hex("40"),
                u8(protocol == NONE ? next.protocol() : protocol),
                u16(0),
                address(source),
                address(destination),
                inner));
  }

  public PacketBuilder ipv6(String source, String destination) {
    return layer(
        0x86DD,
        41,
        (inner, next) ->
            join(
                hex("60000000"),
                u16(inner.length),
                u8(next.protocol()),
                hex("40"),
                address(source),
                address(destination),
                inner));
  }

  /** Hop-by-hop (0), routing (43) or destination options (60); {@code rest} fills 8n+6 octets. */
  public PacketBuilder extension(int protocol, String rest) {
    return layer(
        NONE,
        protocol,
        (inner, next) ->
            join(u8(next.protocol()), u8((2 + rest.length() / 2) / 8 - 1), hex(rest), inner));
  }

  /**
   * A fragment header.
   *
   * @param protocol what the whole datagram holds; -1 for the next layer's
   */
  public PacketBuilder ipv6Fragment(int id, int offset, boolean more, int protocol) {
    return layer(
        NONE,
        44,
        (inner, next) ->
            join(
                u8(protocol == NONE ? next.protocol() : protocol),
                u8(0),
                u16(offset | (more ? 1 : 0)),
                u32(id),
                inner));
  }

  /** An authentication header with a 12-octet check value. */
  public PacketBuilder authentication() {
    return layer(
        NONE,
        51,
        (inner, next) ->
            join(u8(next.protocol()), u8(4), u16(0), u32(1), u32(2), new byte[12], inner));
  }

  // Tunnels.

  /** GRE with the optional fields that {@code flags} (0x8000, 0x2000, 0x1000) name. */
  public PacketBuilder gre(int flags) {
    return gre(flags, NONE);
  }

  /**
   * GRE that says what it holds.
   *
   * @param etherType -1 for the next layer's
   */
  public PacketBuilder gre(int flags, int etherType) {
    return layer(
        NONE,
        47,
        (inner, next) -> {
          byte[] optional = new byte[4 * Integer.bitCount(flags & 0xB000)];
          return join(
              u16(flags), u16(etherType == NONE ? next.etherType() : etherType), optional, inner);
        });
  }

  public PacketBuilder erspan1() {
    return gre(0, 0x88BE);
  }

  public PacketBuilder erspan2() {
    gre(0x1000, 0x88BE);
    return layer(NONE, NONE, (inner, next) -> join(hex("1007000500000001"), inner));
  }

  /**
   * ERSPAN III in GRE.
   *
   * @param subheader whether the platform-specific one is there
   */
  public PacketBuilder erspan3(boolean subheader) {
    gre(0x1000, 0x22EB);
    return layer(
        NONE,
        NONE,
        (inner, next) ->
            join(
                hex("2007000500000001"),
                u32(subheader ? 1 : 0),
                new byte[subheader ? 8 : 0],
                inner));
  }

  public PacketBuilder vxlan(int port) {
    udp(49_999, port);
    return layer(NONE, NONE, (inner, next) -> join(hex("0800000000002a00"), inner));
  }

  /**
   * GENEVE in UDP.
   *
   * @param optionWords 4-octet words of options
   */
  public PacketBuilder geneve(int optionWords) {
    udp(49_999, 6081);
    return layer(
        NONE,
        NONE,
        (inner, next) ->
            join(
                u8(optionWords),
                u8(0),
                u16(next.etherType()),
                u32(0x2A00),
                new byte[4 * optionWords],
                inner));
  }

  public PacketBuilder udp(int source, int destination) {
    return layer(
        NONE,
        17,
        (inner, next) -> join(u16(source), u16(destination), u16(8 + inner.length), u16(0), inner));
  }

  public PacketBuilder tcp(int source, int destination, long sequence, long ack, int flags) {
    return layer(
        NONE,
        6,
        (inner, next) ->
            join(
                u16(source),
                u16(destination),
                u32(sequence),
                u32(ack),
                u8(0x50),
                u8(flags),
                u16(64_240),
                u32(0),
                inner));
  }

  public PacketBuilder payload(byte[] octets) {
    return layer(NONE, NONE, (inner, next) -> join(octets, inner));
  }

  public byte[] build() {
    byte[] octets = new byte[0];
    Layer next = NOTHING;
    for (int i = layers.size() - 1; i >= 0; i--) {
      octets = layers.get(i).writer().write(octets, next);
      next = layers.get(i);
    }
    return octets;
  }

  /** As captured, in the middle of a larger window. */
  public static Packet packet(long number, long nanos, int linkType, byte[] octets) {
    return packet(number, nanos, linkType, octets, octets.length);
  }

  /** The same, cut to {@code snapLength}. */
  public static Packet packet(
      long number, long nanos, int linkType, byte[] octets, int snapLength) {
    int length = Math.min(octets.length, snapLength);
    ByteBuffer buffer = ByteBuffer.allocateDirect(length + 32);
    buffer.put(16, octets, 0, length);
    Packet packet = new Packet();
    packet.number = number;
    packet.nanos = nanos;
    packet.window = new Window(buffer, () -> {});
    packet.offset = 16;
    packet.length = length;
    packet.wireLength = octets.length;
    packet.linkType = linkType;
    return packet;
  }

  private PacketBuilder layer(int etherType, int protocol, Writer writer) {
    layers.add(new Layer(etherType, protocol, writer));
    return this;
  }

  /** To the least an Ethernet frame carries; not with zeros, so that padding shows as such. */
  private static byte[] padded(byte[] inner) {
    byte[] octets = Arrays.copyOf(inner, Math.max(46, inner.length));
    Arrays.fill(octets, inner.length, octets.length, (byte) 0xEE);
    return octets;
  }

  private static byte[] pppProtocol(Layer next) {
    return switch (next.etherType()) {
      case 0x0800 -> u16(0x0021);
      case 0x86DD -> u16(0x0057);
      case 0x8847 -> u16(0x0281);
      default -> throw new IllegalStateException("no PPP protocol number for this layer");
    };
  }

  private static byte[] address(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static byte[] mac(long address) {
    return join(u16((int) (address >>> 32)), u32(address));
  }

  private static byte[] u8(int value) {
    return new byte[] {(byte) value};
  }

  private static byte[] u16(int value) {
    return new byte[] {(byte) (value >>> 8), (byte) value};
  }

  private static byte[] u32(long value) {
    return ByteBuffer.allocate(4).putInt((int) value).array();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
