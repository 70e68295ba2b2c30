package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * A TCP connection or UDP conversation on our ports, whatever it carried; written when it ends,
 * behind all other events of it.
 *
 * @param at the packet with which it ended; at the capture's end, the last packet of all
 * @param last its own last packet
 * @param endReason as in {@link ConnectionEvent#endReason}
 * @param smb an SMB message was seen on it
 */
public record FlowEvent(
    Stamp at, FlowKey flow, Stamp last, String endReason, Side client, Side server, boolean smb)
    implements ProtocolEvent {

  /**
   * What one side sent.
   *
   * @param ipBytes octets of its IP packets by their own length fields, headers included
   * @param bytes TCP or UDP payload octets, retransmissions included
   * @param missing payload octets that the capture does not hold
   * @param tcpFlags all TCP flags it ever set, ORed: 1 FIN, 2 SYN, 4 RST, 8 PSH, 0x10 ACK, 0x20
   *     URG, 0x40 ECE, 0x80 CWR
   */
  public record Side(long packets, long ipBytes, long bytes, long missing, int tcpFlags) {}
}
