package io.smbscope.net;

/** What {@link FlowStats.Side} says, while it is counted. */
final class SideCount {
  long packets;
  long bytes;
  long retransmitted;
  long overlapConflicts;
  long gaps;
  long missing;
  long truncated;

  FlowStats.Side side() {
    return new FlowStats.Side(
        packets, bytes, retransmitted, overlapConflicts, gaps, missing, truncated);
  }
}
