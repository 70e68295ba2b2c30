package io.smbscope.net;

import java.util.Arrays;
import java.util.Collection;

/**
 * The ports whose traffic is followed. TCP: 139 and 445 and what the user adds, whose framing the
 * next layer finds out. UDP: 137 (name service) and 138 (datagrams), as {@code /etc/services} and
 * RFC 1002 4.2 and 4.4 have them.
 */
public final class Ports {
  public static final int NETBIOS_NAME = 137;
  public static final int NETBIOS_DATAGRAM = 138;
  public static final int NETBIOS_SESSION = 139;
  public static final int DIRECT_TCP = 445;

  /** Nothing added. */
  public static final Ports DEFAULT = new Ports();

  private final long[] tcp = new long[65_536 / Long.SIZE];

  private Ports() {
    add(NETBIOS_SESSION);
    add(DIRECT_TCP);
  }

  /**
   * The usual ports and these.
   *
   * @throws IllegalArgumentException when a port is not in 1 to 65535
   */
  public static Ports withTcp(Collection<Integer> more) {
    Ports ports = new Ports();
    for (int port : more) {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("not a TCP port: " + port);
      }
      ports.add(port);
    }
    return ports;
  }

  /** Every TCP port, for who looks for what else is there. */
  public static Ports allTcp() {
    Ports ports = new Ports();
    Arrays.fill(ports.tcp, -1L);
    return ports;
  }

  public boolean tcp(int port) {
    return (tcp[port >>> 6] >>> port & 1) != 0;
  }

  public boolean udp(int port) {
    return port == NETBIOS_NAME || port == NETBIOS_DATAGRAM;
  }

  private void add(int port) {
    tcp[port >>> 6] |= 1L << port;
  }
}
