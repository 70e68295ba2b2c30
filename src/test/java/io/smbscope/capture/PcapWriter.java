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
  private ByteBuffer pending = ByteBuffer.allocate(0);

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
    put(24)
        .putInt(magic)
        .putShort((short) 2)
        .putShort((short) 4)
        .putLong(0)
        .putInt(65_535)
        .putInt(network);
    flush();
    if (magic == IXIA_HARDWARE || magic == IXIA_SOFTWARE) {
      put(4).putInt(0);
      flush();
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
    put(magic == MODIFIED ? 24 : 16)
        .putInt((int) (nanos / 1_000_000_000))
        .putInt((int) (fine ? fraction : fraction / 1_000))
        .putInt(octets.length)
        .putInt(wireLength);
    flush();
    file.writeBytes(octets);
    return this;
  }

  public byte[] toBytes() {
    return file.toByteArray();
  }

  public Path writeTo(Path path) throws IOException {
    return Files.write(path, toBytes());
  }

  private ByteBuffer put(int octets) {
    pending = ByteBuffer.allocate(octets).order(order);
    return pending;
  }

  private void flush() {
    file.writeBytes(pending.array());
  }
}
