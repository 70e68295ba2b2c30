package io.smbscope.net;

import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;

/**
 * What a flow's octets are handed to, in order, on the thread that owns the flow. One handler
 * belongs to one flow. Nothing may be kept of {@code buffer} beyond the batch of segments that is
 * being taken in.
 */
public interface FlowHandler {
  /**
   * TCP: the next octets of one direction. UDP: one whole datagram.
   *
   * @param offset absolute in {@code buffer}
   * @param wireLength octets that were on the wire; more than {@code length} where the snap length
   *     cut a UDP datagram. For TCP always {@code length}: a cut segment is followed by a gap.
   * @param packet number of the packet that brought the last of these octets
   */
  void data(
      boolean fromClient,
      ByteBuffer buffer,
      int offset,
      int length,
      int wireLength,
      long packet,
      long nanos);

  /** {@code missing} octets of the stream will never come; what follows in it is next. */
  void gap(boolean fromClient, long missing, Stamp at);

  /**
   * How many of the octets that come next in a direction will be passed over unread, such as file
   * content: a retransmission of these is not compared with what came first.
   */
  default int passesOver(boolean fromClient) {
    return 0;
  }

  /** The flow is over; the last call. */
  void end(Stamp at, FlowStats stats);
}
