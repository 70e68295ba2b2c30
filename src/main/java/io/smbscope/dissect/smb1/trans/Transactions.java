package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.smb1.Smb1Command;

/** SMB_COM_TRANSACTION, SMB_COM_TRANSACTION2 and SMB_COM_NT_TRANSACT. [MS-CIFS] 2.2.4.33 */
public final class Transactions {
  private static final int TRANSACTION = 0x25;
  private static final int TRANSACTION_SECONDARY = 0x26;
  private static final int TRANSACTION2 = 0x32;
  private static final int TRANSACTION2_SECONDARY = 0x33;
  private static final int NT_TRANSACT = 0xA0;
  private static final int NT_TRANSACT_SECONDARY = 0xA1;

  private final Transaction transaction = new Transaction();
  private final Transaction2 transaction2 = new Transaction2();
  private final NtTransact ntTransact = new NtTransact();

  /** Shows a transaction's command from WordCount on: 0x25, 0x26, 0x32, 0x33, 0xA0, 0xA1. */
  public void dissect(Smb1Command command) {
    switch (command.code()) {
      case TRANSACTION -> {
        if (command.isResponse()) {
          transaction.response(command);
        } else {
          transaction.request(command);
        }
      }
      case TRANSACTION2 -> {
        if (command.isResponse()) {
          transaction2.response(command);
        } else {
          transaction2.request(command);
        }
      }
      case TRANSACTION_SECONDARY, TRANSACTION2_SECONDARY -> secondary(command);
      case NT_TRANSACT, NT_TRANSACT_SECONDARY -> {
        if (command.isResponse()) {
          ntTransact.response(command);
        } else {
          ntTransact.request(command);
        }
      }
      default -> {}
    }
  }

  private static void secondary(Smb1Command command) {
    if (command.wordCount() == 0 || command.isResponse()) {
      Words.none(command);
    } else {
      Messages.secondary(command);
    }
  }
}
