package io.smbscope.smb.smb1;

/**
 * The SMB1 commands, and how each is read. A new one is one grammar type, one class, one entry
 * here. Commands without decoder are obsolete or say nothing. [MS-CIFS] 2.2.2.1
 */
@SuppressWarnings("ImmutableEnumChecker") // the decoders are method references without state
public enum Smb1Command {
  SMB_COM_CREATE_DIRECTORY(0x00, "1", CreateDirectory::request),
  SMB_COM_DELETE_DIRECTORY(0x01, "2", DeleteDirectory::request),
  SMB_COM_OPEN(0x02, "3", Open::request, Open::response),
  SMB_COM_CREATE(0x03, "4", Create::request, Create::response),
  SMB_COM_CLOSE(0x04, "5", Close::request),
  SMB_COM_FLUSH(0x05, "6", Flush::request),
  SMB_COM_DELETE(0x06, "7", Delete::request),
  SMB_COM_RENAME(0x07, "8", Rename::request),
  SMB_COM_QUERY_INFORMATION(0x08, "9", QueryInformation::request, QueryInformation::response),
  SMB_COM_SET_INFORMATION(0x09, "10", SetInformation::request),
  SMB_COM_READ(0x0A, "11", Read::request, Read::response),
  SMB_COM_WRITE(0x0B, "12", Write::request, Write::response),
  SMB_COM_LOCK_BYTE_RANGE(0x0C, "13"),
  SMB_COM_UNLOCK_BYTE_RANGE(0x0D, "14"),
  SMB_COM_CREATE_TEMPORARY(0x0E, "15", CreateTemporary::request, CreateTemporary::response),
  SMB_COM_CREATE_NEW(0x0F, "16", Create::request, Create::response),
  SMB_COM_CHECK_DIRECTORY(0x10, "17", CheckDirectory::request),
  SMB_COM_PROCESS_EXIT(0x11, "18"),
  SMB_COM_SEEK(0x12, "19", Seek::request, Seek::response),
  SMB_COM_LOCK_AND_READ(0x13, "20", Read::request, Read::response),
  SMB_COM_WRITE_AND_UNLOCK(0x14, "21", Write::request, Write::response),
  SMB_COM_READ_RAW(0x1A, "22", ReadRaw::request),
  SMB_COM_READ_MPX(0x1B, "23"),
  SMB_COM_READ_MPX_SECONDARY(0x1C, "24"),
  SMB_COM_WRITE_RAW(0x1D, "25", WriteRaw::request, WriteRaw::response),
  SMB_COM_WRITE_MPX(0x1E, "26"),
  SMB_COM_WRITE_MPX_SECONDARY(0x1F, "27"),
  SMB_COM_WRITE_COMPLETE(0x20, "28", null, WriteRaw::response),
  SMB_COM_QUERY_SERVER(0x21, "29"),
  SMB_COM_SET_INFORMATION2(0x22, "30", SetInformation2::request),
  SMB_COM_QUERY_INFORMATION2(0x23, "31", QueryInformation2::request, QueryInformation2::response),
  SMB_COM_LOCKING_ANDX(0x24, "32", LockingAndX::request, Smb1Command::nothing),
  SMB_COM_TRANSACTION(0x25, "33", Transaction::request, Transaction::response),
  SMB_COM_TRANSACTION_SECONDARY(0x26, "34", Transactions::secondary),
  SMB_COM_IOCTL(0x27, "35"),
  SMB_COM_IOCTL_SECONDARY(0x28, "36"),
  SMB_COM_COPY(0x29, "37"),
  SMB_COM_MOVE(0x2A, "38"),
  SMB_COM_ECHO(0x2B, "39", Echo::request, Echo::response),
  SMB_COM_WRITE_AND_CLOSE(0x2C, "40", WriteAndClose::request, WriteAndClose::response),
  SMB_COM_OPEN_ANDX(0x2D, "41", OpenAndX::request, OpenAndX::response),
  SMB_COM_READ_ANDX(0x2E, "42", ReadAndX::request, ReadAndX::response),
  SMB_COM_WRITE_ANDX(0x2F, "43", WriteAndX::request, WriteAndX::response),
  SMB_COM_NEW_FILE_SIZE(0x30, "44"),
  SMB_COM_CLOSE_AND_TREE_DISC(0x31, "45"),
  SMB_COM_TRANSACTION2(0x32, "46", Transaction2::request, Transaction2::response),
  SMB_COM_TRANSACTION2_SECONDARY(0x33, "47", Transactions::secondary),
  SMB_COM_FIND_CLOSE2(0x34, "48", FindClose2::request),
  SMB_COM_FIND_NOTIFY_CLOSE(0x35, "49"),
  SMB_COM_TREE_CONNECT(0x70, "50", TreeConnect::request, TreeConnect::response),
  SMB_COM_TREE_DISCONNECT(0x71, "51"),
  SMB_COM_NEGOTIATE(0x72, "52", Negotiate::request, Negotiate::response),
  SMB_COM_SESSION_SETUP_ANDX(0x73, "53", SessionSetupAndX::request, SessionSetupAndX::response),
  SMB_COM_LOGOFF_ANDX(0x74, "54", Smb1Command::nothing, Smb1Command::nothing),
  SMB_COM_TREE_CONNECT_ANDX(0x75, "55", TreeConnectAndX::request, TreeConnectAndX::response),
  SMB_COM_SECURITY_PACKAGE_ANDX(0x7E, "56"),
  SMB_COM_QUERY_INFORMATION_DISK(0x80, "57"),
  SMB_COM_SEARCH(0x81, "58", Search::request, Search::response),
  SMB_COM_FIND(0x82, "59", Search::request, Search::response),
  SMB_COM_FIND_UNIQUE(0x83, "60", Search::request, Search::response),
  SMB_COM_FIND_CLOSE(0x84, "61", Search::request, Search::response),
  SMB_COM_NT_TRANSACT(0xA0, "62", NtTransact::request, NtTransact::response),
  SMB_COM_NT_TRANSACT_SECONDARY(0xA1, "63", Transactions::ntSecondary),
  SMB_COM_NT_CREATE_ANDX(0xA2, "64", NtCreateAndX::request, NtCreateAndX::response),
  SMB_COM_NT_CANCEL(0xA4, "65"),
  SMB_COM_NT_RENAME(0xA5, "66", NtRename::request),
  SMB_COM_OPEN_PRINT_FILE(0xC0, "67", OpenPrintFile::request, OpenPrintFile::response),
  SMB_COM_WRITE_PRINT_FILE(0xC1, "68", WritePrintFile::request),
  SMB_COM_CLOSE_PRINT_FILE(0xC2, "69", ClosePrintFile::request),
  SMB_COM_GET_PRINT_QUEUE(0xC3, "70"),
  SMB_COM_READ_BULK(0xD8, "71"),
  SMB_COM_WRITE_BULK(0xD9, "72"),
  SMB_COM_WRITE_BULK_DATA(0xDA, "73"),
  SMB_COM_INVALID(0xFE, "74"),
  SMB_COM_NO_ANDX_COMMAND(0xFF, "75");

  private static final Smb1Command[] BY_CODE = new Smb1Command[0x100];

  static {
    for (Smb1Command command : values()) {
      BY_CODE[command.code] = command;
    }
  }

  private final int code;
  private final String section;
  private final BodyDecoder request;
  private final BodyDecoder response;
  private final boolean andX;

  Smb1Command(int code, String section) {
    this(code, section, null, null);
  }

  Smb1Command(int code, String section, BodyDecoder request) {
    this(code, section, request, null);
  }

  Smb1Command(int code, String section, BodyDecoder request, BodyDecoder response) {
    this.code = code;
    this.section = "MS-CIFS 2.2.4." + section;
    this.request = request;
    this.response = response;
    this.andX = name().endsWith("_ANDX");
  }

  public int code() {
    return code;
  }

  /** The specification's section, such as {@code MS-CIFS 2.2.4.64}. */
  public String section() {
    return section;
  }

  /** A further command may follow it in the same message. */
  public boolean andX() {
    return andX;
  }

  /** The command, or null when the code is none of these. */
  public static Smb1Command of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /** The specification's name, or the code in hexadecimal. */
  public static String name(int code) {
    Smb1Command command = of(code);
    return command == null ? String.format("0x%02X", code) : command.name();
  }

  /** May throw whatever a grammar throws. */
  static Smb1Body decode(CommandBlock block) {
    Smb1Command command = of(block.command());
    BodyDecoder decoder = null;
    if (command != null) {
      decoder = block.header().response() ? command.response : command.request;
    }
    return decoder == null
        ? new Smb1Body.Unparsed(block.wordCount(), block.byteCount())
        : decoder.decode(block);
  }

  private static Smb1Body nothing(CommandBlock block) {
    if (block.wordCount() != 2) {
      throw new IllegalArgumentException("WordCount " + block.wordCount());
    }
    return new Smb1Body.Empty();
  }
}
