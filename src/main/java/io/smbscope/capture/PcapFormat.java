package io.smbscope.capture;

import java.nio.ByteOrder;

/**
 * The variants of pcap, told apart by the first four octets of the file.
 *
 * @param order of all fields
 * @param tick nanoseconds in one unit of a packet's time fraction
 * @param fileHeader octets before the first record
 * @param recordHeader octets before a packet's octets
 */
record PcapFormat(ByteOrder order, int tick, int fileHeader, int recordHeader) {
  private static final int MICROSECONDS = 0xA1B2C3D4;
  private static final int NANOSECONDS = 0xA1B23C4D;

  /** Kuznetzov's: interface, protocol and packet type follow the usual record header. */
  private static final int MODIFIED = 0xA1B2CD34;

  /** Ixia's: the octets of all records follow the usual file header; hardware and software. */
  private static final int IXIA_HARDWARE = 0x1C0001AC;

  private static final int IXIA_SOFTWARE = 0x1C0001AB;

  /** The variant of a file that begins with {@code magic}, read big-endian; or null. */
  static PcapFormat of(int magic) {
    PcapFormat format = of(magic, ByteOrder.BIG_ENDIAN);
    return format != null ? format : of(Integer.reverseBytes(magic), ByteOrder.LITTLE_ENDIAN);
  }

  private static PcapFormat of(int magic, ByteOrder order) {
    return switch (magic) {
      case MICROSECONDS -> new PcapFormat(order, 1_000, 24, 16);
      case NANOSECONDS -> new PcapFormat(order, 1, 24, 16);
      case MODIFIED -> new PcapFormat(order, 1_000, 24, 24);
      case IXIA_HARDWARE -> new PcapFormat(order, 1, 28, 16);
      case IXIA_SOFTWARE -> new PcapFormat(order, 1_000, 28, 16);
      default -> null;
    };
  }
}
