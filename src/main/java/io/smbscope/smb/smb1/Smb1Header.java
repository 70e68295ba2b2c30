package io.smbscope.smb.smb1;

/**
 * The SMB1 header. [MS-CIFS] 2.2.3.1
 *
 * @param command as on the wire
 * @param status NT status, or a DOS error as class | code << 16 when Flags2 lacks 0x4000
 * @param flags 0x80 response
 * @param flags2 0x8000 Unicode, 0x4000 NT status, 0x0800 extended security, 0x0004 signed
 * @param pid PIDHigh and PIDLow
 * @param signatureZero all 8 octets of SecurityFeatures are zero
 */
public record Smb1Header(
    int command,
    long status,
    int flags,
    int flags2,
    long pid,
    int tid,
    int uid,
    int mid,
    boolean signatureZero) {
  public static final int SIZE = 32;

  /** What {@link io.smbscope.smb.PipeTrees} knows the tree by: TID 0 is one like others. */
  static long tree(int tid) {
    return tid + 1L;
  }

  public boolean response() {
    return (flags & 0x80) != 0;
  }

  public boolean unicode() {
    return (flags2 & 0x8000) != 0;
  }

  public boolean ntStatus() {
    return (flags2 & 0x4000) != 0;
  }

  public boolean signed() {
    return (flags2 & 0x0004) != 0;
  }
}
