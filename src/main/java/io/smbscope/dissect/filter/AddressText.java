package io.smbscope.dissect.filter;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses in a filter. */
final class AddressText {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";

  private AddressText() {}

  /** Four octets, or a {@link Prefix}; no name is resolved. */
  static Object ipv4(String text) {
    return address(text, 32, "IPv4");
  }

  /** Sixteen octets, or a {@link Prefix}. */
  static Object ipv6(String text) {
    return address(text, 128, "IPv6");
  }

  private static Object address(String text, int most, String kind) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] octets = most == 32 ? four(address) : sixteen(address);
    if (octets == null) {
      throw new IllegalArgumentException("\"" + text + "\" is not a valid " + kind + " address.");
    }
    if (slash < 0) {
      return octets;
    }
    Long bits = Literals.integer(text.substring(slash + 1));
    if (bits == null || bits < 0 || bits > most) {
      throw new IllegalArgumentException(
          "Netmask bits in a CIDR " + kind + " address should be <= " + most + ".");
    }
    return new Prefix(octets, bits.intValue());
  }

  private static byte[] four(String text) {
    if (!text.matches(IPV4)) {
      return null;
    }
    byte[] octets = new byte[4];
    String[] parts = text.split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      octets[i] = (byte) Integer.parseInt(parts[i]);
    }
    return octets;
  }

  /** What has only digits and colons is never looked up. */
  private static byte[] sixteen(String text) {
    if (!text.contains(":") || !text.matches("[0-9A-Fa-f:.]+")) {
      return null;
    }
    try {
      byte[] octets = InetAddress.getByName("[" + text + "]").getAddress();
      return octets.length == 16 ? octets : mapped(octets);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Java gives the mapped form back as IPv4. */
  private static byte[] mapped(byte[] four) {
    byte[] octets = new byte[16];
    octets[10] = -1;
    octets[11] = -1;
    System.arraycopy(four, 0, octets, 12, 4);
    return octets;
  }
}
