package io.smbscope.capture;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A packet with its octets, for comparison. */
record SeenPacket(long number, long nanos, int linkType, int wireLength, String octets) {
  /** Reads {@code source} to its end. */
  static List<SeenPacket> all(PacketSource source) throws CaptureException {
    List<SeenPacket> packets = new ArrayList<>();
    Packet packet = new Packet();
    while (source.next(packet)) {
      packets.add(of(packet));
    }
    return packets;
  }

  static SeenPacket of(Packet packet) {
    byte[] octets = new byte[packet.length];
    packet.window.buffer().get(packet.offset, octets);
    return new SeenPacket(
        packet.number,
        packet.nanos,
        packet.linkType,
        packet.wireLength,
        HexFormat.of().formatHex(octets));
  }
}
