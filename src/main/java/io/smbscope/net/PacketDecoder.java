package io.smbscope.net;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.capture.Packet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the TCP segment or UDP datagram in a packet. Used by one thread.
 *
 * <p>It goes from header to header in a loop of at most {@link Limits#chainDepth} steps, reading in
 * place. A packet that is none of ours costs the way to its port numbers and is counted, no more.
 */
public final class PacketDecoder {
  private static final String RFC_TCP = "RFC 9293 3.1";
  private static final String RFC_UDP = "RFC 768";

  private final int maxHeaders;
  private final Ports ports;
  private final AnomalySink anomalies;
  private final IpFragments fragments;
  private final IpLayer ip;
  private final Cursor cursor = new Cursor();
  private final SortedMap<Integer, Long> unknownLinkTypes = new TreeMap<>();

  private long packets;
  private long relevant;
  private long truncated;
  private long malformed;

  /** What it cannot read of our ports is told to {@code anomalies}. */
  public PacketDecoder(Limits limits, Ports ports, AnomalySink anomalies) {
    this.maxHeaders = limits.chainDepth();
    this.ports = ports;
    this.anomalies = anomalies;
    this.fragments = new IpFragments(limits, ports, anomalies);
    this.ip = new IpLayer(fragments);
  }

  /**
   * Fills {@code segment} when the packet holds one of our ports, or completes a fragmented
   * datagram that does.
   *
   * @return whether it does; if not, {@code segment} is as good as empty
   */
  public boolean decode(Packet packet, Segment segment) {
    packets++;
    if (packet.wireLength > packet.length) {
      truncated++;
    }
    cursor.set(
        packet.window, packet.window.buffer(), packet.offset, packet.length, packet.wireLength);
    segment.packet = packet.number;
    segment.nanos = packet.nanos;
    segment.frameLength = packet.wireLength;
    segment.sourceMac = -1;
    segment.destinationMac = -1;
    segment.vlans = 0;
    segment.encapsulations = 0;
    int next = LinkLayer.enter(packet.linkType, cursor, segment);
    for (int i = 0; next >= 0 && i < maxHeaders; i++) {
      next = step(next, segment);
    }
    if (next == Cursor.FOUND) {
      segment.hashAddresses();
      relevant++;
      return true;
    }
    if (next == LinkLayer.LINKTYPE_UNKNOWN) {
      unknownLinkType(packet);
    } else if (next == Cursor.MALFORMED || next >= 0) {
      malformed++;
    }
    return false;
  }

  /** The input is over: datagrams still incomplete are given up. */
  public void finish(Stamp at) {
    fragments.finish(at);
  }

  /** As of now. */
  public DecoderStats stats() {
    return new DecoderStats(
        packets,
        relevant,
        truncated,
        malformed,
        Collections.unmodifiableSortedMap(new TreeMap<>(unknownLinkTypes)),
        fragments.seen,
        fragments.reassembled,
        fragments.incomplete,
        fragments.overlapping);
  }

  private int step(int next, Segment segment) {
    return switch (next) {
      case LinkLayer.ETHERNET -> LinkLayer.ethernet(cursor, segment);
      case LinkLayer.IPV4 -> ip.v4(cursor, segment);
      case Cursor.IP_PROTOCOL | IpLayer.TCP -> tcp(segment);
      case LinkLayer.IPV6 -> ip.v6(cursor, segment);
      case Cursor.IP_PROTOCOL | IpLayer.UDP -> udp(segment);
      case LinkLayer.VLAN, LinkLayer.SERVICE_VLAN, LinkLayer.OLD_QINQ, LinkLayer.OLDER_QINQ ->
          LinkLayer.vlan(cursor, segment);
      case LinkLayer.MPLS, LinkLayer.MPLS_MULTICAST -> LinkLayer.mpls(cursor, segment);
      case LinkLayer.PPPOE_SESSION -> LinkLayer.pppoe(cursor, segment);
      case Cursor.PPP -> LinkLayer.ppp(cursor);
      case Cursor.IP_EITHER -> LinkLayer.eitherIp(cursor);
      case Cursor.IP_PROTOCOL | IpLayer.IPV4_IN_IP -> Tunnels.ip(segment, LinkLayer.IPV4);
      case Cursor.IP_PROTOCOL | IpLayer.IPV6_IN_IP -> Tunnels.ip(segment, LinkLayer.IPV6);
      case Cursor.IP_PROTOCOL | IpLayer.GRE -> Tunnels.gre(cursor, segment);
      case Cursor.IP_PROTOCOL | IpLayer.HOP_BY_HOP,
          Cursor.IP_PROTOCOL | IpLayer.ROUTING,
          Cursor.IP_PROTOCOL | IpLayer.DESTINATION_OPTIONS ->
          IpLayer.extension(cursor);
      case Cursor.IP_PROTOCOL | IpLayer.FRAGMENT -> ip.v6Fragment(cursor, segment);
      case Cursor.IP_PROTOCOL | IpLayer.AUTHENTICATION -> IpLayer.authentication(cursor);
      default -> Cursor.NOT_OURS;
    };
  }

  /** RFC 9293 3.1 */
  private int tcp(Segment segment) {
    if (!cursor.has(4)) {
      return cursor.shortBy();
    }
    int source = cursor.u16(0);
    int destination = cursor.u16(2);
    if (!ports.tcp(destination) && !ports.tcp(source)) {
      return Cursor.NOT_OURS;
    }
    if (!cursor.has(20)) {
      return cutOrMalformed(segment);
    }
    int header = (cursor.u8(12) >>> 4) * 4;
    if (header < 20 || header > cursor.onWire()) {
      return malformed(
          segment, RFC_TCP, "TCP header of " + header + " octets in " + cursor.onWire());
    }
    segment.tcp = true;
    segment.sourcePort = source;
    segment.destinationPort = destination;
    segment.sequence = cursor.i32(4);
    segment.acknowledgement = cursor.i32(8);
    segment.flags = cursor.u8(13);
    segment.advertisedWindow = cursor.u16(14);
    payload(segment, header);
    return Cursor.FOUND;
  }

  /** RFC 768 */
  private int udp(Segment segment) {
    if (!cursor.has(8)) {
      return cursor.shortBy();
    }
    int source = cursor.u16(0);
    int destination = cursor.u16(2);
    int length = cursor.u16(4);
    boolean ours = ports.udp(destination) || ports.udp(source);
    if (!ours && !Tunnels.overUdp(destination)) {
      return Cursor.NOT_OURS;
    }
    if (length != 0) {
      if (length < 8) {
        return ours ? malformed(segment, RFC_UDP, "UDP length of " + length) : Cursor.MALFORMED;
      }
      cursor.trim(length);
    }
    if (!ours) {
      cursor.at += 8;
      return destination == Tunnels.GENEVE_PORT
          ? Tunnels.geneve(cursor, segment)
          : Tunnels.vxlan(cursor, segment);
    }
    segment.tcp = false;
    segment.sourcePort = source;
    segment.destinationPort = destination;
    segment.sequence = 0;
    segment.acknowledgement = 0;
    segment.flags = 0;
    segment.advertisedWindow = 0;
    payload(segment, 8);
    return Cursor.FOUND;
  }

  /** What follows a header of which the snap length may have cut the end. */
  private void payload(Segment segment, int header) {
    segment.window = cursor.window;
    segment.buffer = cursor.buffer;
    segment.wireLength = cursor.onWire() - header;
    segment.offset = Math.min(cursor.at + header, cursor.end);
    segment.length = cursor.end - segment.offset;
  }

  private int cutOrMalformed(Segment segment) {
    if (cursor.shortBy() == Cursor.MALFORMED) {
      return malformed(segment, RFC_TCP, "TCP header cut short");
    }
    report(AnomalyKind.TRUNCATED_PACKET, segment, "", "TCP header cut by the snap length");
    return Cursor.CUT;
  }

  private int malformed(Segment segment, String section, String what) {
    report(AnomalyKind.MALFORMED_PACKET, segment, section, what);
    return Cursor.MALFORMED;
  }

  private void report(AnomalyKind kind, Segment segment, String section, String what) {
    IpAddress source = new IpAddress(segment.sourceHigh, segment.sourceLow);
    IpAddress destination = new IpAddress(segment.destinationHigh, segment.destinationLow);
    anomalies.anomaly(
        new Anomaly(
            kind,
            new Stamp(segment.packet, segment.nanos),
            0,
            section,
            what + ", from " + source + " to " + destination));
  }

  private void unknownLinkType(Packet packet) {
    if (unknownLinkTypes.merge(packet.linkType, 1L, Long::sum) == 1) {
      anomalies.anomaly(
          new Anomaly(
              AnomalyKind.UNKNOWN_LINK_TYPE,
              new Stamp(packet.number, packet.nanos),
              0,
              "",
              "link type " + packet.linkType + " cannot be read"));
    }
  }
}
