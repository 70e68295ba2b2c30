package io.smbscope.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.capture.Packet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Link types, tunnels, IP, and what packets that are cut or damaged lead to. */
class PacketDecoderTest {
  private static final byte[] OCTETS = "\0\0\0\4SMB!".getBytes(StandardCharsets.ISO_8859_1);
  private static final String CLIENT = "10.0.0.1";
  private static final String SERVER = "10.0.0.2";
  private static final int ETHERNET = PacketBuilder.LINKTYPE_ETHERNET;

  private final List<Anomaly> anomalies = new ArrayList<>();
  private final PacketDecoder decoder =
      new PacketDecoder(Limits.DEFAULT, Ports.DEFAULT, anomalies::add);
  private final Segment segment = new Segment();

  /** Link type; packet; VLAN ids; encapsulations; whether MAC addresses are known. */
  static Stream<Arguments> packets() {
    return Stream.of(
        row("Ethernet", 1, ether(), "", "", true),
        row("Ethernet SNAP", 1, tcp4(new PacketBuilder().snap()), "", "", true),
        row("802.1Q", 1, tcp4(eth().vlan(7)), "7", "", true),
        row("priority tag", 1, tcp4(eth().vlan(0)), "", "", true),
        row("802.1ad", 1, tcp4(eth().tag(0x88A8, 100).vlan(4094)), "100 4094", "", true),
        row("QinQ 9100", 1, tcp4(eth().tag(0x9100, 5).tag(0x9200, 6).vlan(7)), "5 6 7", "", true),
        row("six tags", 1, tcp4(sixTags()), "1 2 3 4 5", "", true),
        row("MPLS", 1, tcp4(eth().mpls(16, false).mpls(17, true)), "", "mpls", true),
        row(
            "Ethernet pseudowire",
            1,
            tcp4(eth().mpls(16, true).controlWord().ethernet().vlan(9)),
            "9",
            "mpls",
            true),
        row(
            "Ethernet pseudowire without control word",
            1,
            tcp4(eth().mpls(16, true).ethernet()),
            "",
            "mpls",
            true),
        row("PPPoE", 1, tcp4(eth().pppoe()), "", "pppoe", true),
        row("SLL", 113, tcp4(new PacketBuilder().sll()), "", "", false),
        row("SLL, VLAN", 113, tcp4(new PacketBuilder().sll().vlan(3)), "3", "", false),
        row("SLL2", 276, tcp4(new PacketBuilder().sll2()), "", "", false),
        row("raw", 101, tcp4(new PacketBuilder()), "", "", false),
        row("raw, BSD", 12, tcp4(new PacketBuilder()), "", "", false),
        row("raw, OpenBSD", 14, tcp4(new PacketBuilder()), "", "", false),
        row("IPv4", 228, tcp4(new PacketBuilder()), "", "", false),
        row("NULL, little", 0, tcp4(new PacketBuilder().loopback("02000000")), "", "", false),
        row("NULL, big", 0, tcp4(new PacketBuilder().loopback("00000002")), "", "", false),
        row("LOOP", 108, tcp4(new PacketBuilder().loopback("00000002")), "", "", false),
        row("PPP", 9, tcp4(new PacketBuilder().ppp("")), "", "", false),
        row("PPP, HDLC", 50, tcp4(new PacketBuilder().ppp("ff03")), "", "", false),
        row("PPP, direction", 204, tcp4(new PacketBuilder().ppp("00ff03")), "", "", false),
        row("PPP, MPLS", 9, tcp4(new PacketBuilder().ppp("").mpls(16, true)), "", "mpls", false),
        row("GRE", 1, tcp4(outer().gre(0)), "", "gre", false),
        row("GRE, all fields", 1, tcp4(outer().gre(0xB000)), "", "gre", false),
        row("GRE, Ethernet", 1, tcp4(outer().gre(0x2000).ethernet()), "", "gre", true),
        row("GRE, MPLS", 1, tcp4(outer().gre(0).mpls(3, true)), "", "gre mpls", false),
        row("ERSPAN I", 1, tcp4(outer().erspan1().ethernet().vlan(8)), "8", "erspan", true),
        row("ERSPAN II", 1, tcp4(outer().erspan2().ethernet()), "", "erspan", true),
        row("ERSPAN III", 1, tcp4(outer().erspan3(false).ethernet()), "", "erspan", true),
        row("ERSPAN III+", 1, tcp4(outer().erspan3(true).ethernet()), "", "erspan", true),
        row("VXLAN", 1, tcp4(outer().vxlan(4789).ethernet().vlan(2)), "2", "vxlan", true),
        row("VXLAN, old", 1, tcp4(outer().vxlan(8472).ethernet()), "", "vxlan", true),
        row("GENEVE", 1, tcp4(outer().geneve(0).ethernet()), "", "geneve", true),
        row("GENEVE, options, IP", 1, tcp4(outer().geneve(3)), "", "geneve", false),
        row("IP in IP", 1, tcp4(outer()), "", "ipip", false),
        row("IP in IPv6", 1, tcp4(eth().ipv6("2001:db8::1", "2001:db8::2")), "", "ipip", false),
        row(
            "VLAN around GRE around VXLAN",
            1,
            tcp4(
                eth()
                    .vlan(11)
                    .ipv4("192.0.2.1", "192.0.2.2")
                    .gre(0)
                    .ipv4("198.51.100.1", "198.51.100.2")
                    .vxlan(4789)
                    .ethernet()
                    .vlan(12)),
            "11 12",
            "gre vxlan",
            true),
        row(
            "authentication header",
            1,
            eth().ipv4(CLIENT, SERVER).authentication().tcp(50_000, 445, 1, 2, 24).payload(OCTETS),
            "",
            "",
            true));
  }

  private static Arguments row(
      String name, int linkType, PacketBuilder packet, String vlans, String tunnels, boolean mac) {
    return arguments(name, linkType, packet.build(), vlans, tunnels, mac);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packets")
  void findsTheSegment(
      String name, int linkType, byte[] octets, String vlans, String tunnels, boolean mac) {
    assertThat(decoder.decode(PacketBuilder.packet(17, 99, linkType, octets), segment)).isTrue();
    assertThat(segment.packet).isEqualTo(17);
    assertThat(segment.nanos).isEqualTo(99);
    assertThat(segment.tcp).isTrue();
    assertThat(new IpAddress(segment.sourceHigh, segment.sourceLow)).hasToString(CLIENT);
    assertThat(new IpAddress(segment.destinationHigh, segment.destinationLow)).hasToString(SERVER);
    assertThat(segment.sourcePort).isEqualTo(50_000);
    assertThat(segment.destinationPort).isEqualTo(445);
    assertThat(segment.sequence).isEqualTo(1);
    assertThat(segment.acknowledgement).isEqualTo(2);
    assertThat(segment.flags).isEqualTo(24);
    assertThat(payload()).isEqualTo(OCTETS);
    assertThat(segment.wireLength).isEqualTo(OCTETS.length);
    assertThat(words(segment.vlanIds())).isEqualTo(vlans);
    assertThat(words(segment.encapsulationLabels())).isEqualTo(tunnels);
    if (mac) {
      assertThat(segment.sourceMac).isEqualTo(PacketBuilder.CLIENT_MAC);
      assertThat(segment.destinationMac).isEqualTo(PacketBuilder.SERVER_MAC);
    } else {
      assertThat(segment.destinationMac).isEqualTo(-1);
    }
    assertThat(anomalies).isEmpty();
    assertThat(decoder.stats().relevant()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packets")
  void isNotUpsetByCutsAndDamage(
      String name, int linkType, byte[] octets, String vlans, String tunnels, boolean mac) {
    for (int length = 0; length < octets.length; length++) {
      Packet cut = PacketBuilder.packet(1, 1, linkType, octets, length);
      if (decoder.decode(cut, segment)) {
        assertThat(segment.length).isBetween(0, OCTETS.length);
        assertThat(segment.wireLength).isEqualTo(OCTETS.length);
      }
      cut.wireLength = length;
      if (decoder.decode(cut, segment)) {
        assertThat(segment.wireLength).isEqualTo(segment.length);
      }
    }
    Random random = new Random(octets.length);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = octets.clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Packet packet =
          PacketBuilder.packet(i, 1, linkType, damaged, random.nextInt(damaged.length + 1));
      if (decoder.decode(packet, segment)) {
        assertThat(segment.length).isBetween(0, segment.wireLength);
        assertThat(segment.offset + segment.length).isLessThanOrEqualTo(segment.buffer.capacity());
      }
    }
  }

  static Stream<Arguments> ipv6() {
    return Stream.of(
        arguments("plain", 1, tcp(v6(eth()))),
        arguments("IPv6 link type", 229, tcp(v6(new PacketBuilder()))),
        arguments("raw", 101, tcp(v6(new PacketBuilder()))),
        arguments("NULL, FreeBSD", 0, tcp(v6(new PacketBuilder().loopback("1c000000")))),
        arguments("NULL, macOS", 0, tcp(v6(new PacketBuilder().loopback("1e000000")))),
        arguments("PPP", 9, tcp(v6(new PacketBuilder().ppp("ff03")))),
        arguments("6in4", 1, tcp(v6(outer()))),
        arguments(
            "extension headers",
            1,
            tcp(
                v6(eth())
                    .extension(0, "050200000100")
                    .extension(43, "0000" + "0".repeat(40))
                    .extension(60, "010400000000")
                    .authentication())),
        arguments("atomic fragment", 1, tcp(v6(eth()).ipv6Fragment(9, 0, false, -1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ipv6")
  void readsIpv6(String name, int linkType, byte[] octets) {
    assertThat(decoder.decode(PacketBuilder.packet(1, 1, linkType, octets), segment)).isTrue();
    assertThat(new IpAddress(segment.sourceHigh, segment.sourceLow)).hasToString("fe80::1");
    assertThat(new IpAddress(segment.destinationHigh, segment.destinationLow))
        .hasToString("2001:db8::2");
    assertThat(payload()).isEqualTo(OCTETS);
    for (int length = 0; length < octets.length; length++) {
      decoder.decode(PacketBuilder.packet(1, 1, linkType, octets, length), segment);
    }
  }

  @Test
  void readsUdpDatagrams() {
    byte[] octets = eth().ipv4("10.0.0.1", "10.0.0.255").udp(138, 138).payload(OCTETS).build();
    assertThat(decode(octets)).isTrue();
    assertThat(segment.tcp).isFalse();
    assertThat(payload()).isEqualTo(OCTETS);
    assertThat(decode(eth().ipv4(CLIENT, SERVER).udp(137, 9).payload(OCTETS).build())).isTrue();
    assertThat(decode(eth().ipv4(CLIENT, SERVER).udp(445, 9).payload(OCTETS).build())).isFalse();
  }

  @Test
  void passesOverOtherPorts() {
    assertThat(decode(eth().ipv4(CLIENT, SERVER).tcp(50_000, 80, 1, 2, 16).build())).isFalse();
    assertThat(decode(eth().ipv4(CLIENT, SERVER).tcp(137, 138, 1, 2, 16).build())).isFalse();
    assertThat(decode(eth().ipv4(CLIENT, SERVER).udp(50_000, 53).build())).isFalse();
    assertThat(decode(eth().ipv4(CLIENT, SERVER).extension(1, "000000000000").build())).isFalse();
    assertThat(decode(eth().tag(0x0806, 1).build())).isFalse();
    assertThat(decoder.stats().packets()).isEqualTo(5);
    assertThat(decoder.stats().relevant()).isZero();
    assertThat(decoder.stats().malformed()).isZero();
    assertThat(anomalies).isEmpty();
  }

  @Test
  void followsPortsTheUserAdds() {
    PacketDecoder with =
        new PacketDecoder(Limits.DEFAULT, Ports.withTcp(List.of(8445)), anomalies::add);
    byte[] octets = eth().ipv4(CLIENT, SERVER).tcp(50_000, 8445, 1, 2, 16).build();
    assertThat(with.decode(PacketBuilder.packet(1, 1, ETHERNET, octets), segment)).isTrue();
    assertThat(decode(octets)).isFalse();
  }

  @Test
  void bothDirectionsHaveOneHash() {
    decode(ether().build());
    int there = segment.hash;
    decode(eth().ipv4(SERVER, CLIENT).tcp(139, 50_001, 5, 6, 16).build());
    assertThat(segment.hash).isEqualTo(there);
    decode(eth().ipv4(SERVER, "10.0.0.3").tcp(139, 50_001, 5, 6, 16).build());
    assertThat(segment.hash).isNotEqualTo(there);
  }

  @Test
  void segmentsOfOffloadMayBeLargerThanTheLengthFieldSays() {
    byte[] octets = eth().ipv4(CLIENT, SERVER).tcp(1, 445, 1, 2, 16).build();
    byte[] large = java.util.Arrays.copyOf(octets, 14 + 40 + 70_000);
    large[16] = 0;
    large[17] = 0;
    assertThat(decode(large)).isTrue();
    assertThat(segment.length).isEqualTo(70_000);
  }

  @Test
  void saysOnceWhichLinkTypeItCannotRead() {
    byte[] octets = ether().build();
    for (int i = 1; i <= 3; i++) {
      assertThat(decoder.decode(PacketBuilder.packet(i, 1, 105, octets), segment)).isFalse();
    }
    assertThat(decoder.stats().unknownLinkTypes()).isEqualTo(Map.of(105, 3L));
    assertThat(anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.UNKNOWN_LINK_TYPE);
    assertThat(anomalies.get(0).detail()).contains("105");
  }

  @Test
  void saysWhatIsWrongWithOurs() {
    byte[] octets = eth().ipv4(CLIENT, SERVER).tcp(1, 445, 1, 2, 16).build();
    octets[14 + 20 + 12] = 0x40;
    assertThat(decode(octets)).isFalse();
    assertThat(anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.MALFORMED_PACKET);
    Packet cut = PacketBuilder.packet(1, 1, 1, ether().build(), 14 + 20 + 10);
    assertThat(decoder.decode(cut, segment)).isFalse();
    assertThat(anomalies.get(1).kind()).isEqualTo(AnomalyKind.TRUNCATED_PACKET);
  }

  @Test
  void endlessTunnelsEnd() {
    PacketBuilder deep = eth();
    for (int i = 0; i < 2_000; i++) {
      deep.ipv4(CLIENT, SERVER);
    }
    assertThat(decode(tcp4(deep).build())).isFalse();
    assertThat(decoder.stats().malformed()).isEqualTo(1);
  }

  private boolean decode(byte[] octets) {
    return decoder.decode(PacketBuilder.packet(1, 1, ETHERNET, octets), segment);
  }

  private byte[] payload() {
    byte[] octets = new byte[segment.length];
    segment.buffer.get(segment.offset, octets);
    return octets;
  }

  private static String words(List<?> list) {
    return String.join(" ", list.stream().map(String::valueOf).toList());
  }

  private static PacketBuilder eth() {
    return new PacketBuilder().ethernet();
  }

  private static PacketBuilder ether() {
    return tcp4(eth());
  }

  /** An outer packet, with other MAC addresses than the inner one. */
  private static PacketBuilder outer() {
    return new PacketBuilder().ethernet(0x0A, 0x0B).ipv4("192.0.2.1", "192.0.2.2");
  }

  private static PacketBuilder sixTags() {
    PacketBuilder packet = eth();
    for (int i = 1; i <= 6; i++) {
      packet.vlan(i);
    }
    return packet;
  }

  private static PacketBuilder tcp4(PacketBuilder packet) {
    return packet.ipv4(CLIENT, SERVER).tcp(50_000, 445, 1, 2, 24).payload(OCTETS);
  }

  private static PacketBuilder v6(PacketBuilder packet) {
    return packet.ipv6("fe80::1", "2001:db8::2");
  }

  private static byte[] tcp(PacketBuilder packet) {
    return packet.tcp(50_000, 445, 1, 2, 24).payload(OCTETS).build();
  }
}
