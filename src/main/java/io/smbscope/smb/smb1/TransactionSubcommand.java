package io.smbscope.smb.smb1;

/** Subcommands of SMB_COM_TRANSACTION on a named pipe. [MS-CIFS] 2.2.2.2 */
public enum TransactionSubcommand {
  TRANS_SET_NMPIPE_STATE(0x01),
  TRANS_RAW_READ_NMPIPE(0x11),
  TRANS_QUERY_NMPIPE_STATE(0x21),
  TRANS_QUERY_NMPIPE_INFO(0x22),
  TRANS_PEEK_NMPIPE(0x23),
  TRANS_TRANSACT_NMPIPE(0x26),
  TRANS_RAW_WRITE_NMPIPE(0x31),
  TRANS_READ_NMPIPE(0x36),
  TRANS_WRITE_NMPIPE(0x37),
  TRANS_WAIT_NMPIPE(0x53),
  TRANS_CALL_NMPIPE(0x54);

  private final int code;

  TransactionSubcommand(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The subcommand, or null when the code is none of these. */
  public static TransactionSubcommand of(int code) {
    for (TransactionSubcommand subcommand : values()) {
      if (subcommand.code == code) {
        return subcommand;
      }
    }
    return null;
  }
}
