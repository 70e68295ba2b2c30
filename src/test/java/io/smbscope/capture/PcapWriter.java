package io.smbscope.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes pcap files from packets, for tests. */
public final class PcapWriter {
  public static final int ETHERNET = 1;
  public static final int RAW_IP = 101;

  static final int MICROSECONDS = 0xA1B2C3D4;
  static final int NANOSECONDS = 0xA1B23C4D;
  static final int MODIFIED = 0xA1B2CD34;
  static final int IXIA_HARDWARE = 0x1C0001AC;
  static final int IXIA_SOFTWARE = 0x1C0001AB;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final int magic;
  private final ByteOrder order;

  /** Nanoseconds, little-endian. */
  public PcapWriter(int linkType) {
    this(NANOSECONDS, ByteOrder.LITTLE_ENDIAN, linkType);
  }

  /**
   * @param network the whole field: the link type and what stands above it
   */
  PcapWriter(int magic, ByteOrder order, int network) {
    this.magic = magic;
    this.order = order;
    add(
        field(24)
            .putInt(magic)
            .putShort((short) 2)
            .putShort((short) 4)
            .putLong(0)
            .putInt(65_535)
            .putInt(network));
    if (magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE) {
      add(field(4).putInt(0));
    }
  }

  /** Adds a packet captured whole; {@code nanos} since 1970. */
  public PcapWriter add(long nanos, byte[] octets) {
    return add(nanos, octets, octets.length);
  }

  /** Adds a packet that had {@code wireLength} octets on the wire. */
  public PcapWriter add(long nanos, byte[] octets, int wireLength) {
    boolean fine = magic == NANOSECONDS || magic == IXIA_HARDWARE;
    long fraction = nanos % 1_000_000_000;
    add(
        field(magic == MODIFIED ? 24 : 16)
            .putInt((int) (nanos / 1_000_000_000))
            .putInt((int) (fine ? fraction : fraction / 1_000))
            .putInt(octets.length)
            .putInt(wireLength));
    file.writeBytes(octets);
    return this;
  }

  public byte[] toBytes() {
    return file.toByteArray();
  }

  public Path writeTo(Path path) throws IOException {
    return Files.write(path, toBytes());
  }

  private ByteBuffer field(int octets) {
    return ByteBuffer.allocate(octets).order(order);
  }

  private void add(ByteBuffer field) {
    byte[] octets = new byte[field.capacity()];
    field.get(0, octets);
    file.writeBytes(octets);
  }
}
