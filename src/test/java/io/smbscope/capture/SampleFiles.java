package io.smbscope.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The same three packets in every file format. */
final class SampleFiles {
  static final long TIME = 1_700_000_000_123_456_000L;

  private static final byte[] FIRST = {1, 2, 3, 4, 5};
  private static final byte[] SECOND = {6, 7, 8, 9, 10, 11, 12, 13};
  private static final byte[] THIRD = {};

  /** The second was cut by the snap length, the third is empty. */
  static final List<SeenPacket> PACKETS =
      List.of(
          new SeenPacket(1, TIME, 1, 5, "0102030405"),
          new SeenPacket(2, TIME + 1_000, 1, 1_500, "060708090a0b0c0d"),
          new SeenPacket(3, TIME + 1_000_000_000, 1, 0, ""));

  private SampleFiles() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      files.put("pcap, microseconds, " + order, pcap(PcapWriter.MICROSECONDS, order));
      files.put("pcap, nanoseconds, " + order, pcap(PcapWriter.NANOSECONDS, order));
      files.put("pcap, modified, " + order, pcap(PcapWriter.MODIFIED, order));
      files.put("pcap, Ixia hardware, " + order, pcap(PcapWriter.IXIA_HARDWARE, order));
      files.put("pcap, Ixia software, " + order, pcap(PcapWriter.IXIA_SOFTWARE, order));
      files.put("pcapng, " + order, pcapng(order));
    }
    files.put("gzip", gzip(pcap(PcapWriter.MICROSECONDS, ByteOrder.LITTLE_ENDIAN)));
    files.put("gzip of pcapng", gzip(pcapng(ByteOrder.BIG_ENDIAN)));
    return files;
  }

  static byte[] pcap(int magic, ByteOrder order) {
    return new PcapWriter(magic, order, PcapWriter.ETHERNET)
        .add(TIME, FIRST)
        .add(TIME + 1_000, SECOND, 1_500)
        .add(TIME + 1_000_000_000, THIRD)
        .toBytes();
  }

  /** Each packet in another section, and of another clock; between them blocks of all kinds. */
  static byte[] pcapng(ByteOrder order) {
    ByteOrder other =
        order == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long micros = TIME / 1_000;
    return new PcapngWriter()
        .section(order)
        .block(PcapngWriter.NAME_RESOLUTION, new byte[4])
        .networkInterface(PcapWriter.ETHERNET, 65_535)
        .enhancedPacket(0, micros, FIRST, 5)
        .block(PcapngWriter.INTERFACE_STATISTICS, new byte[12])
        .block(PcapngWriter.DECRYPTION_SECRETS, new byte[8])
        .block(0x0BAD, new byte[0])
        .section(other)
        .networkInterface(PcapWriter.RAW_IP, 0)
        .networkInterface(PcapWriter.ETHERNET, 9, 1_000)
        .enhancedPacket(1, TIME - 1_000_000_000_000L + 1_000, SECOND, 1_500)
        .section(order)
        .networkInterface(PcapWriter.ETHERNET, 0)
        .obsoletePacket(0, micros + 1_000_000, THIRD, 0)
        .toBytes();
  }

  static byte[] gzip(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
