package io.smbscope.capture;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.concurrent.TimeoutException;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/**
 * A capture file read by libpcap under a BPF filter. libpcap does not tell how many packets it
 * dropped, so the packets that pass are numbered 1, 2, 3 and not as in the file. It reads pcap and
 * pcapng, uncompressed, with one link type in a file.
 */
final class FilteredFile implements PacketSource {
  /** Octets of a pcap file and of a record before the packet. */
  private static final int FILE_HEADER = 24;

  private static final int RECORD_HEADER = 16;

  private final PcapHandle handle;
  private final String name;
  private final long size;
  private final int linkType;
  private long packets;
  private long position = FILE_HEADER;

  private FilteredFile(PcapHandle handle, String name, long size) {
    this.handle = handle;
    this.name = name;
    this.size = size;
    this.linkType = LinkTypes.of(handle.getDlt().value());
  }

  /**
   * Opens a file under a filter.
   *
   * @param path "-" is standard input
   * @param name the input's name in messages
   * @param size octets of the file, or -1
   */
  static FilteredFile open(String path, String name, long size, String filter)
      throws NotOpened, CaptureException {
    PcapHandle handle;
    try {
      handle = Pcaps.openOffline(path, TimestampPrecision.NANO);
    } catch (PcapNativeException failure) {
      throw new CaptureException(name + ": " + reason(failure), failure);
    }
    try {
      handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
      return new FilteredFile(handle, name, size);
    } catch (PcapNativeException | NotOpenException failure) {
      handle.close();
      throw new NotOpened("filter '" + filter + "': " + reason(failure), failure);
    }
  }

  @Override
  public boolean next(Packet packet) throws CaptureException {
    byte[] octets;
    try {
      octets = handle.getNextRawPacketEx();
    } catch (EOFException end) {
      position = Math.max(position, size);
      return false;
    } catch (PcapNativeException | NotOpenException | TimeoutException failure) {
      throw new CaptureException(
          name + ": broken behind packet " + packets + " that passes: " + reason(failure), failure);
    }
    Timestamp time = handle.getTimestamp();
    packet.number = ++packets;
    packet.nanos = Math.floorDiv(time.getTime(), 1_000L) * 1_000_000_000L + time.getNanos();
    packet.window = new Window(ByteBuffer.wrap(octets), () -> {});
    packet.offset = 0;
    packet.length = octets.length;
    packet.wireLength = Math.max(octets.length, handle.getOriginalLength());
    packet.linkType = linkType;
    position += RECORD_HEADER + octets.length;
    return true;
  }

  /** What libpcap has read ahead of a stream it does not tell. */
  @Override
  public boolean ready() {
    return size >= 0;
  }

  /** Counts the packets that pass only, as if there were no others. */
  @Override
  public long position() {
    return position;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    handle.close();
  }

  /** libpcap's own words, without pcap4j's before them. */
  private static String reason(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return message.replaceFirst("^Error occurred in pcap_\\w+\\(?\\)?: ", "").strip();
  }
}
