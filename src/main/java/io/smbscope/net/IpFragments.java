package io.smbscope.net;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * IP datagrams being put together from their fragments. RFC 791 3.2, RFC 8200 4.5
 *
 * <p>Where fragments overlap, the octets that came first stay, in blocks of 8 as fragment offsets
 * count. (Linux drops such IPv4 fragments' datagrams altogether, as RFC 5722 demands for IPv6; BSD
 * and Windows mostly keep the first; so an overlap is always worth a look, and is reported.) A
 * fragment that repeats an earlier one octet for octet is no overlap: mirror ports deliver twice. A
 * fragment that contradicts the datagram's known end is left out, as an overlap.
 *
 * <p>Bounds: {@link Limits#fragmentedDatagrams} datagrams of 64 KiB; the oldest goes for a new one.
 * A datagram whose first fragment shows that it is none of ours keeps no octets.
 */
final class IpFragments {
  /** Added to the protocol of an IPv6 fragment: only that of the first fragment counts. */
  static final int AS_FIRST_SAYS = 0x100;

  private static final int MAX_DATAGRAM = 65_535;

  private record Key(
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int id,
      int protocol) {}

  private final Limits limits;
  private final Ports ports;
  private final AnomalySink anomalies;
  private final Map<Key, FragmentedDatagram> datagrams = new LinkedHashMap<>();

  long seen;
  long reassembled;
  long incomplete;
  long overlapping;

  IpFragments(Limits limits, Ports ports, AnomalySink anomalies) {
    this.limits = limits;
    this.ports = ports;
    this.anomalies = anomalies;
  }

  /**
   * Takes in the fragment whose octets the cursor is at.
   *
   * @param offset of its first octet in the datagram
   * @return with the last one missing, what the datagram holds, and the cursor is at its start;
   *     else {@link Cursor#NOT_OURS} or {@link Cursor#MALFORMED}
   */
  int add(Cursor cursor, Segment segment, int id, int protocol, int offset, boolean more) {
    if (!followed(protocol & 0xFF)) {
      return Cursor.NOT_OURS;
    }
    seen++;
    int length = cursor.onWire();
    if (length == 0 || offset > MAX_DATAGRAM - length || (more && (length & 7) != 0)) {
      return Cursor.MALFORMED;
    }
    giveUpIdle(segment);
    boolean asFirstSays = (protocol & AS_FIRST_SAYS) != 0;
    Key key =
        new Key(
            segment.sourceHigh,
            segment.sourceLow,
            segment.destinationHigh,
            segment.destinationLow,
            id,
            asFirstSays ? AS_FIRST_SAYS : protocol);
    FragmentedDatagram datagram = datagrams.get(key);
    if (datagram == null) {
      if (datagrams.size() >= limits.fragmentedDatagrams()) {
        giveUpOldest(segment);
      }
      datagram = new FragmentedDatagram(protocol & 0xFF, segment.nanos);
      datagrams.put(key, datagram);
    }
    if (offset == 0) {
      datagram.protocol = protocol & 0xFF;
      datagram.owner(owner(protocol & 0xFF, cursor));
    }
    datagram.add(cursor, offset, length, more);
    if (!datagram.complete()) {
      return Cursor.NOT_OURS;
    }
    datagrams.remove(key);
    reassembled++;
    Stamp at = new Stamp(segment.packet, segment.nanos);
    reportOverlap(key, datagram, at);
    if (datagram.notOurs()) {
      return Cursor.NOT_OURS;
    }
    int present = datagram.present();
    ByteBuffer octets = ByteBuffer.wrap(datagram.octets());
    segment.ipLength += datagram.total() - length;
    segment.frameLength += datagram.total() - length;
    cursor.set(null, octets, 0, present, datagram.total());
    return Cursor.IP_PROTOCOL | datagram.protocol;
  }

  /** Gives up all. */
  void finish(Stamp at) {
    datagrams.forEach((key, datagram) -> giveUp(key, datagram, at, "the capture ended"));
    datagrams.clear();
  }

  private void giveUpIdle(Segment segment) {
    long idle = limits.fragmentIdle().toNanos();
    while (!datagrams.isEmpty()) {
      FragmentedDatagram oldest = datagrams.values().iterator().next();
      if (Math.abs(segment.nanos - oldest.since) <= idle) {
        return;
      }
      removeOldest(segment, "not complete in time");
    }
  }

  private void giveUpOldest(Segment segment) {
    anomalies.anomaly(
        new Anomaly(
            AnomalyKind.LIMIT_REACHED,
            new Stamp(segment.packet, segment.nanos),
            0,
            "",
            "more than " + limits.fragmentedDatagrams() + " fragmented IP datagrams at once"));
    removeOldest(segment, "too many at once");
  }

  private void removeOldest(Segment segment, String why) {
    Iterator<Map.Entry<Key, FragmentedDatagram>> all = datagrams.entrySet().iterator();
    Map.Entry<Key, FragmentedDatagram> oldest = all.next();
    Key key = oldest.getKey();
    FragmentedDatagram datagram = oldest.getValue();
    all.remove();
    giveUp(key, datagram, new Stamp(segment.packet, segment.nanos), why);
  }

  private void giveUp(Key key, FragmentedDatagram datagram, Stamp at, String why) {
    incomplete++;
    reportOverlap(key, datagram, at);
    if (datagram.isOurs()) {
      report(AnomalyKind.FRAGMENT_INCOMPLETE, key, at, why);
    }
  }

  private void reportOverlap(Key key, FragmentedDatagram datagram, Stamp at) {
    if (datagram.overlaps()) {
      overlapping++;
      if (!datagram.notOurs()) {
        report(AnomalyKind.FRAGMENT_OVERLAP, key, at, "fragments overlap, the first octets stay");
      }
    }
  }

  private void report(AnomalyKind kind, Key key, Stamp at, String what) {
    IpAddress source = new IpAddress(key.sourceHigh, key.sourceLow);
    IpAddress destination = new IpAddress(key.destinationHigh, key.destinationLow);
    String id = Integer.toUnsignedString(key.id);
    anomalies.anomaly(
        new Anomaly(
            kind,
            at,
            0,
            source.isIpv4() ? "RFC 791 3.2" : "RFC 8200 4.5",
            "IP datagram " + id + " from " + source + " to " + destination + ": " + what));
  }

  private static boolean followed(int protocol) {
    return switch (protocol) {
      case IpLayer.TCP,
          IpLayer.UDP,
          IpLayer.IPV4_IN_IP,
          IpLayer.IPV6_IN_IP,
          IpLayer.GRE,
          IpLayer.AUTHENTICATION,
          IpLayer.HOP_BY_HOP,
          IpLayer.ROUTING,
          IpLayer.DESTINATION_OPTIONS ->
          true;
      default -> false;
    };
  }

  /** What the ports in the first fragment say. */
  private FragmentedDatagram.Owner owner(int protocol, Cursor cursor) {
    if (!cursor.has(4) || (protocol != IpLayer.TCP && protocol != IpLayer.UDP)) {
      return FragmentedDatagram.Owner.UNKNOWN;
    }
    int source = cursor.u16(0);
    int destination = cursor.u16(2);
    if (protocol == IpLayer.TCP) {
      return owner(ports.tcp(source) || ports.tcp(destination));
    }
    if (Tunnels.overUdp(destination)) {
      return FragmentedDatagram.Owner.UNKNOWN;
    }
    return owner(ports.udp(source) || ports.udp(destination));
  }

  private static FragmentedDatagram.Owner owner(boolean ours) {
    return ours ? FragmentedDatagram.Owner.OURS : FragmentedDatagram.Owner.OTHERS;
  }
}
