package io.smbscope.capture.live;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** libpcap's functions by their own names; pcap(3PCAP) describes them. */
final class PcapFunctions {
  static final int PCAP_ERROR = -1;
  static final int PCAP_ERROR_NO_SUCH_DEVICE = -5;
  static final int PCAP_ERROR_PERM_DENIED = -8;
  static final int PCAP_ERROR_IFACE_NOT_UP = -9;
  static final int PCAP_ERROR_PROMISC_PERM_DENIED = -11;
  static final int PCAP_WARNING_PROMISC_NOTSUP = 2;

  static final int PCAP_ERRBUF_SIZE = 256;
  static final int PCAP_TSTAMP_PRECISION_NANO = 1;
  static final int PCAP_NETMASK_UNKNOWN = -1;

  static {
    // The property is pcap4j's, whose library this is.
    String name =
        System.getProperty("org.pcap4j.core.pcapLibName", Platform.isWindows() ? "wpcap" : "pcap");
    Native.register(PcapFunctions.class, NativeLibrary.getInstance(name));
  }

  private PcapFunctions() {}

  static native Pointer pcap_create(String source, Pointer errbuf);

  static native int pcap_set_snaplen(Pointer p, int snaplen);

  static native int pcap_set_promisc(Pointer p, int promisc);

  static native int pcap_set_timeout(Pointer p, int milliseconds);

  static native int pcap_set_immediate_mode(Pointer p, int immediate);

  static native int pcap_set_buffer_size(Pointer p, int octets);

  static native int pcap_set_tstamp_precision(Pointer p, int precision);

  static native int pcap_get_tstamp_precision(Pointer p);

  static native int pcap_activate(Pointer p);

  static native int pcap_setnonblock(Pointer p, int nonblock, Pointer errbuf);

  static native int pcap_datalink(Pointer p);

  static native int pcap_set_datalink(Pointer p, int dlt);

  static native int pcap_snapshot(Pointer p);

  static native String pcap_datalink_val_to_name(int dlt);

  static native int pcap_compile(
      Pointer p, Pointer program, String expression, int optimize, int netmask);

  static native int pcap_setfilter(Pointer p, Pointer program);

  static native void pcap_freecode(Pointer program);

  static native int pcap_next_ex(Pointer p, Pointer header, Pointer data);

  static native int pcap_stats(Pointer p, Pointer stat);

  static native String pcap_geterr(Pointer p);

  static native String pcap_statustostr(int error);

  static native void pcap_close(Pointer p);
}
