package io.smbscope.output.zeek;

import io.smbscope.base.NtStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What Zeek calls commands, subcommands and statuses. */
final class SmbNames {
  /** Names that tell a pipe where its tree connect was not seen. */
  static final Set<String> PIPES =
      Set.of("spoolss", "winreg", "samr", "srvsvc", "netdfs", "lsarpc", "wkssvc", "MsFteWds");

  private static final String[] SMB2 = {
    "NEGOTIATE_PROTOCOL",
    "SESSION_SETUP",
    "LOGOFF",
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
    "ECHO",
    "QUERY_DIRECTORY",
    "CHANGE_NOTIFY",
    "QUERY_INFO",
    "SET_INFO",
    "OPLOCK_BREAK",
  };

  private static final String[] TRANS2 = {
    "OPEN2",
    "FIND_FIRST2",
    "FIND_NEXT2",
    "QUERY_FS_INFORMATION",
    "SET_FS_INFORMATION",
    "QUERY_PATH_INFORMATION",
    "SET_PATH_INFORMATION",
    "QUERY_FILE_INFORMATION",
    "SET_FILE_INFORMATION",
    "FSCTL",
    "IOCTL",
    "FIND_NOTIFY_FIRST",
    "FIND_NOTIFY_NEXT",
    "CREATE_DIRECTORY",
    "SESSION_SETUP",
    null,
    "GET_DFS_REFERRAL",
    "REPORT_DFS_INCONSISTENCY",
  };

  private static final Map<Integer, String> TRANS =
      Map.ofEntries(
          Map.entry(0x01, "SET_NMPIPE_STATE"),
          Map.entry(0x11, "RAW_READ_NMPIPE"),
          Map.entry(0x21, "QUERY_NMPIPE_STATE"),
          Map.entry(0x22, "QUERY_NMPIPE_INFO"),
          Map.entry(0x23, "PEEK_NMPIPE"),
          Map.entry(0x26, "TRANSACT_NMPIPE"),
          Map.entry(0x31, "RAW_WRITE_NMPIPE"),
          Map.entry(0x36, "READ_NMPIPE"),
          Map.entry(0x37, "WRITE_NMPIPE"),
          Map.entry(0x53, "WAIT_NMPIPE"),
          Map.entry(0x54, "CALL_NMPIPE"));

  private static final String PREFIX = "STATUS_";

  /** Statuses seen so far, at most {@link #STATUS_LIMIT} of them. */
  private final Map<Long, String> statuses = new HashMap<>();

  private static final int STATUS_LIMIT = 1_024;

  static String smb2Command(int code) {
    return code < SMB2.length ? SMB2[code] : "unknown-" + code;
  }

  static String trans2Subcommand(int code) {
    String name = code >= 0 && code < TRANS2.length ? TRANS2[code] : null;
    return name != null ? name : "unknown-trans2-sub-cmd-" + code;
  }

  static String transSubcommand(int code) {
    String name = TRANS.get(code);
    return name != null ? name : "unknown-trans-sub-cmd-" + code;
  }

  /** Of an NT status, or of a DOS error as class and code stand in an SMB1 header. */
  String status(long status) {
    if (status == NtStatus.SUCCESS) {
      return "SUCCESS";
    }
    String name = statuses.get(status);
    if (name == null) {
      name = statusName(status);
      if (statuses.size() < STATUS_LIMIT) {
        statuses.put(status, name);
      }
    }
    return name;
  }

  private static String statusName(long status) {
    String name = NtStatus.name(status);
    if (name.startsWith("0x")) {
      return DosErrors.name(status);
    }
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }
}
