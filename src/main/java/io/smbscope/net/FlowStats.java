package io.smbscope.net;

/** What was counted over a flow's life, for each direction. */
public record FlowStats(Side client, Side server, EndReason reason) {

  /**
   * One direction, named by its sender.
   *
   * @param packets packets sent
   * @param bytes TCP or UDP payload octets on the wire, retransmissions included
   * @param retransmitted payload octets sent before
   * @param overlapConflicts retransmissions whose octets differ from the first
   * @param gaps holes in the stream
   * @param missing octets in these holes
   * @param truncated octets that the snap length cut off
   */
  public record Side(
      long packets,
      long bytes,
      long retransmitted,
      long overlapConflicts,
      long gaps,
      long missing,
      long truncated) {}

  /** Why a flow was over. */
  public enum EndReason {
    /** Both sides sent FIN. */
    FIN,
    RST,
    /** The same addresses and ports began again. */
    REUSED,
    /** No packet for {@code Limits.flowIdle} of packet time. */
    IDLE,
    /** The table was full. */
    EVICTED,
    END_OF_CAPTURE
  }
}
