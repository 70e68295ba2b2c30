package io.smbscope.output.eve;

import io.smbscope.base.NtStatus;
import io.smbscope.smb.smb1.Smb1Command;

/** Suricata's names of commands, dialects and statuses; its form of an unknown one is a number. */
final class SmbNames {
  private static final String[] SMB2_COMMANDS = {
    "NEGOTIATE_PROTOCOL",
    "SESSION_SETUP",
    "SESSION_LOGOFF",
    "TREE_CONNECT",
    "TREE_DISCONNECT",
    "CREATE",
    "CLOSE",
    "FLUSH",
    "READ",
    "WRITE",
    "LOCK",
    "IOCTL",
    "CANCEL",
    "KEEPALIVE",
    "FIND",
    "CHANGE_NOTIFY",
    "GET_INFO",
    "SET_INFO",
    "OPLOCK_BREAK"
  };

  private static final String[] SMB1_COMMANDS = new String[0x100];
  private static final int OFS_SMB_COM = "SMB_COM_".length();
  private static final int DOS_CLASS = 1;
  private static final int SERVER_CLASS = 2;

  static {
    for (int i = 0; i < SMB2_COMMANDS.length; i++) {
      SMB2_COMMANDS[i] = "SMB2_COMMAND_" + SMB2_COMMANDS[i];
    }
    for (int code = 0; code < SMB1_COMMANDS.length; code++) {
      Smb1Command command = Smb1Command.of(code);
      SMB1_COMMANDS[code] =
          command == null ? Integer.toString(code) : "SMB1_COMMAND_" + smb1Name(command);
    }
  }

  private SmbNames() {}

  /** The specification's name but for these. */
  private static String smb1Name(Smb1Command command) {
    return switch (command) {
      case SMB_COM_NEGOTIATE -> "NEGOTIATE_PROTOCOL";
      case SMB_COM_TRANSACTION -> "TRANS";
      case SMB_COM_TRANSACTION_SECONDARY -> "TRANS_SECONDARY";
      case SMB_COM_TRANSACTION2 -> "TRANS2";
      case SMB_COM_TRANSACTION2_SECONDARY -> "TRANS2_SECONDARY";
      case SMB_COM_NT_TRANSACT -> "NT_TRANS";
      case SMB_COM_NT_TRANSACT_SECONDARY -> "NT_TRANS_SECONDARY";
      case SMB_COM_QUERY_INFORMATION_DISK -> "QUERY_INFO_DISK";
      case SMB_COM_NO_ANDX_COMMAND -> "NONE";
      default -> command.name().substring(OFS_SMB_COM);
    };
  }

  static String command(int smb, int code) {
    if (smb == 1) {
      return SMB1_COMMANDS[code & 0xFF];
    }
    return code >= 0 && code < SMB2_COMMANDS.length ? SMB2_COMMANDS[code] : Integer.toString(code);
  }

  static String dialect(int revision) {
    return switch (revision) {
      case 0x0202 -> "2.02";
      case 0x0210 -> "2.10";
      case 0x0222 -> "2.22";
      case 0x0224 -> "2.24";
      case 0x02FF -> "2.??";
      case 0x0300 -> "3.00";
      case 0x0302 -> "3.02";
      case 0x0310 -> "3.10";
      case 0x0311 -> "3.11";
      default -> Integer.toString(revision);
    };
  }

  static String status(long status) {
    String name = NtStatus.name(status);
    if (status == NtStatus.SUCCESS) {
      return name;
    }
    return name.startsWith("STATUS_") ? name : Long.toString(status);
  }

  /** [MS-CIFS] 2.2.2.4, as far as Suricata knows it. */
  static String dosStatus(int errorClass, int code) {
    if (errorClass == DOS_CLASS) {
      return switch (code) {
        case 0 -> "DOS_SUCCESS";
        case 1 -> "DOS_BAD_FUNC";
        case 2 -> "DOS_BAD_FILE";
        case 3 -> "DOS_BAD_PATH";
        case 4 -> "DOS_TOO_MANY_OPEN_FILES";
        case 5 -> "DOS_ACCESS_DENIED";
        default -> Integer.toString(code);
      };
    }
    if (errorClass == SERVER_CLASS) {
      return switch (code) {
        case 1 -> "SRV_ERROR";
        case 2 -> "SRV_BADPW";
        case 3 -> "SRV_BADTYPE";
        case 4 -> "SRV_ACCESS";
        case 91 -> "SRV_BADUID";
        default -> Integer.toString(code);
      };
    }
    return "UNKNOWN_" + hexadecimal(errorClass, 2) + '_' + hexadecimal(code, 4);
  }

  private static String hexadecimal(int number, int digits) {
    String text = Integer.toHexString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /** PTYPE of a DCE/RPC message. [C706] 12.6.1 */
  static String rpcType(int type) {
    return switch (type) {
      case 0 -> "REQUEST";
      case 1 -> "PING";
      case 2 -> "RESPONSE";
      case 3 -> "FAULT";
      case 4 -> "WORKING";
      case 5 -> "NOCALL";
      case 6 -> "REJECT";
      case 7 -> "ACK";
      case 8 -> "CL_CANCEL";
      case 9 -> "FACK";
      case 10 -> "CANCEL_ACK";
      case 11 -> "BIND";
      case 12 -> "BINDACK";
      case 13 -> "BINDNAK";
      case 14 -> "ALTER_CONTEXT";
      case 15 -> "ALTER_CONTEXT_RESP";
      case 16 -> "AUTH3";
      case 17 -> "SHUTDOWN";
      case 18 -> "CO_CANCEL";
      case 19 -> "ORPHANED";
      case 20 -> "RTS";
      default -> Integer.toString(type);
    };
  }
}
