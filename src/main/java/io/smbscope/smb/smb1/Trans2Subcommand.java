package io.smbscope.smb.smb1;

/**
 * Subcommands of SMB_COM_TRANSACTION2, and how each is read. A new one is one grammar type, one
 * class, one entry here. [MS-CIFS] 2.2.2.2
 */
@SuppressWarnings("ImmutableEnumChecker") // the decoders are method references without state
public enum Trans2Subcommand {
  TRANS2_OPEN2(0x0000, OpenAndX::request, OpenAndX::response),
  TRANS2_FIND_FIRST2(0x0001, FindFirst2::request, FindFirst2::response),
  TRANS2_FIND_NEXT2(0x0002, FindNext2::request, FindNext2::response),
  TRANS2_QUERY_FS_INFORMATION(0x0003, QueryFsInformation::request),
  TRANS2_SET_FS_INFORMATION(0x0004),
  TRANS2_QUERY_PATH_INFORMATION(0x0005, QueryPathInformation::request),
  TRANS2_SET_PATH_INFORMATION(0x0006, SetPathInformation::request, SetPathInformation::response),
  TRANS2_QUERY_FILE_INFORMATION(0x0007, QueryFileInformation::request),
  TRANS2_SET_FILE_INFORMATION(0x0008, SetFileInformation::request),
  TRANS2_FSCTL(0x0009),
  TRANS2_IOCTL2(0x000A),
  TRANS2_FIND_NOTIFY_FIRST(0x000B),
  TRANS2_FIND_NOTIFY_NEXT(0x000C),
  TRANS2_CREATE_DIRECTORY(0x000D, CreateDirectory2::request),
  TRANS2_SESSION_SETUP(0x000E),
  TRANS2_GET_DFS_REFERRAL(0x0010, GetDfsReferral::request, GetDfsReferral::response),
  TRANS2_REPORT_DFS_INCONSISTENCY(0x0011);

  private final int code;
  private final ContentDecoder<Transaction2.Parameters> request;
  private final ContentDecoder<Transaction2.Parameters> response;

  Trans2Subcommand(int code) {
    this(code, null, null);
  }

  Trans2Subcommand(int code, ContentDecoder<Transaction2.Parameters> request) {
    this(code, request, null);
  }

  Trans2Subcommand(
      int code,
      ContentDecoder<Transaction2.Parameters> request,
      ContentDecoder<Transaction2.Parameters> response) {
    this.code = code;
    this.request = request;
    this.response = response;
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

  static Transaction2.Parameters request(int code, TransactionContent content) {
    Trans2Subcommand subcommand = of(code);
    return subcommand == null
        ? new Transaction2.Undecoded()
        : subcommand.decode(subcommand.request, content);
  }

  static Transaction2.Parameters response(int code, TransactionContent content) {
    Trans2Subcommand subcommand = of(code);
    return subcommand == null
        ? new Transaction2.Undecoded()
        : subcommand.decode(subcommand.response, content);
  }

  private Transaction2.Parameters decode(
      ContentDecoder<Transaction2.Parameters> decoder, TransactionContent content) {
    if (decoder == null) {
      return new Transaction2.Undecoded();
    }
    try {
      return decoder.decode(content);
    } catch (RuntimeException e) {
      content.block().malformed(name() + ": " + e.getClass().getSimpleName());
      return new Transaction2.Undecoded();
    }
  }
}
