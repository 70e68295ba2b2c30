package io.smbscope.smb.smb2;

import java.util.Locale;

/**
 * The commands, each with what reads its request and its response. [MS-SMB2] 2.2.1.2
 *
 * <p>This is the one list of them: a new command is one line here, one class and one grammar.
 */
@SuppressWarnings("ImmutableEnumChecker") // stateless method references, an array nobody else sees
public enum Smb2Command {
  NEGOTIATE(0x00, "2.2.3", Negotiate::request, "2.2.4", Negotiate::response),
  SESSION_SETUP(
      0x01,
      "2.2.5",
      SessionSetup::request,
      "2.2.6",
      SessionSetup::response,
      9,
      Smb2Command.MORE_PROCESSING_REQUIRED),
  LOGOFF(0x02, "2.2.7", Logoff::request, "2.2.8", Logoff::response),
  TREE_CONNECT(0x03, "2.2.9", TreeConnect::request, "2.2.10", TreeConnect::response),
  TREE_DISCONNECT(0x04, "2.2.11", TreeDisconnect::request, "2.2.12", TreeDisconnect::response),
  CREATE(0x05, "2.2.13", Create::request, "2.2.14", Create::response),
  CLOSE(0x06, "2.2.15", Close::request, "2.2.16", Close::response),
  FLUSH(0x07, "2.2.17", Flush::request, "2.2.18", Flush::response),
  READ(0x08, "2.2.19", Read::request, "2.2.20", Read::response, 17),
  WRITE(0x09, "2.2.21", Write::request, "2.2.22", Write::response),
  LOCK(0x0A, "2.2.26", Lock::request, "2.2.27", Lock::response),
  IOCTL(0x0B, "2.2.31", Ioctl::request, "2.2.32", Ioctl::response, 49),
  CANCEL(0x0C, "2.2.30", Cancel::request, "2.2.30", null),
  ECHO(0x0D, "2.2.28", Echo::request, "2.2.29", Echo::response),
  QUERY_DIRECTORY(0x0E, "2.2.33", QueryDirectory::request, "2.2.34", QueryDirectory::response),
  CHANGE_NOTIFY(
      0x0F,
      "2.2.35",
      ChangeNotify::request,
      "2.2.36",
      ChangeNotify::response,
      9,
      Smb2Command.NOTIFY_ENUM_DIR),
  QUERY_INFO(
      0x10,
      "2.2.37",
      QueryInfo::request,
      "2.2.38",
      QueryInfo::response,
      9,
      Smb2Command.BUFFER_OVERFLOW),
  SET_INFO(0x11, "2.2.39", SetInfo::request, "2.2.40", SetInfo::response),
  OPLOCK_BREAK(0x12, "2.2.24", OplockBreak::request, "2.2.25", OplockBreak::response),
  SERVER_TO_CLIENT_NOTIFICATION(
      0x13, "2.2.44", null, "2.2.44", ServerToClientNotification::response);

  private static final long MORE_PROCESSING_REQUIRED = 0xC0000016L;
  private static final long BUFFER_OVERFLOW = 0x80000005L;
  private static final long NOTIFY_ENUM_DIR = 0x0000010CL;

  private static final Smb2Command[] BY_CODE = values();

  /** A bit for each code: NEGOTIATE to TREE_DISCONNECT, and IOCTL. */
  private static final int RARE = 0b1000_0001_1111;

  private final int code;
  private final String requestSection;
  private final BodyDecoder request;
  private final String responseSection;
  private final BodyDecoder response;
  private final int responseSize;
  private final long[] statusesWithBody;

  Smb2Command(
      int code,
      String requestSection,
      BodyDecoder request,
      String responseSection,
      BodyDecoder response) {
    this(code, requestSection, request, responseSection, response, 0);
  }

  /**
   * A command whose own response comes with a status other than success too. 3.3.4.4
   *
   * @param responseSize StructureSize of that response. Where it is not 9, as that of an ERROR
   *     response is, it tells which of the two came, whatever the status: servers send the counts
   *     of FSCTL_SRV_COPYCHUNK with more statuses than the specification lists.
   * @param statusesWithBody where it is 9, the statuses that come with the command's own response
   */
  Smb2Command(
      int code,
      String requestSection,
      BodyDecoder request,
      String responseSection,
      BodyDecoder response,
      int responseSize,
      long... statusesWithBody) {
    this.code = code;
    this.requestSection = "MS-SMB2 " + requestSection;
    this.request = request;
    this.responseSection = "MS-SMB2 " + responseSection;
    this.response = response;
    this.responseSize = responseSize;
    this.statusesWithBody = statusesWithBody;
  }

  /** The command of a header, or null when there is none of this code. */
  public static Smb2Command of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /** The command's name; of an unknown one its code, such as {@code 0x0014}. */
  public static String name(int code) {
    Smb2Command command = of(code);
    return command == null ? String.format(Locale.ROOT, "0x%04x", code) : command.name();
  }

  public int code() {
    return code;
  }

  /**
   * It makes or ends a connection, session or tree, or is IOCTL: there are few of them, and no open
   * tells what they say.
   */
  public boolean isRare() {
    return ((RARE >>> code) & 1) != 0;
  }

  /** Null when there is no request of the command. */
  BodyDecoder request() {
    return request;
  }

  /** Null when there is no response to the command. */
  BodyDecoder response() {
    return response;
  }

  String section(boolean ofResponse) {
    return ofResponse ? responseSection : requestSection;
  }

  /** A response of this status has an ERROR body in place of the command's own. 3.3.4.4 */
  boolean isError(long status, int structureSize) {
    if (status == 0) {
      return false;
    }
    if (responseSize != 0 && responseSize != ErrorResponse.STRUCTURE_SIZE) {
      return structureSize == ErrorResponse.STRUCTURE_SIZE;
    }
    for (long withBody : statusesWithBody) {
      if (status == withBody) {
        return false;
      }
    }
    return true;
  }
}
