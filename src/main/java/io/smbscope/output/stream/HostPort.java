package io.smbscope.output.stream;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where a peer listens.
 *
 * @param host name or address, an IPv6 one without its brackets
 * @param port 1 to 65,535
 */
public record HostPort(String host, int port) {
  private static final int LAST_PORT = 65_535;

  /**
   * Reads it.
   *
   * @param text {@code HOST:PORT}, an IPv6 address in brackets
   * @param option what the user wrote, for the message
   */
  public static HostPort of(String text, String option) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          option + ": an IPv6 address stands in brackets, as in [::1]:514");
    }
    if (host.isBlank()) {
      throw new IllegalArgumentException(option + ": expected HOST:PORT");
    }
    return new HostPort(host, port(text.substring(colon + 1), option));
  }

  private static int port(String text, String option) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(option + ": a port is a number from 1 to 65535");
  }

  /** Asks the name service, each time: an address may change while we run. */
  public InetSocketAddress resolve() throws UnknownHostException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    return address;
  }
}
