package io.smbscope.smb.smb1;

/**
 * Subcommands of SMB_COM_NT_TRANSACT, and how each is read. A new one is one grammar type, one
 * class, one entry here. [MS-CIFS] 2.2.2.2
 */
@SuppressWarnings("ImmutableEnumChecker") // the decoders are method references without state
public enum NtTransactSubcommand {
  NT_TRANSACT_CREATE(0x0001, NtCreateAndX::request, NtCreateAndX::response),
  NT_TRANSACT_IOCTL(0x0002, NtTransactIoctl::request),
  NT_TRANSACT_SET_SECURITY_DESC(0x0003, NtTransactSecurityDesc::request),
  NT_TRANSACT_NOTIFY_CHANGE(0x0004, NtTransactNotifyChange::request),
  NT_TRANSACT_RENAME(0x0005, NtTransactRename::request),
  NT_TRANSACT_QUERY_SECURITY_DESC(0x0006, NtTransactSecurityDesc::request),
  NT_TRANSACT_QUERY_QUOTA(0x0007),
  NT_TRANSACT_SET_QUOTA(0x0008),
  NT_TRANSACT_CREATE2(0x0009);

  private final int code;
  private final ContentDecoder<NtTransact.Parameters> request;
  private final ContentDecoder<NtTransact.Parameters> response;

  NtTransactSubcommand(int code) {
    this(code, null, null);
  }

  NtTransactSubcommand(int code, ContentDecoder<NtTransact.Parameters> request) {
    this(code, request, null);
  }

  NtTransactSubcommand(
      int code,
      ContentDecoder<NtTransact.Parameters> request,
      ContentDecoder<NtTransact.Parameters> response) {
    this.code = code;
    this.request = request;
    this.response = response;
  }

  /** The subcommand, or null when the code is none of these. */
  public static NtTransactSubcommand of(int code) {
    for (NtTransactSubcommand subcommand : values()) {
      if (subcommand.code == code) {
        return subcommand;
      }
    }
    return null;
  }

  static NtTransact.Parameters request(int code, TransactionContent content) {
    NtTransactSubcommand subcommand = of(code);
    return subcommand == null
        ? new NtTransact.Undecoded()
        : subcommand.decode(subcommand.request, content);
  }

  static NtTransact.Parameters response(int code, TransactionContent content) {
    NtTransactSubcommand subcommand = of(code);
    return subcommand == null
        ? new NtTransact.Undecoded()
        : subcommand.decode(subcommand.response, content);
  }

  private NtTransact.Parameters decode(
      ContentDecoder<NtTransact.Parameters> decoder, TransactionContent content) {
    if (decoder == null) {
      return new NtTransact.Undecoded();
    }
    try {
      return decoder.decode(content);
    } catch (RuntimeException e) {
      content.block().malformed(name() + ": " + e.getClass().getSimpleName());
      return new NtTransact.Undecoded();
    }
  }
}
