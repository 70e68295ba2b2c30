package io.smbscope.capture.live;

import com.sun.jna.Platform;

/** An interface that could not be opened. The message is one line for the user. */
public final class CaptureRefused extends Exception {
  /** Why. */
  public enum Reason {
    NO_SUCH_INTERFACE,
    NO_RIGHTS,
    DOWN,
    FILTER,
    OTHER
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  CaptureRefused(String message, Reason reason) {
    super(message);
    this.reason = reason;
  }

  /** By the status that pcap_activate gave, and libpcap's words. */
  static CaptureRefused of(String name, int status, String words) {
    return switch (status) {
      case PcapFunctions.PCAP_ERROR_NO_SUCH_DEVICE ->
          new CaptureRefused(
              name + ": no such interface (smbscope interfaces lists them)",
              Reason.NO_SUCH_INTERFACE);
      case PcapFunctions.PCAP_ERROR_PERM_DENIED, PcapFunctions.PCAP_ERROR_PROMISC_PERM_DENIED ->
          new CaptureRefused(name + ": no permission to capture: " + remedy(), Reason.NO_RIGHTS);
      case PcapFunctions.PCAP_ERROR_IFACE_NOT_UP ->
          new CaptureRefused(name + ": is down", Reason.DOWN);
      default -> {
        String text = words == null || words.isEmpty() ? statusText(status) : words;
        yield new CaptureRefused(name + ": " + text.strip(), Reason.OTHER);
      }
    };
  }

  private static String statusText(int status) {
    return PcapFunctions.pcap_statustostr(status);
  }

  /** What gives the right to capture on this system. */
  static String remedy() {
    if (Platform.isWindows()) {
      return "run as administrator, or install Npcap without its restriction to administrators";
    }
    if (!Platform.isLinux()) {
      return "run as root, or allow reading /dev/bpf* (on macOS Wireshark's ChmodBPF does)";
    }
    String java = ProcessHandle.current().info().command().orElse("JAVA");
    return "run as root, or setcap cap_net_raw,cap_net_admin+eip "
        + java
        + " (and tell ld.so.conf of its lib folder), or in a systemd unit AmbientCapabilities=CAP_NET_RAW CAP_NET_ADMIN";
  }

  public Reason reason() {
    return reason;
  }
}
