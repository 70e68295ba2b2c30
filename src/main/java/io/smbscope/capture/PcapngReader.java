package io.smbscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pcapng (draft-ietf-opsawg-pcapng): blocks of type, length, body and the length again. A
 * Section Header Block sets the byte order and begins a new list of interfaces. Blocks that carry
 * no packet and describe no interface are passed over.
 */
final class PcapngReader extends RecordReader {
  /** Reads the same in both byte orders. */
  static final int SECTION_HEADER = 0x0A0D0D0A;

  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;

  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

  /** Octets of type and length before a block's body. */
  private static final int HEAD = 8;

  /** Octets of the length behind it. */
  private static final int TAIL = 4;

  /** Octets of the fields every body of its kind has, before packet, options. */
  private static final int SECTION_FIXED = 16;

  private static final int INTERFACE_FIXED = 8;
  private static final int PACKET_FIXED = 20;
  private static final int SIMPLE_FIXED = 4;

  /** Interfaces of one section; one more is taken for damage. */
  private static final int MOST_INTERFACES = 65_536;

  private final List<PcapngInterface> interfaces = new ArrayList<>();

  PcapngReader(WindowedInput input, String name, long size) {
    super(input, name, size);
  }

  @Override
  void readHeader() throws IOException, CaptureException {
    readSection();
  }

  @Override
  boolean read(Packet packet) throws IOException, CaptureException {
    while (another(HEAD, "block")) {
      switch (input.octets.getInt(input.at)) {
        case ENHANCED_PACKET -> {
          int length = block(PACKET_FIXED);
          readPacket(packet, input.octets.getInt(input.at + HEAD), length);
          return true;
        }
        case SIMPLE_PACKET -> {
          readSimple(packet, block(SIMPLE_FIXED));
          return true;
        }
        case OBSOLETE_PACKET -> {
          int length = block(PACKET_FIXED);
          readPacket(packet, input.octets.getShort(input.at + HEAD) & 0xFFFF, length);
          return true;
        }
        case INTERFACE_DESCRIPTION -> readInterface(block(INTERFACE_FIXED));
        case SECTION_HEADER -> readSection();
        default -> pass(0);
      }
    }
    return false;
  }

  @Override
  boolean packetReady() throws IOException {
    if (!input.hasNow(HEAD)) {
      return false;
    }
    int type = input.octets.getInt(input.at);
    int length = input.octets.getInt(input.at + 4);
    return (type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OBSOLETE_PACKET)
        && length >= 0
        && length <= MOST_OCTETS
        && input.hasNow((length + 3) & ~3);
  }

  /**
   * Brings the block that begins here into one window. A length that is no multiple of 4, as some
   * writers have it, stands for the next one.
   *
   * @param fixed octets its body has at least
   * @return octets from its beginning to its end
   */
  private int block(int fixed) throws IOException, CaptureException {
    int length = input.octets.getInt(input.at + 4);
    if (length < HEAD + fixed + TAIL || length > MOST_OCTETS) {
      throw badLength(Integer.toUnsignedLong(length));
    }
    int padded = (length + 3) & ~3;
    require(padded, "block");
    checkAgain(input.offset(), length, input.octets.getInt(input.at + padded - TAIL));
    return padded;
  }

  /** Passes over the block that begins here; only its two ends are looked at. */
  private void pass(int fixed) throws IOException, CaptureException {
    long offset = input.offset();
    int length = input.octets.getInt(input.at + 4);
    long octets = Integer.toUnsignedLong(length);
    if (octets < HEAD + fixed + TAIL) {
      throw badLength(octets);
    }
    long missing = input.skip(((octets + 3) & ~3L) - TAIL);
    if (missing > 0) {
      throw new CutOff("block", missing + TAIL);
    }
    require(TAIL, "block");
    checkAgain(offset, octets, input.octets.getInt(input.at));
    input.at += TAIL;
  }

  private void readSection() throws IOException, CaptureException {
    require(HEAD + SECTION_FIXED + TAIL, "section header");
    int magic = input.octets.getInt(input.at + HEAD);
    if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
      input.order(
          input.octets.order() == ByteOrder.BIG_ENDIAN
              ? ByteOrder.LITTLE_ENDIAN
              : ByteOrder.BIG_ENDIAN);
    } else if (magic != BYTE_ORDER_MAGIC) {
      throw damaged(input.offset(), "a section without byte order");
    }
    int major = input.octets.getShort(input.at + HEAD + 4);
    if (major != 1) {
      throw damaged(input.offset(), "pcapng version " + major + " is not known");
    }
    interfaces.clear();
    pass(SECTION_FIXED);
  }

  private void readInterface(int length) throws CaptureException {
    if (interfaces.size() == MOST_INTERFACES) {
      throw damaged(input.offset(), "more than " + MOST_INTERFACES + " interfaces in a section");
    }
    int body = input.at + HEAD;
    interfaces.add(PcapngInterface.read(input.octets, body, input.at + length - TAIL));
    input.at += length;
  }

  /** An Enhanced Packet Block, or the obsolete one that differs in how it names the interface. */
  private void readPacket(Packet packet, int interfaceId, int length) throws CaptureException {
    PcapngInterface seenBy = seenBy(interfaceId);
    ByteBuffer octets = input.octets;
    int body = input.at + HEAD;
    int captured = octets.getInt(body + 12);
    if (captured < 0 || captured > length - HEAD - PACKET_FIXED - TAIL) {
      throw damaged(
          input.offset(),
          "a packet of %d octets in a block of %d"
              .formatted(Integer.toUnsignedLong(captured), length));
    }
    long ticks = (long) octets.getInt(body + 4) << 32 | (octets.getInt(body + 8) & 0xFFFF_FFFFL);
    packet.nanos = seenBy.nanos(ticks);
    fill(packet, seenBy, body + PACKET_FIXED, captured, octets.getInt(body + 16));
    input.at += length;
  }

  /** A Simple Packet Block: seen by the first interface, no time, cut by the snap length. */
  private void readSimple(Packet packet, int length) throws CaptureException {
    PcapngInterface seenBy = seenBy(0);
    int body = input.at + HEAD;
    int wireLength = input.octets.getInt(body);
    long captured = Integer.toUnsignedLong(wireLength);
    if (seenBy.snapLength() != 0) {
      captured = Math.min(captured, Integer.toUnsignedLong(seenBy.snapLength()));
    }
    int room = length - HEAD - SIMPLE_FIXED - TAIL;
    packet.nanos = 0;
    fill(packet, seenBy, body + SIMPLE_FIXED, (int) Math.min(captured, room), wireLength);
    input.at += length;
  }

  private void fill(
      Packet packet, PcapngInterface seenBy, int offset, int captured, int wireLength) {
    packet.window = input.window();
    packet.offset = offset;
    packet.length = captured;
    packet.wireLength = Math.max(captured, wireLength);
    packet.linkType = seenBy.linkType();
  }

  private PcapngInterface seenBy(int interfaceId) throws CaptureException {
    if (interfaceId < 0 || interfaceId >= interfaces.size()) {
      throw damaged(
          input.offset(),
          "interface %d of %d".formatted(Integer.toUnsignedLong(interfaceId), interfaces.size()));
    }
    return interfaces.get(interfaceId);
  }

  private CaptureException badLength(long octets) {
    return damaged(input.offset(), "a block of " + octets + " octets");
  }

  private void checkAgain(long offset, long octets, int again) throws CaptureException {
    if (Integer.toUnsignedLong(again) != octets) {
      throw damaged(
          offset,
          "a block of %d octets that ends as one of %d"
              .formatted(octets, Integer.toUnsignedLong(again)));
    }
  }
}
