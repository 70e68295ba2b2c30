package io.smbscope.dissect;

import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.net.IpAddress;
import io.smbscope.net.PacketDecoder;
import io.smbscope.net.Ports;
import io.smbscope.net.Segment;

/** Dissects frame after frame. Used by one thread. */
public final class FrameDissector {
  private static final int NBNS = 137;
  private static final int DATAGRAMS = 138;
  private static final AnomalySink UNTOLD = anomaly -> {};

  private final Field frameNumber = Fields.named("frame.number");
  private final Field frameTime = Fields.named("frame.time");
  private final Field frameLength = Fields.named("frame.len");

  private final PacketDecoder decoder;
  private final Segment segment = new Segment();
  private final Conversations conversations = new Conversations();
  private final Dissection dissection;
  private final Protocols protocols;
  private final TcpPayload tcp;

  public FrameDissector(Wanted wanted, Ports ports) {
    this.dissection = new Dissection(new FrameTree(wanted));
    this.decoder = new PacketDecoder(Limits.DEFAULT, ports, UNTOLD);
    this.protocols = new Protocols();
    this.tcp = new TcpPayload(protocols.sessionService());
  }

  /** The tree of a frame; it stays until the next call. */
  public FrameTree dissect(Packet packet) {
    FrameTree tree = dissection.tree;
    tree.clear();
    dissection.frame = packet.number;
    dissection.nanos = packet.nanos;
    tree.source("Frame", new Bytes(packet.window.buffer(), packet.offset, packet.length));
    tree.number(frameNumber, packet.number, 0, 0);
    if (tree.wants(frameTime)) {
      tree.value(frameTime, java.time.Instant.ofEpochSecond(0, packet.nanos), 0, 0);
    }
    tree.number(frameLength, packet.wireLength, 0, 0);
    if (decoder.decode(packet, segment)) {
      int origin = segment.window == packet.window ? segment.offset - packet.offset : 0;
      inConversation(origin);
    }
    return tree;
  }

  private void inConversation(int origin) {
    dissection.source = new IpAddress(segment.sourceHigh, segment.sourceLow);
    dissection.destination = new IpAddress(segment.destinationHigh, segment.destinationLow);
    dissection.sourcePort = segment.sourcePort;
    dissection.destinationPort = segment.destinationPort;
    dissection.conversation =
        conversations.of(
            segment.tcp,
            dissection.source,
            segment.sourcePort,
            dissection.destination,
            segment.destinationPort);
    if (segment.tcp) {
      tcp.segment(dissection, segment, origin);
    } else {
      Bytes octets = new Bytes(segment.buffer, segment.offset, segment.length);
      datagram(new Region(octets, origin, segment.wireLength));
    }
  }

  private void datagram(Region region) {
    switch (dissection.conversation.port()) {
      case NBNS -> protocols.nameService().dissect(dissection, region);
      case DATAGRAMS -> protocols.datagramService().dissect(dissection, region);
      default -> {}
    }
  }
}
