package io.smbscope.session;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;
import io.smbscope.smb.smb2.Smb2Message;
import io.smbscope.smb.smb2.Write;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Follows SMB2: pairs requests with responses and hands each exchange to what its command does.
 * [MS-SMB2] 3.3.5.2
 */
final class Smb2Tracker {
  /** Requests without response, of one connection: servers grant 512 credits, seldom 8192. */
  static final int MANY_PENDING = 1024;

  static final String PENDING_SECTION = "MS-SMB2 3.3.1.2";

  private static final String SEQUENCE_SECTION = "MS-SMB2 3.3.5.2.3";
  private static final String RESPONSE_SECTION = "MS-SMB2 3.2.5.1.2";
  private static final String SESSION_SECTION = "MS-SMB2 3.3.5.2.9";
  private static final long UNSOLICITED = -1L;
  private static final long FSCTL_VALIDATE_NEGOTIATE_INFO = 0x0014_0204L;

  private final Context context;
  private final Smb2Logon logon;
  private final Smb2Pipes pipes;
  private final Map<Smb2Command, Consumer<Smb2Exchange>> handlers =
      new EnumMap<>(Smb2Command.class);

  Smb2Tracker(Context context, Pipes pipes) {
    this.context = context;
    this.logon = new Smb2Logon(context);
    Smb2Trees trees = new Smb2Trees(context);
    this.pipes = new Smb2Pipes(pipes);
    Smb2Files files = new Smb2Files(context, this.pipes);
    handlers.put(Smb2Command.NEGOTIATE, new Smb2Negotiation()::negotiate);
    handlers.put(Smb2Command.SESSION_SETUP, logon::setup);
    handlers.put(Smb2Command.LOGOFF, logon::logoff);
    handlers.put(Smb2Command.TREE_CONNECT, trees::connect);
    handlers.put(Smb2Command.TREE_DISCONNECT, trees::disconnect);
    handlers.put(Smb2Command.CREATE, files::create);
    handlers.put(Smb2Command.CLOSE, files::close);
    handlers.put(Smb2Command.READ, files::read);
    handlers.put(Smb2Command.WRITE, files::write);
    handlers.put(Smb2Command.IOCTL, files::ioctl);
    handlers.put(Smb2Command.QUERY_DIRECTORY, files::queryDirectory);
    handlers.put(Smb2Command.SET_INFO, files::setInfo);
    handlers.put(Smb2Command.QUERY_INFO, files::use);
    handlers.put(Smb2Command.LOCK, files::use);
    handlers.put(Smb2Command.FLUSH, files::use);
    handlers.put(Smb2Command.CHANGE_NOTIFY, files::use);
  }

  /**
   * Takes in a message.
   *
   * @param payload what it carries of a file, or null
   */
  void message(Connection connection, Stamp at, Smb2Message message, Payload payload) {
    connection.negotiated.infer(Negotiated.SOME_SMB2);
    if (message.header().response()) {
      response(connection, at, message, payload);
      if (payload != null) {
        payload.release();
      }
    } else {
      request(connection, at, message, payload);
    }
  }

  private void request(Connection connection, Stamp at, Smb2Message message, Payload payload) {
    Smb2State state = connection.smb2;
    Smb2Header header = message.header();
    Smb2Exchange previous = header.related() && message.indexInCompound() > 0 ? state.newest : null;
    Room room = context.contents().room();
    int held = message.body().pipeOctets().length();
    boolean fits = room.take(held);
    Smb2Body body = fits ? message.body() : message.body().withoutPipeOctets();
    Smb2Exchange exchange = new Smb2Exchange(connection, at, header, body, previous);
    if (fits) {
      exchange.holds(room, held);
    }
    place(exchange, header);
    tally(exchange, header);
    exchange.carries(payload, message.missing());
    state.newest = exchange;
    state.asked = true;
    pipes.request(exchange);
    if (header.command() != Smb2Command.CANCEL.code()) {
      check(connection, at, header, body);
      Smb2Exchange before = state.pending.put(header.messageId(), exchange);
      if (before != null) {
        before.release();
      }
      return;
    }
    exchange.unanswered(at, null);
    exchange.release();
    tell(exchange);
  }

  private void response(Connection connection, Stamp at, Smb2Message message, Payload payload) {
    Smb2Header header = message.header();
    connection.smb2.window.grant(header);
    if (header.messageId() == UNSOLICITED) {
      unasked(connection, at, message);
      return;
    }
    boolean interim = header.status() == NtStatus.PENDING;
    BoundedTable<Long, Smb2Exchange> pending = connection.smb2.pending;
    Smb2Exchange exchange =
        interim ? pending.get(header.messageId()) : pending.remove(header.messageId());
    if (interim) {
      if (exchange != null) {
        exchange.interim();
      }
      return;
    }
    if (exchange == null || exchange.header.command() != header.command()) {
      checkUnasked(connection, at, header);
      if (exchange != null) {
        exchange.release();
      }
      exchange = new Smb2Exchange(connection, at, header, null, null);
      place(exchange, header);
    }
    exchange.answered(at, header, message.body());
    if (message.body() instanceof Read.Response) {
      exchange.carries(payload, message.missing());
    }
    inferSession(exchange);
    tally(exchange, header);
    Consumer<Smb2Exchange> handler = handlers.get(Smb2Command.of(header.command()));
    if (handler != null) {
      handler.accept(exchange);
    }
    exchange.release();
    tell(exchange);
  }

  /** Whether a request keeps to what the server granted. */
  private void check(Connection connection, Stamp at, Smb2Header header, Smb2Body body) {
    String wrong = connection.smb2.window.use(header);
    if (wrong != null && connection.answered() && connection.whole()) {
      connection.unexpected(context, at, SEQUENCE_SECTION, wrong);
    }
    Negotiated negotiated = connection.negotiated;
    if (body instanceof Read.Request read) {
      size(connection, at, "READ", "MS-SMB2 3.3.5.12", read.readLength(), negotiated.maxReadSize);
    } else if (body instanceof Write.Request write) {
      size(
          connection,
          at,
          "WRITE",
          "MS-SMB2 3.3.5.13",
          write.writeLength(),
          negotiated.maxWriteSize);
    }
    int waiting = connection.smb2.pending.size();
    if (waiting >= MANY_PENDING && connection.answered()) {
      connection.unexpected(context, at, PENDING_SECTION, waiting + " requests without response");
    }
  }

  private void size(
      Connection connection, Stamp at, String what, String section, long size, Long most) {
    if (most != null && size > most) {
      connection.unexpected(
          context, at, section, what + " of " + size + " octets, " + most + " agreed");
    }
  }

  /**
   * A response to nothing, or to a request of another command. SMB1 may have asked for NEGOTIATE,
   * and what an encrypted message asks for may be refused in clear.
   */
  private void checkUnasked(Connection connection, Stamp at, Smb2Header header) {
    if (connection.whole()
        && connection.smb2.asked
        && !connection.smb2.window.blind()
        && header.command() != Smb2Command.NEGOTIATE.code()) {
      connection.unexpected(
          context,
          at,
          RESPONSE_SECTION,
          "response to "
              + Smb2Command.name(header.command())
              + " with MessageId "
              + header.messageId()
              + " that nobody asked for");
    }
  }

  /** A session is used that the connection neither set up nor bound. */
  private void checkSession(Connection connection, Stamp at, long sessionId) {
    if (connection.whole() && !connection.smb2.setUp.contains(sessionId)) {
      connection.unexpected(
          context,
          at,
          SESSION_SECTION,
          String.format(
              "session 0x%016x is used, but was not set up on this connection", sessionId));
    }
  }

  /** An oplock or lease break, or a notification. [MS-SMB2] 3.2.5.19, 3.2.5.20 */
  private void unasked(Connection connection, Stamp at, Smb2Message message) {
    if (context.wanted().command(Smb2Command.of(message.header().command()))) {
      Smb2Exchange exchange = new Smb2Exchange(connection, at, message.header(), null, null);
      place(exchange, message.header());
      exchange.answered(at, message.header(), message.body());
      tell(exchange);
    }
  }

  private void tell(Smb2Exchange exchange) {
    if (context.wanted().command(Smb2Command.of(exchange.header.command()))) {
      context.emit(exchange.toEvent(context));
    }
  }

  /** Finds session and tree of a message, inherited within a compound. */
  private void place(Smb2Exchange exchange, Smb2Header header) {
    Smb2Exchange previous = exchange.previous;
    if (previous != null && header.sessionId() == Smb2Exchange.RELATED_SESSION) {
      exchange.session = previous.session;
    } else if (header.sessionId() != 0 && header.sessionId() != Smb2Exchange.RELATED_SESSION) {
      exchange.session = Sessions.known(context, exchange.connection, header.sessionId());
    }
    if (previous != null && header.treeId() == Smb2Exchange.RELATED_TREE) {
      exchange.tree = previous.tree;
    } else if (exchange.session != null && !header.async()) {
      exchange.tree = exchange.session.trees.get(header.treeId());
    }
  }

  /** A server that answers for a session whose set-up was not seen shows that there is one. */
  private void inferSession(Smb2Exchange exchange) {
    Smb2Header header = exchange.responseHeader;
    boolean setup = header.command() <= Smb2Command.SESSION_SETUP.code();
    boolean usable = exchange.session != null && exchange.session.connection == exchange.connection;
    if (!usable
        && !setup
        && header.sessionId() != 0
        && header.sessionId() != Smb2Exchange.RELATED_SESSION
        && header.status() != NtStatus.USER_SESSION_DELETED
        && header.status() != NtStatus.NETWORK_SESSION_EXPIRED) {
      if (exchange.request != null && header.status() == NtStatus.SUCCESS) {
        checkSession(exchange.connection, exchange.at, header.sessionId());
      }
      Session known = Sessions.find(context, exchange.connection, header.sessionId());
      if (exchange.session == null) {
        exchange.session =
            known != null
                ? known
                : Sessions.infer(context, exchange.connection, header.sessionId(), exchange.at);
      }
    }
  }

  /** Counts how a message after session set-up was protected. */
  private void tally(Smb2Exchange exchange, Smb2Header header) {
    if (header.command() <= Smb2Command.SESSION_SETUP.code() || header.sessionId() == 0) {
      return;
    }
    boolean signed = header.signed() && !header.signatureZero();
    boolean byDialect = signedByDialect(exchange, header);
    exchange.connection.protection.plain(signed, byDialect);
    if (exchange.session != null) {
      exchange.session.protection.plain(signed, byDialect);
    }
    if (exchange.tree != null && header.command() != Smb2Command.TREE_CONNECT.code()) {
      exchange.tree.protection.plain(signed, byDialect);
    }
  }

  /**
   * What 3.1.1, and 3.0 before it, sign in any case, [MS-SMB2] 3.2.4.1.1, 3.2.5.5; and TREE_CONNECT
   * in any dialect, which Samba's clients sign wherever they have a key.
   */
  private static boolean signedByDialect(Smb2Exchange exchange, Smb2Header header) {
    return header.command() == Smb2Command.TREE_CONNECT.code()
        || (exchange.request instanceof Ioctl.Request ioctl
            && ioctl.ctlCode() == FSCTL_VALIDATE_NEGOTIATE_INFO);
  }

  /** An encrypted message: its session shows, its command and its tree do not. */
  void encrypted(Connection connection, Stamp at, TransformMessage message, boolean byServer) {
    connection.negotiated.infer(Negotiated.SOME_SMB3);
    connection.smb2.window.lose();
    if (byServer) {
      checkSession(connection, at, message.sessionId());
    }
    connection.protection.encrypted(message.length());
    Session session = Sessions.find(context, connection, message.sessionId());
    if (session == null) {
      session = Sessions.infer(context, connection, message.sessionId(), at);
    }
    session.encrypted(message.length());
  }

  /** The connection is over: what was asked and never answered is told, then its sessions end. */
  void end(Connection connection, Stamp at, String end) {
    for (Smb2Exchange exchange : connection.smb2.pending.drain()) {
      unanswered(exchange, at, end);
    }
    if (connection.smb2.attempt != null) {
      connection.smb2.attempt.tellEnd(context, at, end);
    }
    for (Session session : connection.smb2.sessions.drain()) {
      if (session.unbind(connection)) {
        Sessions.end(context, session, at, end);
      } else {
        session.connectionEnded(connection, at);
      }
    }
  }

  /** So many requests wait that this one has to go. */
  void evicted(Smb2Exchange exchange) {
    String what = "request " + exchange.header.messageId();
    context.limitReached(exchange.at, exchange.connection, what);
    unanswered(exchange, exchange.connection.latest(), "evicted");
  }

  /** Sessions and trees may have become known since the request came. */
  private void unanswered(Smb2Exchange exchange, Stamp at, String end) {
    Smb2Command command = Smb2Command.of(exchange.header.command());
    exchange.unanswered(at, end);
    exchange.release();
    if (command == Smb2Command.NEGOTIATE) {
      handlers.get(command).accept(exchange);
    } else if (command == Smb2Command.SESSION_SETUP) {
      logon.unanswered(exchange);
    } else if (command == Smb2Command.TREE_CONNECT || command == Smb2Command.CREATE) {
      place(exchange, exchange.header);
      long id = exchange.header.sessionId();
      if (exchange.session == null && id != 0 && id != Smb2Exchange.RELATED_SESSION) {
        exchange.session = Sessions.infer(context, exchange.connection, id, exchange.at);
      }
      if (exchange.session != null && exchange.session.inferred) {
        exchange.session.established = true;
      }
      handlers.get(command).accept(exchange);
    }
    tell(exchange);
  }
}
