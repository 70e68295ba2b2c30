package io.smbscope.net;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * What was counted over a flow's life, for each direction.
 *
 * @param last its last packet
 * @param history what happened, as {@link FlowHistory} writes it
 */
public record FlowStats(Side client, Side server, EndReason reason, Stamp last, String history) {

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
   * @param ipBytes octets of its IP packets by their own length fields, headers included; a
   *     datagram in fragments counts as one packet
   * @param frameBytes octets of the frames of these
   * @param streamBytes TCP: octets of the stream, each once, those in holes included; UDP: as
   *     {@code bytes}
   * @param tcpFlags all it ever set, ORed, as in {@link Segment#flags}
   * @param mac that its first packet came from, as in {@link FlowInfo#clientMac}
   * @param vlans 802.1Q ids of its first packet, outermost first
   */
  public record Side(
      long packets,
      long bytes,
      long retransmitted,
      long overlapConflicts,
      long gaps,
      long missing,
      long truncated,
      long ipBytes,
      long frameBytes,
      long streamBytes,
      int tcpFlags,
      long mac,
      List<Integer> vlans) {}

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
