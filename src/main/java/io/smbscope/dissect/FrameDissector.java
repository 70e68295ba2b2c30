package io.smbscope.dissect;

import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.link.FrameFields;
import io.smbscope.dissect.link.FrameLayers;
import io.smbscope.dissect.netbios.IpxPacket;
import io.smbscope.dissect.netbios.NetbiosFrame;
import io.smbscope.dissect.rpc.RpcStream;
import io.smbscope.net.DecoderStats;
import io.smbscope.net.IpAddress;
import io.smbscope.net.PacketDecoder;
import io.smbscope.net.Ports;
import io.smbscope.net.Segment;

/** Dissects frame after frame. Used by one thread. */
public final class FrameDissector {
  private static final int ETHERNET = 1;
  private static final int NBNS = 137;
  private static final int DATAGRAMS = 138;
  private static final AnomalySink UNTOLD = anomaly -> {};

  private final PacketDecoder decoder;
  private final Segment segment = new Segment();
  private final Conversations conversations = new Conversations();
  private final Dissection dissection;
  private final Protocols protocols;
  private final Ports ports;
  private final TcpPayload tcp;
  private final TcpPayload others;
  private final FrameFields frame = new FrameFields();

  /** Null when nobody asks for what it shows. */
  private final FrameLayers layers;

  public FrameDissector(Wanted wanted, Ports ports) {
    this.dissection = new Dissection(new FrameTree(wanted));
    this.ports = ports;
    boolean everywhere = RpcStream.anyWanted(dissection.tree);
    this.decoder = new PacketDecoder(Limits.DEFAULT, everywhere ? Ports.allTcp() : ports, UNTOLD);
    this.protocols = new Protocols();
    this.tcp = new TcpPayload(protocols.sessionService());
    this.others = new TcpPayload(protocols.calls());
    this.layers = FrameLayers.anyWanted(dissection.tree) ? new FrameLayers(dissection.tree) : null;
  }

  /** The tree of a frame; it stays until the next call. */
  public FrameTree dissect(Packet packet) {
    FrameTree tree = dissection.tree;
    tree.clear();
    dissection.frame = packet.number;
    dissection.nanos = packet.nanos;
    Bytes octets = new Bytes(packet.window.buffer(), packet.offset, packet.length);
    tree.source("Frame", octets);
    frame.before(tree, packet);
    dissection.guard((d, all) -> layers(packet), new Region(octets, 0, packet.wireLength));
    frame.after(tree);
    return tree;
  }

  private void layers(Packet packet) {
    FrameTree tree = dissection.tree;
    boolean ours = decoder.decode(packet, segment);
    boolean reassembled = ours && segment.window != packet.window;
    if (layers != null) {
      layers.dissect(dissection, packet, reassembled ? segment : null);
    }
    if (ours) {
      if (reassembled && layers == null) {
        tree.source(
            "Reassembled IP", new Bytes(segment.buffer, 0, segment.offset + segment.length));
      }
      inConversation(reassembled ? segment.offset : segment.offset - packet.offset);
    }
    if (!ours && packet.linkType == ETHERNET) {
      withoutIp(packet);
    }
  }

  /** The last frame was printed: time since then is counted from it. */
  public void displayed() {
    frame.displayed();
  }

  /** Of all frames until now. */
  public DecoderStats stats() {
    return decoder.stats();
  }

  private void withoutIp(Packet packet) {
    Bytes octets = new Bytes(packet.window.buffer(), packet.offset, packet.length);
    Region whole = new Region(octets, 0, packet.wireLength);
    Region payload = NetbiosFrame.payload(whole);
    if (payload != null) {
      betweenStations(octets, 0, 0);
      protocols.netbiosFrames().dissect(dissection, payload);
      return;
    }
    IpxPacket ipx = IpxPacket.of(whole);
    if (ipx != null) {
      betweenStations(octets, ipx.sourceSocket(), ipx.destinationSocket());
      (ipx.connectionless() ? protocols.connectionless() : protocols.netbiosFrames())
          .dissect(dissection, ipx.payload());
    }
  }

  private void betweenStations(Bytes frame, int sourcePort, int destinationPort) {
    dissection.destination = new IpAddress(0, frame.u32be(0) << 16 | frame.u16be(4));
    dissection.source = new IpAddress(0, frame.u32be(6) << 16 | frame.u16be(10));
    dissection.sourcePort = sourcePort;
    dissection.destinationPort = destinationPort;
    dissection.conversation =
        conversations.of(
            false, dissection.source, sourcePort, dissection.destination, destinationPort);
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
    if (segment.tcp && (ports.tcp(segment.sourcePort) || ports.tcp(segment.destinationPort))) {
      tcp.segment(dissection, segment, origin);
    } else if (segment.tcp) {
      others.segment(dissection, segment, origin);
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
