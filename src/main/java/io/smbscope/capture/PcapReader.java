package io.smbscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads pcap (draft-ietf-opsawg-pcap). A file header, then for each packet: seconds, fraction,
 * octets captured, octets on the wire, each 32 bits, and the octets.
 */
final class PcapReader extends RecordReader {
  private final PcapFormat format;
  private final int recordHeader;
  private final int tick;
  private int linkType;

  PcapReader(WindowedInput input, String name, long size, PcapFormat format) {
    super(input, name, size);
    this.format = format;
    this.recordHeader = format.recordHeader();
    this.tick = format.tick();
  }

  @Override
  void readHeader() throws IOException, CaptureException {
    require(format.fileHeader(), "the file header");
    input.order(format.order());
    int major = input.octets.getShort(input.at + 4);
    if (major < 2) {
      throw damaged(input.offset(), "pcap version " + major + " is not known");
    }
    // Above the link type's 16 bits stand the length of the frame check sequence and flags.
    linkType = LinkTypes.of(input.octets.getInt(input.at + 20) & 0xFFFF);
    input.at += format.fileHeader();
  }

  @Override
  boolean packetReady() throws IOException {
    if (!input.hasNow(recordHeader)) {
      return false;
    }
    int captured = input.octets.getInt(input.at + 8);
    return captured >= 0 && captured <= MOST_OCTETS && input.hasNow(recordHeader + captured);
  }

  @Override
  boolean read(Packet packet) throws IOException, CaptureException {
    if (!another(recordHeader, "record")) {
      return false;
    }
    int captured = input.octets.getInt(input.at + 8);
    if (captured < 0 || captured > MOST_OCTETS) {
      throw damaged(input.offset(), "a record of " + Integer.toUnsignedLong(captured) + " octets");
    }
    require(recordHeader + captured, "record");
    ByteBuffer octets = input.octets;
    int at = input.at;
    packet.nanos =
        (octets.getInt(at) & 0xFFFF_FFFFL) * 1_000_000_000L
            + (octets.getInt(at + 4) & 0xFFFF_FFFFL) * tick;
    packet.window = input.window();
    packet.offset = at + recordHeader;
    packet.length = captured;
    packet.wireLength = Math.max(captured, octets.getInt(at + 12));
    packet.linkType = linkType;
    input.at = at + recordHeader + captured;
    return true;
  }
}
