package io.smbscope.smb.smb1;

import java.util.ArrayList;
import java.util.List;

/**
 * Bits of OptionalSupport in a TREE_CONNECT_ANDX response. [MS-CIFS] 2.2.4.55.2, [MS-SMB] 2.2.4.7.2
 */
public enum OptionalSupport {
  SMB_SUPPORT_SEARCH_BITS(0x0001),
  SMB_SHARE_IS_IN_DFS(0x0002),
  SMB_CSC_CACHE_AUTO_REINT(0x0004),
  SMB_CSC_CACHE_VDO(0x0008),
  SMB_UNIQUE_FILE_NAME(0x0010),
  SMB_EXTENDED_SIGNATURES(0x0020);

  private final int bit;

  OptionalSupport(int bit) {
    this.bit = bit;
  }

  public boolean in(int optionalSupport) {
    return (optionalSupport & bit) != 0;
  }

  /**
   * Names of the set bits, the lowest first. The caching policy is a number of two bits: when both
   * are set, no caching, both names stand.
   */
  public static List<String> names(int optionalSupport) {
    List<String> names = new ArrayList<>();
    for (OptionalSupport support : values()) {
      if (support.in(optionalSupport)) {
        names.add(support.name());
      }
    }
    return List.copyOf(names);
  }
}
