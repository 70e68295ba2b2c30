package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * A TCP connection or UDP conversation on our ports, whatever it carried; written when it ends,
 * behind all other events of it.
 *
 * @param at the packet with which it ended; at the capture's end, the last packet of all
 * @param last its own last packet
 * @param endReason as in {@link ConnectionEvent#endReason}
 * @param smb an SMB message was seen on it
 * @param history what happened on it, in the letters of Zeek's {@code conn.log}: S SYN, H SYN with
 *     ACK, A pure ACK, D payload, F FIN, R RST, T payload sent before, G a gap, W a window of zero,
 *     I FIN with RST, Q other senseless flags, X too much to tell; upper case of the client; {@code
 *     ^} at its start where the sender of the first packet turned out to be the server
 */
public record FlowEvent(
    Stamp at,
    FlowKey flow,
    Stamp last,
    String endReason,
    Side client,
    Side server,
    boolean smb,
    String history)
    implements ProtocolEvent {

  /**
   * What one side sent.
   *
   * @param ipBytes octets of its IP packets by their own length fields, headers included
   * @param frameBytes octets of the frames of these
   * @param bytes TCP or UDP payload octets, retransmissions included
   * @param streamBytes TCP: octets of the stream, each once, those missing included; UDP: as {@code
   *     bytes}
   * @param missing payload octets that the capture does not hold
   * @param tcpFlags all TCP flags it ever set, ORed: 1 FIN, 2 SYN, 4 RST, 8 PSH, 0x10 ACK, 0x20
   *     URG, 0x40 ECE, 0x80 CWR
   * @param mac that its first packet came from, as in {@link Endpoint#mac}
   * @param vlans 802.1Q ids of its first packet, outermost first: another than the other side's
   *     where the capture sees traffic on both sides of a router
   */
  public record Side(
      long packets,
      long ipBytes,
      long frameBytes,
      long bytes,
      long streamBytes,
      long missing,
      int tcpFlags,
      String mac,
      List<Integer> vlans) {}
}
