package io.smbscope.output;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The octets of an address in text form. */
public final class IpOctets {
  private IpOctets() {}

  /**
   * Reads what is an address already, and never asks the domain name system.
   *
   * @return 4 or 16 octets, or null when it is no address
   */
  public static byte[] of(String ip) {
    if (ip == null || ip.isEmpty() || (ip.indexOf(':') < 0 && !isDotted(ip))) {
      return null;
    }
    try {
      return InetAddress.getByName(ip).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static boolean isDotted(String ip) {
    for (int i = 0; i < ip.length(); i++) {
      char c = ip.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }
}
