package io.smbscope.smb.smb1;

/** Subcommands of SMB_COM_TRANSACTION2. [MS-CIFS] 2.2.2.2 */
public enum Trans2Subcommand {
  TRANS2_OPEN2(0x0000),
  TRANS2_FIND_FIRST2(0x0001),
  TRANS2_FIND_NEXT2(0x0002),
  TRANS2_QUERY_FS_INFORMATION(0x0003),
  TRANS2_SET_FS_INFORMATION(0x0004),
  TRANS2_QUERY_PATH_INFORMATION(0x0005),
  TRANS2_SET_PATH_INFORMATION(0x0006),
  TRANS2_QUERY_FILE_INFORMATION(0x0007),
  TRANS2_SET_FILE_INFORMATION(0x0008),
  TRANS2_FSCTL(0x0009),
  TRANS2_IOCTL2(0x000A),
  TRANS2_FIND_NOTIFY_FIRST(0x000B),
  TRANS2_FIND_NOTIFY_NEXT(0x000C),
  TRANS2_CREATE_DIRECTORY(0x000D),
  TRANS2_SESSION_SETUP(0x000E),
  TRANS2_GET_DFS_REFERRAL(0x0010),
  TRANS2_REPORT_DFS_INCONSISTENCY(0x0011);

  private final int code;

  Trans2Subcommand(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The subcommand, or null when the code is none of these. */
  public static Trans2Subcommand of(int code) {
    for (Trans2Subcommand subcommand : values()) {
      if (subcommand.code == code) {
        return subcommand;
      }
    }
    return null;
  }
}
