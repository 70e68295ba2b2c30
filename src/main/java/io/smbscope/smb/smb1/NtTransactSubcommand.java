package io.smbscope.smb.smb1;

/** Subcommands of SMB_COM_NT_TRANSACT. [MS-CIFS] 2.2.2.2 */
public enum NtTransactSubcommand {
  NT_TRANSACT_CREATE(0x0001),
  NT_TRANSACT_IOCTL(0x0002),
  NT_TRANSACT_SET_SECURITY_DESC(0x0003),
  NT_TRANSACT_NOTIFY_CHANGE(0x0004),
  NT_TRANSACT_RENAME(0x0005),
  NT_TRANSACT_QUERY_SECURITY_DESC(0x0006),
  NT_TRANSACT_QUERY_QUOTA(0x0007),
  NT_TRANSACT_SET_QUOTA(0x0008),
  NT_TRANSACT_CREATE2(0x0009);

  private final int code;

  NtTransactSubcommand(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The subcommand, or null when the code is none of these. */
  public static NtTransactSubcommand of(int code) {
    for (NtTransactSubcommand subcommand : values()) {
      if (subcommand.code == code) {
        return subcommand;
      }
    }
    return null;
  }
}
