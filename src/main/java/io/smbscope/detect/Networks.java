package io.smbscope.detect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are inside.
 *
 * @param home networks
 */
public record Networks(List<Network> home) {
  /**
   * RFC 1918, 6598, 3927, 4193, 4291: what no internet routes, and multicast, which never leaves a
   * site by itself.
   */
  public static final Networks DEFAULT =
      new Networks(
          Network.list(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "224.0.0.0/4",
              "255.255.255.255/32",
              "0.0.0.0/32",
              "::/128",
              "::1/128",
              "fe80::/10",
              "fc00::/7",
              "ff00::/8"));

  /** Whether an address, in text form as in events, is inside; false for what is none. */
  public boolean inside(String ip) {
    return Network.any(home, ip);
  }

  /** Of an address's text form, without asking a name server; null for what is none. */
  public static byte[] octets(String ip) {
    if (ip == null || ip.indexOf(':') < 0) {
      return ip == null ? null : ipv4(ip);
    }
    if (!ip.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')) {
      return null;
    }
    try {
      return InetAddress.getByName(ip).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** Of four decimal numbers; null for anything else, which would be asked of a name server. */
  private static byte[] ipv4(String ip) {
    byte[] octets = new byte[4];
    int at = 0;
    int number = -1;
    for (int i = 0; i <= ip.length(); i++) {
      char c = i == ip.length() ? '.' : ip.charAt(i);
      if (c == '.') {
        if (number < 0 || at == octets.length) {
          return null;
        }
        octets[at++] = (byte) number;
        number = -1;
      } else if (c >= '0' && c <= '9') {
        number = Math.max(number, 0) * 10 + (c - '0');
      } else {
        return null;
      }
      if (number > 0xFF) {
        return null;
      }
    }
    return at == octets.length ? octets : null;
  }

  /**
   * An address with its prefix.
   *
   * @param address 4 or 16 octets
   * @param prefix bits that count
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, compared never
  public record Network(byte[] address, int prefix) {
    /**
     * Of its text form, as {@code 10.0.0.0/8}; an address alone is one host.
     *
     * @throws IllegalArgumentException it is none; says what is wrong
     */
    public static Network of(String text) {
      int slash = text.indexOf('/');
      byte[] address = octets(slash < 0 ? text : text.substring(0, slash));
      if (address == null) {
        throw new IllegalArgumentException("no network: " + text + " (wanted as 10.0.0.0/8)");
      }
      int bits = address.length * Byte.SIZE;
      try {
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix >= 0 && prefix <= bits) {
          return new Network(address, prefix);
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw new IllegalArgumentException("no prefix from 0 to " + bits + ": " + text);
    }

    static List<Network> list(String... texts) {
      return Arrays.stream(texts).map(Network::of).toList();
    }

    /** Whether an address, in text form as in events, is in one of these. */
    public static boolean any(List<Network> networks, String ip) {
      byte[] octets = octets(ip);
      for (int i = 0; octets != null && i < networks.size(); i++) {
        if (networks.get(i).contains(octets)) {
          return true;
        }
      }
      return false;
    }

    /** It is one address. */
    public boolean single() {
      return prefix == address.length * Byte.SIZE;
    }

    /** Whether an address in text form is in it; false for what is none. */
    public boolean contains(String ip) {
      byte[] octets = octets(ip);
      return octets != null && contains(octets);
    }

    /** Whether an address is in it. */
    public boolean contains(byte[] ip) {
      if (ip.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
        int mask = prefix - bit >= Byte.SIZE ? 0xFF : 0xFF << (Byte.SIZE - (prefix - bit)) & 0xFF;
        if (((ip[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }

    /** {@code 10.0.0.0/8}; the address alone of one host, as in events. RFC 5952 */
    @Override
    public String toString() {
      String text = address.length == 4 ? ipv4() : ipv6();
      return single() ? text : text + "/" + prefix;
    }

    private String ipv4() {
      return (address[0] & 0xFF)
          + "."
          + (address[1] & 0xFF)
          + "."
          + (address[2] & 0xFF)
          + "."
          + (address[3] & 0xFF);
    }

    private String ipv6() {
      List<String> groups = new ArrayList<>();
      for (int i = 0; i < address.length; i += 2) {
        groups.add(Integer.toHexString((address[i] & 0xFF) << 8 | (address[i + 1] & 0xFF)));
      }
      int from = 0;
      int most = 0;
      for (int i = 0; i < groups.size(); i++) {
        int zeros = 0;
        while (i + zeros < groups.size() && groups.get(i + zeros).equals("0")) {
          zeros++;
        }
        if (zeros > most) {
          from = i;
          most = zeros;
        }
      }
      return most < 2
          ? String.join(":", groups)
          : String.join(":", groups.subList(0, from))
              + "::"
              + String.join(":", groups.subList(from + most, groups.size()));
    }
  }
}
