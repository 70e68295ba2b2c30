package io.smbscope.detect.baseline;

import io.smbscope.detect.Networks;
import java.util.Arrays;
import java.util.Comparator;

/** IPv4 before IPv6, by number, not by text; what is no address behind them. */
enum AddressOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String one, String other) {
    byte[] first = Networks.octets(one);
    byte[] second = Networks.octets(other);
    if (first == null || second == null) {
      return first == second ? one.compareTo(other) : first == null ? 1 : -1;
    }
    return first.length == second.length
        ? Arrays.compareUnsigned(first, second)
        : Integer.compare(first.length, second.length);
  }
}
