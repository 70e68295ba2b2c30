package io.smbscope.capture.live;

import io.smbscope.capture.Packet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes pcapng blocks, little-endian, into a buffer. Times are in nanoseconds.
 * draft-ietf-opsawg-pcapng
 */
final class PcapngBlocks {
  private static final int SECTION_HEADER = 0x0A0D0D0A;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int INTERFACE_STATISTICS = 5;
  private static final int ENHANCED_PACKET = 6;

  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  private static final short IF_NAME = 2;
  private static final short IF_TSRESOL = 9;
  private static final short IF_FILTER = 11;
  private static final short ISB_IFDROP = 5;
  private static final short ISB_OSDROP = 7;
  private static final int NANOSECONDS = 9;

  /** Octets of an Enhanced Packet Block beside the packet and its padding. */
  private static final int AROUND_PACKET = 32;

  private static final int MOST_TEXT = 4_096;

  private PcapngBlocks() {}

  /** A section of unknown length. 4.1 */
  static void section(ByteBuffer to) {
    int start = begin(to, SECTION_HEADER);
    to.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    end(to, start);
  }

  /**
   * The next interface of the section. 4.2
   *
   * @param filter what packets had to pass, or null
   */
  static void networkInterface(
      ByteBuffer to, int linkType, int snapLength, String name, String filter) {
    int start = begin(to, INTERFACE_DESCRIPTION);
    to.putShort((short) linkType).putShort((short) 0).putInt(snapLength);
    text(to, IF_NAME, "", name);
    to.putShort(IF_TSRESOL).putShort((short) 1).put((byte) NANOSECONDS);
    pad(to, 1);
    if (filter != null) {
      // An octet of 0 says that a filter in libpcap's language follows.
      text(to, IF_FILTER, "\0", filter);
    }
    to.putInt(0);
    end(to, start);
  }

  private static void text(ByteBuffer to, short code, String before, String text) {
    byte[] octets = (before + text).getBytes(StandardCharsets.UTF_8);
    int length = Math.min(octets.length, MOST_TEXT);
    to.putShort(code).putShort((short) length).put(octets, 0, length);
    pad(to, length);
  }

  /** Octets that a packet needs. */
  static int sizeOf(Packet packet) {
    return AROUND_PACKET + (packet.length + 3 & ~3);
  }

  /** A packet of an interface, counted from 0. 4.3 */
  static void packet(ByteBuffer to, int interfaceId, Packet packet) {
    int size = sizeOf(packet);
    to.order(ByteOrder.LITTLE_ENDIAN).putInt(ENHANCED_PACKET).putInt(size).putInt(interfaceId);
    time(to, packet.nanos);
    to.putInt(packet.length).putInt(packet.wireLength);
    to.put(to.position(), packet.window.buffer(), packet.offset, packet.length);
    to.position(to.position() + packet.length);
    pad(to, packet.length);
    to.putInt(size);
  }

  /** What was lost at an interface until now. 4.6 */
  static void statistics(
      ByteBuffer to, int interfaceId, long nanos, long droppedByInterface, long droppedBySystem) {
    int start = begin(to, INTERFACE_STATISTICS);
    to.putInt(interfaceId);
    time(to, nanos);
    to.putShort(ISB_IFDROP).putShort((short) 8).putLong(droppedByInterface);
    to.putShort(ISB_OSDROP).putShort((short) 8).putLong(droppedBySystem);
    to.putInt(0);
    end(to, start);
  }

  private static void time(ByteBuffer to, long nanos) {
    to.putInt((int) (nanos >>> 32)).putInt((int) nanos);
  }

  private static int begin(ByteBuffer to, int type) {
    int start = to.order(ByteOrder.LITTLE_ENDIAN).position();
    to.putInt(type).putInt(0);
    return start;
  }

  private static void end(ByteBuffer to, int start) {
    int size = to.position() + 4 - start;
    to.putInt(size).putInt(start + 4, size);
  }

  private static void pad(ByteBuffer to, int length) {
    for (int i = length; (i & 3) != 0; i++) {
      to.put((byte) 0);
    }
  }
}
