package io.smbscope.output.zeek;

import io.smbscope.base.NtStatus;
import java.util.Map;

/** What Zeek calls the statuses of a server that does not speak NTSTATUS. */
final class DosErrors {
  /** Zeek's names that are not those of [MS-CIFS] 2.2.2.4. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "ERRSRV/ERRinvtid", "invnid",
          "ERRSRV/ERRbadcmd", "unknownsmb",
          "ERRDOS/ERRdirnotempty", "notempty",
          "ERRDOS/ERROR_NOT_LOCKED", "notlocked",
          "ERRDOS/ERROR_EAS_NOT_SUPPORTED", "easnotsupported",
          "ERRHRD/ERRFCBUnavail", "FCBunavail");

  private static final String PREFIX = "/ERR";

  private DosErrors() {}

  /**
   * @param status class in the lowest octet, code in the upper 16 bits
   */
  static String name(long status) {
    String ours = NtStatus.dosName((int) status & 0xFF, (int) (status >>> 16));
    String other = OTHER_NAMES.get(ours);
    if (other != null) {
      return other;
    }
    int prefix = ours.indexOf(PREFIX);
    return prefix < 0 ? "unknown-" + status : ours.substring(prefix + PREFIX.length());
  }
}
