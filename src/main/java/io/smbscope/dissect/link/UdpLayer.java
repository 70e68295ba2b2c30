package io.smbscope.dissect.link;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.UdpHeader;
import io.smbscope.net.IpAddress;

/** UDP: its header, and the number of the conversation. RFC 768 */
final class UdpLayer {
  private static final int HEADER = 8;

  private final Field udp = Fields.named("udp");
  private final Field streamIndex = Fields.named("udp.stream");
  private final Field payload = Fields.named("udp.payload");
  private final Streams streams = new Streams();

  /** Shows the header that begins a region, of 8 octets at least. */
  void dissect(Dissection frame, Region region, IpAddress source, IpAddress destination) {
    FrameTree tree = frame.tree;
    Bytes octets = region.octets();
    int from = octets.u16be(0);
    int to = octets.u16be(2);
    int length = octets.u16be(4);
    tree.protocol(
        udp,
        tree.whole() ? "User Datagram Protocol, Src Port: " + from + ", Dst Port: " + to : "",
        region.origin(),
        HEADER);
    UdpHeader header = new UdpHeader(region.stream());
    Grammar.show(tree, region, false, header, header::_read);
    if (tree.wants(streamIndex)) {
      Streams.Stream stream = streams.of(source, from, destination, to, frame.nanos, false, 0);
      tree.number(streamIndex, stream.index(), 0, 0);
    }
    Region data = region.part(HEADER, Math.max(0, Math.min(length, region.length()) - HEADER));
    if (tree.wants(payload) && !data.octets().isEmpty()) {
      tree.value(payload, data.octets().copy(), data.origin(), data.octets().length());
    }
    tree.close();
    if (tree.wantsLine()) {
      tree.summary("UDP");
      tree.info(from + " \u2192 " + to + " Len=" + (length - HEADER));
    }
  }
}
