package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.StreamDissector.Begun;
import io.smbscope.net.Segment;

/**
 * Puts messages together that span segments, and shows each in the frame in which it ends.
 *
 * <p>Segments are taken as they come, as tshark does unless told otherwise: behind a hole the next
 * message is looked for at once.
 */
final class TcpPayload {
  private final StreamDissector protocol;

  TcpPayload(StreamDissector protocol) {
    this.protocol = protocol;
  }

  /**
   * @param origin of the segment's payload in the frame
   */
  void segment(Dissection dissection, Segment segment, int origin) {
    boolean toServer = dissection.toServer();
    StreamSide side = dissection.conversation.side(toServer);
    StreamSide other = dissection.conversation.side(!toServer);
    if ((segment.flags & Segment.SYN) != 0) {
      side.clear();
    }
    StreamSide.Kind kind = side.take(segment, other);
    if (segment.length == 0 || kind == StreamSide.Kind.KEEP_ALIVE) {
      return;
    }
    Bytes octets = new Bytes(segment.buffer, segment.offset, segment.length);
    Region region = new Region(octets, origin, segment.wireLength);
    boolean shown = kind == StreamSide.Kind.NEW;
    if (segment.wireLength > segment.length) {
      if (shown) {
        protocol.dissect(dissection, region, false, false);
      }
      return;
    }
    payload(dissection, side, segment.sequence, region, shown);
  }

  private void payload(
      Dissection dissection, StreamSide side, int sequence, Region region, boolean shown) {
    int at = 0;
    while (at < region.length()) {
      Region rest = region.from(at);
      PendingMessage message = side.covering(sequence + at);
      if (message == null) {
        if (shown) {
          Begun begun = protocol.dissect(dissection, rest, false, true);
          if (begun != null) {
            await(side, sequence + at + begun.at(), begun, rest);
          }
        }
        return;
      }
      at += side.add(message, sequence + at, rest.octets());
      if (message.complete()) {
        side.remove(message);
        Region whole = new Region(message.octets(), 0);
        Begun begun = shown ? reassembled(dissection, whole) : null;
        if (begun != null) {
          await(side, sequence + at - whole.length() + begun.at(), begun, whole);
        }
      }
    }
  }

  private Begun reassembled(Dissection dissection, Region whole) {
    int frame = dissection.tree.source("Reassembled TCP", whole.octets());
    Begun begun = protocol.dissect(dissection, whole, true, true);
    dissection.tree.source(frame);
    return begun;
  }

  private static void await(StreamSide side, int sequence, Begun begun, Region region) {
    Bytes beginning = region.octets().from(begun.at());
    side.await(new PendingMessage(sequence, begun.needed()), sequence, beginning);
  }
}
