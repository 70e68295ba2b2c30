package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.StreamSide.Place;
import io.smbscope.net.Segment;

/**
 * Puts messages together that span segments, and shows each in the frame in which it ends.
 *
 * <p>Segments are taken as they come, as tshark does unless told otherwise: one that came too early
 * leaves a hole behind which the next message is looked for in it.
 */
final class TcpPayload {
  private final StreamDissector protocol;

  TcpPayload(StreamDissector protocol) {
    this.protocol = protocol;
  }

  void segment(Dissection dissection, Segment segment, int origin) {
    StreamSide side = dissection.conversation.side(dissection.toServer());
    if ((segment.flags & Segment.SYN) != 0) {
      side.drop();
      side.at(segment.sequence + 1);
      return;
    }
    if (segment.length == 0 && segment.wireLength == 0) {
      return;
    }
    Bytes octets = new Bytes(segment.buffer, segment.offset, segment.length);
    Place place = side.place(segment.sequence);
    if (place == Place.EARLIER) {
      retransmission(dissection, side, segment, octets, origin);
      return;
    }
    if (place == Place.LATER) {
      side.drop();
    }
    side.at(segment.sequence + segment.wireLength);
    boolean canWait = segment.wireLength == segment.length;
    payload(dissection, side, new Region(octets, origin, segment.wireLength), canWait);
  }

  /** Only what was not there before is looked at. */
  private void retransmission(
      Dissection dissection, StreamSide side, Segment segment, Bytes octets, int origin) {
    int known = side.known(segment.sequence);
    if (known >= segment.wireLength) {
      return;
    }
    side.at(segment.sequence + segment.wireLength);
    if (known < segment.length) {
      Region all = new Region(octets, origin, segment.wireLength);
      payload(dissection, side, all.from(known), segment.wireLength == segment.length);
    }
  }

  private void payload(Dissection dissection, StreamSide side, Region region, boolean canWait) {
    Region rest = region.part(0, 0);
    Region next = region;
    boolean reassembled = side.holds();
    if (reassembled) {
      rest = region.from(side.append(region.octets()));
      if (!side.complete()) {
        return;
      }
      next = new Region(side.octets(), 0);
    }
    while (true) {
      StreamDissector.Begun begun = protocol.dissect(dissection, next, reassembled, canWait);
      if (begun != null) {
        side.hold(next.octets().from(begun.at()), begun.needed());
      } else {
        side.drop();
      }
      if (!reassembled || rest.octets().isEmpty()) {
        return;
      }
      if (begun != null) {
        rest = rest.from(side.append(rest.octets()));
        if (!side.complete()) {
          return;
        }
        next = new Region(side.octets(), 0);
      } else {
        next = rest;
        rest = rest.part(0, 0);
        reassembled = false;
      }
    }
  }
}
