package io.smbscope.net;

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

  void add(Segment segment) {
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
        flags);
  }
}
