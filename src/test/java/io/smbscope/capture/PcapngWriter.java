package io.smbscope.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes pcapng files block by block, for tests. */
public final class PcapngWriter {
  static final int SECTION = 0x0A0D0D0A;
  static final int INTERFACE = 1;
  static final int OBSOLETE_PACKET = 2;
  static final int SIMPLE_PACKET = 3;
  static final int NAME_RESOLUTION = 4;
  static final int INTERFACE_STATISTICS = 5;
  static final int ENHANCED_PACKET = 6;
  static final int DECRYPTION_SECRETS = 10;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  public PcapngWriter section(ByteOrder sectionOrder) {
    order = sectionOrder;
    return block(
        SECTION, body(16).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1));
  }

  /** An interface of microseconds. */
  PcapngWriter networkInterface(int linkType, int snapLength) {
    return block(INTERFACE, interfaceHead(8, linkType, snapLength));
  }

  /**
   * An interface with the options if_tsresol and if_tsoffset.
   *
   * @param resolution as in the file: a power of 10, or of 2 with the upper bit set
   */
  public PcapngWriter networkInterface(int linkType, int resolution, long offset) {
    ByteBuffer body = interfaceHead(32, linkType, 0);
    body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
    body.putShort((short) 14).putShort((short) 8).putLong(offset);
    return block(INTERFACE, body.putInt(0));
  }

  public PcapngWriter enhancedPacket(int interfaceId, long ticks, byte[] octets, int wireLength) {
    ByteBuffer body = body(20 + padded(octets.length) + 8);
    body.putInt(interfaceId).putInt((int) (ticks >>> 32)).putInt((int) ticks);
    body.putInt(octets.length).putInt(wireLength).put(octets);
    body.position(20 + padded(octets.length));
    body.putShort((short) 2).putShort((short) 0).putInt(0);
    return block(ENHANCED_PACKET, body);
  }

  PcapngWriter obsoletePacket(int interfaceId, long ticks, byte[] octets, int wireLength) {
    ByteBuffer body = body(20 + padded(octets.length));
    body.putShort((short) interfaceId).putShort((short) 0);
    body.putInt((int) (ticks >>> 32)).putInt((int) ticks);
    return block(OBSOLETE_PACKET, body.putInt(octets.length).putInt(wireLength).put(octets));
  }

  PcapngWriter simplePacket(byte[] octets, int wireLength) {
    return block(SIMPLE_PACKET, body(4 + padded(octets.length)).putInt(wireLength).put(octets));
  }

  /** Any block; {@code body} is a multiple of 4 octets long. */
  PcapngWriter block(int type, byte[] body) {
    int length = body.length + 12;
    return octets(all(body(8).putInt(type).putInt(length)))
        .octets(body)
        .octets(all(body(4).putInt(length)));
  }

  private PcapngWriter block(int type, ByteBuffer body) {
    return block(type, all(body));
  }

  /** Octets as they are. */
  PcapngWriter octets(byte[] octets) {
    file.writeBytes(octets);
    return this;
  }

  public byte[] toBytes() {
    return file.toByteArray();
  }

  Path writeTo(Path path) throws IOException {
    return Files.write(path, toBytes());
  }

  private ByteBuffer interfaceHead(int size, int linkType, int snapLength) {
    return body(size).putShort((short) linkType).putShort((short) 0).putInt(snapLength);
  }

  private ByteBuffer body(int size) {
    return ByteBuffer.allocate(size).order(order);
  }

  private static byte[] all(ByteBuffer body) {
    byte[] octets = new byte[body.capacity()];
    body.get(0, octets);
    return octets;
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }
}
