package io.smbscope.dissect.smb1;

/** The codes of commands. [MS-CIFS] 2.2.2.1 */
final class CommandCode {
  static final int NONE = 0xFF;
  static final int LOCKING_ANDX = 0x24;
  static final int TRANSACTION = 0x25;
  static final int TRANSACTION_SECONDARY = 0x26;
  static final int OPEN_ANDX = 0x2D;
  static final int READ_ANDX = 0x2E;
  static final int WRITE_ANDX = 0x2F;
  static final int TRANSACTION2 = 0x32;
  static final int TRANSACTION2_SECONDARY = 0x33;
  static final int SESSION_SETUP_ANDX = 0x73;
  static final int LOGOFF_ANDX = 0x74;
  static final int TREE_CONNECT_ANDX = 0x75;
  static final int NT_TRANSACT = 0xA0;
  static final int NT_TRANSACT_SECONDARY = 0xA1;
  static final int NT_CREATE_ANDX = 0xA2;
  static final int NT_CANCEL = 0xA4;

  private CommandCode() {}

  static boolean isTransaction(int code) {
    return code == TRANSACTION || code == TRANSACTION2 || code == NT_TRANSACT;
  }

  static boolean isSecondary(int code) {
    return code == TRANSACTION_SECONDARY
        || code == TRANSACTION2_SECONDARY
        || code == NT_TRANSACT_SECONDARY;
  }

  /** Belongs to a request that was sent before. */
  static boolean hasNoResponse(int code) {
    return code == NT_CANCEL || isSecondary(code);
  }

  /** Another command may follow. [MS-CIFS] 2.2.3.4 */
  static boolean isAndX(int code) {
    return switch (code) {
      case LOCKING_ANDX,
          OPEN_ANDX,
          READ_ANDX,
          WRITE_ANDX,
          SESSION_SETUP_ANDX,
          LOGOFF_ANDX,
          TREE_CONNECT_ANDX,
          NT_CREATE_ANDX ->
          true;
      default -> false;
    };
  }
}
