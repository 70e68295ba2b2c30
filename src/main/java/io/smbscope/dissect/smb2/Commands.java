package io.smbscope.dissect.smb2;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.NtStatus;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2Cancel;
import io.smbscope.grammar.placed.Smb2Echo;
import io.smbscope.grammar.placed.Smb2Logoff;
import io.smbscope.grammar.placed.Smb2ServerToClientNotification;
import io.smbscope.grammar.placed.Smb2TreeDisconnect;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is in each command, by its number. [MS-SMB2] 2.2.1.2 */
final class Commands {
  private static final int NEGOTIATE = 0;
  private static final int SESSION_SETUP = 1;
  private static final int LOGOFF = 2;
  private static final int TREE_CONNECT = 3;
  private static final int TREE_DISCONNECT = 4;
  static final int CREATE = 5;
  private static final int CLOSE = 6;
  private static final int FLUSH = 7;
  private static final int READ = 8;
  private static final int WRITE = 9;
  private static final int LOCK = 10;
  static final int IOCTL = 11;
  private static final int CANCEL = 12;
  private static final int ECHO = 13;
  static final int QUERY_DIRECTORY = 14;
  static final int CHANGE_NOTIFY = 15;
  static final int QUERY_INFO = 16;
  static final int SET_INFO = 17;
  private static final int OPLOCK_BREAK = 18;
  private static final int SERVER_TO_CLIENT_NOTIFICATION = 19;

  private final Field unknown = Fields.named("smb2.unknown");
  private final Map<Long, String> names = Fields.named("smb2.cmd").values();
  private final Map<Integer, Consumer<Command>> requests = new HashMap<>();
  private final Map<Integer, Consumer<Command>> responses = new HashMap<>();
  private final ErrorResponse error = new ErrorResponse();

  /** Null before the first command. */
  private Bodies bodies;

  Commands(Headers headers) {
    FileIds fileIds = new FileIds();
    connection(headers);
    FileAccess access = new FileAccess(fileIds);
    CreateCommand create = new CreateCommand(fileIds);
    put(CREATE, create::request, unlessError(create::response));
    put(CLOSE, access::closeRequest, unlessError(access::closeResponse));
    put(FLUSH, access::flushRequest, unlessError(access::flushResponse));
    put(LOCK, access::lockRequest, unlessError(access::lockResponse));
    FileData data = new FileData(fileIds);
    put(READ, data::readRequest, unlessError(data::readResponse));
    put(WRITE, data::writeRequest, unlessError(data::writeResponse));
    IoctlCommand ioctl = new IoctlCommand(fileIds);
    put(IOCTL, ioctl::request, unlessError(ioctl::response, NtStatus.BUFFER_OVERFLOW));
    Directories directories = new Directories(fileIds);
    put(
        QUERY_DIRECTORY,
        directories::queryRequest,
        first(directories::level, unlessError(directories::queryResponse)));
    put(
        CHANGE_NOTIFY,
        directories::notifyRequest,
        unlessError(directories::notifyResponse, NtStatus.NOTIFY_ENUM_DIR));
    Information information = new Information(fileIds);
    put(
        QUERY_INFO,
        information::queryRequest,
        first(
            information::level,
            unlessError(
                information::queryResponse, NtStatus.BUFFER_OVERFLOW, NtStatus.BUFFER_TOO_SMALL)));
    put(
        SET_INFO,
        information::setRequest,
        first(information::level, unlessError(information::setResponse)));
    OplockBreak oplockBreak = new OplockBreak(fileIds);
    put(OPLOCK_BREAK, oplockBreak::dissect, unlessError(oplockBreak::dissect));
  }

  private void connection(Headers headers) {
    Negotiation negotiation = new Negotiation();
    put(
        NEGOTIATE,
        negotiation::request,
        first(negotiation::hash, unlessError(negotiation::response)));
    SessionSetup setup = new SessionSetup(headers);
    put(SESSION_SETUP, setup::request, setup::response);
    put(
        LOGOFF,
        shown(Smb2Logoff.Request::new, Smb2Logoff.Request::_read),
        unlessError(shown(Smb2Logoff::new, Smb2Logoff::_read)));
    TreeConnect tree = new TreeConnect();
    put(TREE_CONNECT, tree::request, unlessError(tree::response));
    Consumer<Command> disconnect = shown(Smb2TreeDisconnect::new, Smb2TreeDisconnect::_read);
    put(TREE_DISCONNECT, disconnect, unlessError(disconnect));
    Consumer<Command> echo = shown(Smb2Echo::new, Smb2Echo::_read);
    put(ECHO, echo, unlessError(echo));
    requests.put(CANCEL, shown(Smb2Cancel::new, Smb2Cancel::_read));
    responses.put(
        SERVER_TO_CLIENT_NOTIFICATION,
        first(
            this::unknown,
            shown(Smb2ServerToClientNotification::new, Smb2ServerToClientNotification::_read)));
  }

  /** As {@code Create Request}. */
  String title(Command command) {
    int number = command.header.command();
    if (number == OPLOCK_BREAK) {
      String special = OplockBreak.title(command);
      if (special != null) {
        return special;
      }
    }
    String name = names.get((long) number);
    return (name == null ? "Unknown command " + number : name)
        + (command.isResponse() ? " Response" : " Request");
  }

  void body(Command command) {
    if (bodies == null) {
      bodies = Bodies.neededFor(command.tree);
    }
    command.bodies = bodies;
    if (!bodies.isNeeded(command)) {
      return;
    }
    Consumer<Command> body =
        (command.isResponse() ? responses : requests).get(command.header.command());
    if (body != null) {
      body.accept(command);
    } else {
      unknown(command);
    }
  }

  private void unknown(Command command) {
    Information.unknown(command, unknown, command.message.from(Command.BODY));
  }

  private void put(int command, Consumer<Command> request, Consumer<Command> response) {
    requests.put(command, request);
    responses.put(command, response);
  }

  private static Consumer<Command> first(Consumer<Command> one, Consumer<Command> other) {
    return one.andThen(other);
  }

  /**
   * The response, or the error response in its place.
   *
   * @param answers status with which the command's own response comes, besides success
   */
  private Consumer<Command> unlessError(Consumer<Command> response, long... answers) {
    return command -> {
      if (!error.isInPlace(command, answers)) {
        response.accept(command);
      } else {
        error.dissect(command);
      }
    };
  }

  private static <T extends KaitaiStruct.ReadOnly> Consumer<Command> shown(
      Function<KaitaiStream, T> structure, Consumer<T> read) {
    return command -> command.show(structure, read);
  }
}
