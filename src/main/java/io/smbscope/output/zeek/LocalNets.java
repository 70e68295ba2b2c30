package io.smbscope.output.zeek;

import io.smbscope.output.IpOctets;
import java.util.Arrays;

/**
 * Zeek's {@code Site::local_nets} where nobody set it: the blocks that IANA's registries of special
 * purpose addresses call not routable over the Internet, the IPv4 ones also inside 6to4 addresses.
 * RFC 6890, RFC 3056
 */
final class LocalNets {
  private static final Net[] IPV4 =
      nets(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "240.0.0.0/4");

  private static final Net[] IPV6 =
      nets(
          "::/128",
          "::1/128",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/23",
          "2001:db8::/32",
          "fc00::/7",
          "fe80::/10");

  private static final class Net {
    private final byte[] prefix;
    private final int bits;

    Net(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    boolean holds(byte[] address) {
      int whole = bits / 8;
      int rest = bits % 8;
      return Arrays.equals(prefix, 0, whole, address, 0, whole)
          && (rest == 0 || ((prefix[whole] ^ address[whole]) & 0xFF) >>> (8 - rest) == 0);
    }
  }

  private LocalNets() {}

  static boolean hold(String ip) {
    byte[] address = IpOctets.of(ip);
    if (address == null) {
      return false;
    }
    if (address.length == 4) {
      return anyHolds(IPV4, address);
    }
    boolean is6to4 = address[0] == 0x20 && address[1] == 0x02;
    return anyHolds(IPV6, address) || (is6to4 && anyHolds(IPV4, Arrays.copyOfRange(address, 2, 6)));
  }

  private static boolean anyHolds(Net[] nets, byte[] address) {
    for (Net net : nets) {
      if (net.holds(address)) {
        return true;
      }
    }
    return false;
  }

  private static Net[] nets(String... texts) {
    Net[] nets = new Net[texts.length];
    for (int i = 0; i < nets.length; i++) {
      int slash = texts[i].indexOf('/');
      nets[i] =
          new Net(
              IpOctets.of(texts[i].substring(0, slash)),
              Integer.parseInt(texts[i].substring(slash + 1)));
    }
    return nets;
  }
}
