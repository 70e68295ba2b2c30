package io.smbscope.auth;

import io.smbscope.base.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * The attributes of a target in their order, without the MsvAvEOL that ends them. [MS-NLMP] 2.2.2.1
 */
public record AvPairs(List<AvPair> pairs) {
  public static final AvPairs NONE = new AvPairs(List.of());

  /** Value of the first pair with this id, null when there is none. */
  public String value(int id) {
    for (AvPair pair : pairs) {
      if (pair.id() == id) {
        return pair.value();
      }
    }
    return null;
  }

  public String nbComputerName() {
    return value(AvPair.NB_COMPUTER_NAME);
  }

  public String nbDomainName() {
    return value(AvPair.NB_DOMAIN_NAME);
  }

  public String dnsComputerName() {
    return value(AvPair.DNS_COMPUTER_NAME);
  }

  public String dnsDomainName() {
    return value(AvPair.DNS_DOMAIN_NAME);
  }

  public String dnsTreeName() {
    return value(AvPair.DNS_TREE_NAME);
  }

  /** SPN of the target, such as {@code cifs/server}, or null. */
  public String targetName() {
    return value(AvPair.TARGET_NAME);
  }

  /** The sender's clock, null when absent or not eight octets. */
  public Instant timestamp() {
    String hex = value(AvPair.TIMESTAMP);
    return hex == null || hex.length() != 16
        ? null
        : FileTime.toInstant(Long.reverseBytes(Long.parseUnsignedLong(hex, 16)));
  }

  /** MsvAvFlags: 1 constrained, 2 MIC present, 4 SPN untrusted; 0 when absent. */
  public long flags() {
    String hex = value(AvPair.FLAGS);
    return hex == null || hex.length() != 8
        ? 0
        : Integer.toUnsignedLong(Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16)));
  }
}
