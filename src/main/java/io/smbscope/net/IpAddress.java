package io.smbscope.net;

/**
 * An IPv4 or IPv6 address as two words, so that comparing and hashing cost nothing. IPv4 addresses
 * are held in their IPv4-mapped form, {@code ::ffff:a.b.c.d}.
 */
public record IpAddress(long high, long low) {
  private static final long MAPPED = 0xFFFF_0000_0000L;

  public boolean isIpv4() {
    return high == 0 && (low & 0xFFFF_FFFF_0000_0000L) == MAPPED;
  }

  /** The IPv4 address whose 32 bits, in network order, are {@code address}. */
  public static IpAddress ofIpv4(int address) {
    return new IpAddress(0, MAPPED | (address & 0xFFFF_FFFFL));
  }

  /** As Wireshark prints it: dotted, or RFC 5952. */
  @Override
  public String toString() {
    if (isIpv4()) {
      return (low >>> 24 & 255)
          + "."
          + (low >>> 16 & 255)
          + "."
          + (low >>> 8 & 255)
          + "."
          + (low & 255);
    }
    return Rfc5952.format(high, low);
  }
}
