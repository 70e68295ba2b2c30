package io.smbscope.capture.live;

import java.util.List;

/**
 * How to capture.
 *
 * @param interfaces names, one at least; {@code any} is all of Linux's together
 * @param filter in libpcap's language, or null for our ports
 * @param ports TCP ports beside 139 and 445 that go through when {@code filter} is null
 * @param snapLength most octets taken of a packet
 * @param bufferMebibytes the kernel's buffer for each interface
 * @param immediate take packets one by one as they come, not some at a time
 * @param exitOnDown end when an interface goes down, where else it is waited for
 * @param count end behind so many packets; 0 is no limit
 * @param seconds end after so long; 0 is no limit
 */
public record CaptureOptions(
    List<String> interfaces,
    String filter,
    List<Integer> ports,
    int snapLength,
    int bufferMebibytes,
    boolean promiscuous,
    boolean immediate,
    boolean exitOnDown,
    long count,
    long seconds) {
  /** libpcap takes no more of a packet. */
  public static final int MOST_SNAP_LENGTH = 262_144;

  /** Enough for a tenth of a second at 5 Gbit/s. */
  public static final int DEFAULT_BUFFER = 64;

  public CaptureOptions {
    interfaces = List.copyOf(interfaces);
    ports = List.copyOf(ports);
  }
}
