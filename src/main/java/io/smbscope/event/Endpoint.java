package io.smbscope.event;

import java.util.Objects;

/**
 * One end of a connection.
 *
 * @param ip text form
 * @param mac {@code 00:11:22:33:44:55}, or null
 */
public record Endpoint(String ip, int port, String mac) {
  // Written out, as in all that is compared often: see Key.
  @Override
  public boolean equals(Object other) {
    return other instanceof Endpoint end
        && port == end.port
        && ip.equals(end.ip)
        && Objects.equals(mac, end.mac);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * ip.hashCode() + port) + Objects.hashCode(mac);
  }
}
