package io.smbscope.smb.smb1;

import java.util.ArrayList;
import java.util.List;

/**
 * Bits of Capabilities in NEGOTIATE and SESSION_SETUP_ANDX. [MS-CIFS] 2.2.4.52.2, [MS-SMB]
 * 2.2.4.5.2.1
 */
public enum Smb1Capability {
  CAP_RAW_MODE(0x0000_0001L),
  CAP_MPX_MODE(0x0000_0002L),
  CAP_UNICODE(0x0000_0004L),
  CAP_LARGE_FILES(0x0000_0008L),
  CAP_NT_SMBS(0x0000_0010L),
  CAP_RPC_REMOTE_APIS(0x0000_0020L),
  CAP_STATUS32(0x0000_0040L),
  CAP_LEVEL_II_OPLOCKS(0x0000_0080L),
  CAP_LOCK_AND_READ(0x0000_0100L),
  CAP_NT_FIND(0x0000_0200L),
  CAP_DFS(0x0000_1000L),
  CAP_INFOLEVEL_PASSTHRU(0x0000_2000L),
  CAP_LARGE_READX(0x0000_4000L),
  CAP_LARGE_WRITEX(0x0000_8000L),
  CAP_LWIO(0x0001_0000L),
  CAP_UNIX(0x0080_0000L),
  CAP_COMPRESSED_DATA(0x0200_0000L),
  CAP_DYNAMIC_REAUTH(0x2000_0000L),
  CAP_PERSISTENT_HANDLES(0x4000_0000L),
  CAP_EXTENDED_SECURITY(0x8000_0000L);

  private final long bit;

  Smb1Capability(long bit) {
    this.bit = bit;
  }

  public boolean in(long capabilities) {
    return (capabilities & bit) != 0;
  }

  /** Names of the set bits, the lowest first; bits without a name are left out. */
  public static List<String> names(long capabilities) {
    List<String> names = new ArrayList<>();
    for (Smb1Capability capability : values()) {
      if (capability.in(capabilities)) {
        names.add(capability.name());
      }
    }
    return List.copyOf(names);
  }
}
