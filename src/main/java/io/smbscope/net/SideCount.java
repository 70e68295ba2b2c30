package io.smbscope.net;

import java.util.List;

/** What {@link FlowStats.Side} says, while it is counted. */
final class SideCount {
  long packets;
  long bytes;
  long ipBytes;
  long frameBytes;
  long retransmitted;
  long overlapConflicts;
  long gaps;
  long missing;
  long truncated;
  int flags;

  /** Of the last packet; 0 without one. */
  long lastPacket;

  long lastNanos;

  /** Of the first packet; -1 without one, and as in {@link Segment#sourceMac}. */
  long mac = -1;

  /** Of the first packet, as in {@link Segment#vlans}. */
  List<Integer> vlans = List.of();

  void add(Segment segment) {
    if (packets == 0) {
      mac = segment.sourceMac;
      vlans = segment.vlanIds();
    }
    packets++;
    bytes += segment.wireLength;
    ipBytes += segment.ipLength;
    frameBytes += segment.frameLength;
    flags |= segment.flags;
    lastPacket = segment.packet;
    lastNanos = segment.nanos;
  }

  FlowStats.Side side(long streamBytes) {
    return new FlowStats.Side(
        packets,
        bytes,
        retransmitted,
        overlapConflicts,
        gaps,
        missing,
        truncated,
        ipBytes,
        frameBytes,
        streamBytes,
        flags,
        mac,
        vlans);
  }
}
