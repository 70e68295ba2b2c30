package io.smbscope.base;

import java.util.HashMap;
import java.util.Map;

/** NTSTATUS values: unsigned 32 bits in a long. [MS-ERREF] 2.3 */
public final class NtStatus {
  public static final long SUCCESS = 0x0000_0000L;
  public static final long PENDING = 0x0000_0103L;
  public static final long NOTIFY_CLEANUP = 0x0000_010BL;
  public static final long NOTIFY_ENUM_DIR = 0x0000_010CL;
  public static final long BUFFER_OVERFLOW = 0x8000_0005L;
  public static final long NO_MORE_FILES = 0x8000_0006L;
  public static final long STOPPED_ON_SYMLINK = 0x8000_002DL;
  public static final long NOT_IMPLEMENTED = 0xC000_0002L;
  public static final long INVALID_HANDLE = 0xC000_0008L;
  public static final long INVALID_PARAMETER = 0xC000_000DL;
  public static final long NO_SUCH_FILE = 0xC000_000FL;
  public static final long END_OF_FILE = 0xC000_0011L;
  public static final long MORE_PROCESSING_REQUIRED = 0xC000_0016L;
  public static final long ACCESS_DENIED = 0xC000_0022L;
  public static final long BUFFER_TOO_SMALL = 0xC000_0023L;
  public static final long OBJECT_NAME_NOT_FOUND = 0xC000_0034L;
  public static final long LOGON_FAILURE = 0xC000_006DL;
  public static final long NOT_SUPPORTED = 0xC000_00BBL;
  public static final long BAD_NETWORK_NAME = 0xC000_00CCL;
  public static final long CANCELLED = 0xC000_0120L;
  public static final long FILE_CLOSED = 0xC000_0128L;
  public static final long NETWORK_NAME_DELETED = 0xC000_00C9L;
  public static final long USER_SESSION_DELETED = 0xC000_0203L;
  public static final long NETWORK_SESSION_EXPIRED = 0xC000_035CL;

  private NtStatus() {}

  /** As {@code STATUS_LOGON_FAILURE}; a value not in the table as {@code 0xC0001234}. */
  public static String name(long status) {
    if (status == SUCCESS) {
      return "STATUS_SUCCESS";
    }
    String name = NtNames.TABLE.name(status);
    return name != null ? name : String.format("0x%08X", status & 0xFFFF_FFFFL);
  }

  /** All that have a name. */
  public static Map<Long, String> names() {
    Map<Long, String> names = new HashMap<>();
    names.put(SUCCESS, "STATUS_SUCCESS");
    NtNames.TABLE.forEach(names::put);
    return names;
  }

  /**
   * SMB1 status of a server that does not speak NTSTATUS, as {@code ERRDOS/ERRbadfile}; numbers
   * where there is no name. [MS-CIFS] 2.2.2.4
   *
   * @param errorClass SMBSTATUS.ErrorClass
   * @param code SMBSTATUS.ErrorCode
   */
  public static String dosName(int errorClass, int code) {
    if (errorClass == 0 && code == 0) {
      return "SUCCESS";
    }
    String name = DosNames.TABLE.name((long) errorClass << 16 | code);
    if (name != null) {
      return name;
    }
    return switch (errorClass) {
      case 1 -> "ERRDOS/" + code;
      case 2 -> "ERRSRV/" + code;
      case 3 -> "ERRHRD/" + code;
      case 0xFF -> "ERRCMD/" + code;
      default -> errorClass + "/" + code;
    };
  }

  /** Severity STATUS_SEVERITY_SUCCESS or INFORMATIONAL. [MS-ERREF] 2.3 */
  public static boolean isSuccess(long status) {
    return (status & 0x8000_0000L) == 0;
  }

  /** Severity STATUS_SEVERITY_WARNING. */
  public static boolean isWarning(long status) {
    return (status & 0xC000_0000L) == 0x8000_0000L;
  }

  /** Severity STATUS_SEVERITY_ERROR. */
  public static boolean isError(long status) {
    return (status & 0xC000_0000L) == 0xC000_0000L;
  }

  /** Loaded when the first name other than success is asked for. */
  private static final class NtNames {
    static final StatusNames TABLE = StatusNames.load("ntstatus.tsv");
  }

  /** Loaded when the first DOS error is asked for; its keys are class and code, 16 bits each. */
  private static final class DosNames {
    static final StatusNames TABLE = StatusNames.load("doserror.tsv");
  }
}
