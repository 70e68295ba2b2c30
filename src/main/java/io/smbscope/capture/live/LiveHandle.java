package io.smbscope.capture.live;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.LinkTypes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An interface opened with libpcap. {@link #next} allocates nothing as long as libpcap shows all
 * packets at one place, as it does on Linux. Used by one thread.
 */
final class LiveHandle implements PacketFeed {
  /** Milliseconds for which the kernel may gather packets before it passes them on. */
  static final int READ_TIMEOUT = 100;

  private static final int PACKET = 1;

  /** Linux "cooked" capture: what {@code any} gives. */
  private static final int LINUX_SLL = 113;

  private static final int LINUX_SLL2 = 276;

  /** A struct timeval is two longs; on macOS the second is an int. */
  private static final int CAPTURED_LENGTH = 2 * Native.LONG_SIZE;

  private static final int HEADER = CAPTURED_LENGTH + 8;

  private final Pointer pcap;
  private final int linkType;
  private final int snapLength;
  private final long fractionNanos;
  private final Memory places = new Memory(2L * Native.POINTER_SIZE);
  private final Pointer headerPlace = places.share(0);
  private final Pointer dataPlace = places.share(Native.POINTER_SIZE);
  private final ByteBuffer placesSeen =
      places.getByteBuffer(0, places.size()).order(ByteOrder.nativeOrder());
  private final Memory stat = new Memory(32);

  private long headerAt;
  private ByteBuffer header;
  private long dataAt;
  private ByteBuffer data;
  private boolean open = true;

  private LiveHandle(Pointer pcap) {
    this.pcap = pcap;
    this.linkType = LinkTypes.of(PcapFunctions.pcap_datalink(pcap));
    this.snapLength = Math.max(1, PcapFunctions.pcap_snapshot(pcap));
    boolean nanos =
        PcapFunctions.pcap_get_tstamp_precision(pcap) == PcapFunctions.PCAP_TSTAMP_PRECISION_NANO;
    this.fractionNanos = nanos ? 1 : 1_000;
  }

  /**
   * Opens an interface under the filter of {@code options}.
   *
   * @throws CaptureRefused when it cannot be; the message names the interface
   */
  static LiveHandle open(String name, CaptureOptions options) throws CaptureRefused {
    Pointer pcap = activate(name, options);
    boolean ready = false;
    try {
      List<String> filters =
          options.filter() == null
              ? CaptureFilter.forms(options.ports())
              : List.of(options.filter());
      filter(pcap, filters);
      Memory error = new Memory(PcapFunctions.PCAP_ERRBUF_SIZE);
      if (PcapFunctions.pcap_setnonblock(pcap, 1, error) < 0) {
        throw new CaptureRefused(name + ": " + error.getString(0), CaptureRefused.Reason.OTHER);
      }
      ready = true;
      return new LiveHandle(pcap);
    } finally {
      if (!ready) {
        PcapFunctions.pcap_close(pcap);
      }
    }
  }

  /** The name of an interface's link type, as tcpdump has it; opens the interface for it. */
  static String linkTypeName(String name, CaptureOptions options) throws CaptureRefused {
    Pointer pcap = activate(name, options);
    String type = PcapFunctions.pcap_datalink_val_to_name(PcapFunctions.pcap_datalink(pcap));
    PcapFunctions.pcap_close(pcap);
    return type;
  }

  private static Pointer activate(String name, CaptureOptions options) throws CaptureRefused {
    Memory error = new Memory(PcapFunctions.PCAP_ERRBUF_SIZE);
    error.clear();
    Pointer pcap = PcapFunctions.pcap_create(name, error);
    if (pcap == null) {
      throw new CaptureRefused(name + ": " + error.getString(0), CaptureRefused.Reason.OTHER);
    }
    PcapFunctions.pcap_set_snaplen(pcap, options.snapLength());
    PcapFunctions.pcap_set_promisc(pcap, options.promiscuous() ? 1 : 0);
    PcapFunctions.pcap_set_timeout(pcap, READ_TIMEOUT);
    PcapFunctions.pcap_set_immediate_mode(pcap, options.immediate() ? 1 : 0);
    PcapFunctions.pcap_set_buffer_size(pcap, options.bufferMebibytes() << 20);
    // Where there are no nanoseconds, microseconds stay.
    PcapFunctions.pcap_set_tstamp_precision(pcap, PcapFunctions.PCAP_TSTAMP_PRECISION_NANO);
    int status = PcapFunctions.pcap_activate(pcap);
    if (status >= 0) {
      if (PcapFunctions.pcap_datalink(pcap) == LINUX_SLL) {
        // As tcpdump does: it tells which interface a packet passed.
        PcapFunctions.pcap_set_datalink(pcap, LINUX_SLL2);
      }
      return pcap;
    }
    CaptureRefused refusal = CaptureRefused.of(name, status, PcapFunctions.pcap_geterr(pcap));
    PcapFunctions.pcap_close(pcap);
    throw refusal;
  }

  /** Sets the first filter that compiles. */
  private static void filter(Pointer pcap, List<String> filters) throws CaptureRefused {
    // struct bpf_program: a count and a pointer.
    Memory program = new Memory(2L * Native.POINTER_SIZE);
    for (String filter : filters) {
      int status =
          PcapFunctions.pcap_compile(pcap, program, filter, 1, PcapFunctions.PCAP_NETMASK_UNKNOWN);
      if (status == 0) {
        status = PcapFunctions.pcap_setfilter(pcap, program);
        PcapFunctions.pcap_freecode(program);
      }
      if (status == 0) {
        return;
      }
    }
    throw new CaptureRefused(
        "filter '" + filters.get(filters.size() - 1) + "': " + PcapFunctions.pcap_geterr(pcap),
        CaptureRefused.Reason.FILTER);
  }

  @Override
  public boolean next() throws CaptureException {
    int status = PcapFunctions.pcap_next_ex(pcap, headerPlace, dataPlace);
    if (status == PACKET) {
      look(address(0), address(Native.POINTER_SIZE));
      return true;
    }
    if (status == PcapFunctions.PCAP_ERROR) {
      throw new CaptureException(PcapFunctions.pcap_geterr(pcap));
    }
    return false;
  }

  private long address(int at) {
    return Native.POINTER_SIZE == 8
        ? placesSeen.getLong(at)
        : Integer.toUnsignedLong(placesSeen.getInt(at));
  }

  private void look(long newHeaderAt, long newDataAt) {
    if (newHeaderAt != headerAt) {
      headerAt = newHeaderAt;
      header = new Pointer(headerAt).getByteBuffer(0, HEADER).order(ByteOrder.nativeOrder());
    }
    if (newDataAt != dataAt) {
      dataAt = newDataAt;
      data = new Pointer(dataAt).getByteBuffer(0, snapLength);
    }
  }

  @Override
  public long nanos() {
    boolean wide = Native.LONG_SIZE == 8;
    long seconds = wide ? header.getLong(0) : header.getInt(0);
    long fraction = wide && !Platform.isMac() ? header.getLong(8) : header.getInt(Native.LONG_SIZE);
    return seconds * 1_000_000_000L + fraction * fractionNanos;
  }

  @Override
  public int length() {
    return Math.min(header.getInt(CAPTURED_LENGTH), snapLength);
  }

  @Override
  public int wireLength() {
    return header.getInt(CAPTURED_LENGTH + 4);
  }

  @Override
  public void copyTo(ByteBuffer buffer, int at) {
    buffer.put(at, data, 0, length());
  }

  @Override
  public int linkType() {
    return linkType;
  }

  @Override
  public int snapLength() {
    return snapLength;
  }

  @Override
  public void tellLosses(LossCounter losses) {
    if (open && PcapFunctions.pcap_stats(pcap, stat) == 0) {
      losses.update(stat.getInt(4), stat.getInt(8));
    }
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      PcapFunctions.pcap_close(pcap);
    }
  }
}
