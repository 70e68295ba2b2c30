package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.smb1.Smb1Command;

/** SMB_COM_TRANSACTION, SMB_COM_TRANSACTION2 and SMB_COM_NT_TRANSACT. [MS-CIFS] 2.2.4.33 */
public final class Transactions {
  /** Shows a transaction's command from WordCount on: 0x25, 0x26, 0x32, 0x33, 0xA0, 0xA1. */
  public void dissect(Smb1Command command) {}
}
