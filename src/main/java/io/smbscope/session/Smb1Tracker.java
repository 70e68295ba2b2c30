package io.smbscope.session;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.NtTransact;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Smb1Message.Block;
import io.smbscope.smb.smb1.Transaction2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows SMB1: pairs requests with responses and hands each command of a chain to what it does.
 * [MS-CIFS] 3.3.5.2
 */
final class Smb1Tracker {

  /** What one kind of request does once its response is known. */
  @FunctionalInterface
  interface Action<R> {
    /**
     * Handles one command.
     *
     * @param response body of the response, or the transaction parameters in it; null when there is
     *     none, as in most error responses
     */
    void run(Smb1Exchange exchange, R request, Object response);
  }

  /** MID of what the server sends unasked; it is not signed. [MS-CIFS] 3.3.4.2 */
  private static final int MID_OF_OPLOCK_BREAK = 0xFFFF;

  private static final long SEVERITY_INFORMATIONAL = 0x4000_0000L;

  private final Context context;
  private final Smb1Pipes pipes;

  /** By class of the request's body, or of its transaction parameters. */
  private final Map<Class<?>, Action<Object>> actions = new HashMap<>();

  /** By command code, for requests that say nothing but their command. */
  private final Map<Integer, Action<Object>> emptyActions = new HashMap<>();

  Smb1Tracker(Context context, Pipes pipes) {
    this.context = context;
    new Smb1Logon(context).register(this);
    new Smb1Trees(context).register(this);
    Smb1Paths paths = new Smb1Paths(context);
    paths.register(this);
    new Smb1Opens(context, paths).register(this);
    this.pipes = new Smb1Pipes(pipes);
    new Smb1Content(context, this.pipes).register(this);
  }

  <R> void on(Class<R> request, Action<R> action) {
    actions.put(
        request, (exchange, body, answer) -> action.run(exchange, request.cast(body), answer));
  }

  void onEmpty(Smb1Command command, Action<Object> action) {
    emptyActions.put(command.code(), action);
  }

  /**
   * Takes in a message.
   *
   * @param payload what it carries of files, or null
   */
  void message(Connection connection, Stamp at, Smb1Message message, Payload payload) {
    connection.negotiated.infer(Negotiated.SOME_SMB1);
    if (message.blocks().get(0).body() instanceof Smb1Body.Fragment || unasked(message.header())) {
      release(payload);
    } else if (message.header().response()) {
      response(connection, at, message, payload);
      release(payload);
    } else {
      request(connection, at, message, payload);
    }
  }

  private static void release(Payload payload) {
    if (payload != null) {
      payload.release();
    }
  }

  /** An oplock break is a request of the server's. */
  static boolean unasked(Smb1Header header) {
    return header.mid() == MID_OF_OPLOCK_BREAK
        && !header.response()
        && header.command() == Smb1Command.SMB_COM_LOCKING_ANDX.code();
  }

  private static long key(Smb1Header header) {
    return header.pid() << 16 | header.mid();
  }

  private void request(Connection connection, Stamp at, Smb1Message message, Payload payload) {
    Smb1Exchange exchange = new Smb1Exchange(connection, at, message);
    place(exchange, message.header());
    tally(exchange, message.header());
    if (message.blocks().get(0).body() instanceof Negotiate.Request negotiate) {
      Smb1Logon.offered(connection, negotiate, message.header().flags2());
    }
    pipes.request(exchange);
    exchange.carries(payload);
    Smb1Exchange before = connection.smb1.pending.put(key(message.header()), exchange);
    if (before != null) {
      before.release();
    }
    if (connection.smb1.pending.size() > Smb2Tracker.MANY_PENDING && connection.answered()) {
      connection.unexpected(
          context,
          at,
          Smb2Tracker.PENDING_SECTION,
          connection.smb1.pending.size() + " requests without response");
    }
  }

  private void response(Connection connection, Stamp at, Smb1Message message, Payload payload) {
    Smb1Header header = message.header();
    Smb1Exchange exchange = connection.smb1.pending.remove(key(header));
    if (exchange == null || answer(exchange.request.header().command()) != header.command()) {
      if (exchange != null) {
        exchange.release();
      }
      exchange = new Smb1Exchange(connection, at, message);
      place(exchange, header);
      tally(exchange, header);
      unasked(exchange, at, message);
      return;
    }
    tally(exchange, header);
    exchange.answered(at, header);
    exchange.answerCarries(payload, message);
    List<Block> requests = exchange.request.blocks();
    List<Block> responses = message.blocks();
    boolean followed = true;
    for (int i = 0; i < requests.size(); i++) {
      Block response = followed && i < responses.size() ? responses.get(i) : null;
      if (response != null && answer(requests.get(i).command()) != response.command()) {
        response = null;
      }
      followed = response != null;
      if (followed) {
        boolean last = i == responses.size() - 1;
        exchange.succeeded = !last || !error(header);
        exchange.command = i;
        run(exchange, requests.get(i), response.body());
      }
      exchange.done(context, requests.get(i), response);
    }
    exchange.release();
    tell(exchange);
  }

  /** A response whose request was not seen. */
  private void unasked(Smb1Exchange exchange, Stamp at, Smb1Message message) {
    if (context.wanted().someCommands()) {
      context.emit(exchange.responseAlone(at, message));
    }
  }

  private void tell(Smb1Exchange exchange) {
    if (context.wanted().someCommands()) {
      context.emit(exchange.toEvent());
    }
  }

  /** The command of a request's response: the last part of a transaction has one of its own. */
  private static int answer(int command) {
    Smb1Command known = Smb1Command.of(command);
    if (known == null) {
      return command;
    }
    return switch (known) {
      case SMB_COM_TRANSACTION_SECONDARY -> Smb1Command.SMB_COM_TRANSACTION.code();
      case SMB_COM_TRANSACTION2_SECONDARY -> Smb1Command.SMB_COM_TRANSACTION2.code();
      case SMB_COM_NT_TRANSACT_SECONDARY -> Smb1Command.SMB_COM_NT_TRANSACT.code();
      default -> command;
    };
  }

  /**
   * A status that says the command did not do what was asked; warnings do not. Those that stand for
   * a DOS error, as STATUS_SMB_BAD_UID, have no severity. [MS-CIFS] 2.2.2.4
   */
  private static boolean error(Smb1Header header) {
    long status = header.status();
    boolean legacy = status >>> 16 != 0 && status < SEVERITY_INFORMATIONAL;
    return header.ntStatus() ? NtStatus.isError(status) || legacy : status != 0;
  }

  private void run(Smb1Exchange exchange, Block request, Smb1Body response) {
    Object asked = content(request.body());
    Action<Object> action =
        asked instanceof Smb1Body.Empty
            ? emptyActions.get(request.command())
            : actions.get(asked.getClass());
    if (action != null) {
      action.run(exchange, asked, response instanceof Smb1Body.Empty ? null : content(response));
    }
  }

  /** What a body says: of a transaction, its subcommand's parameters. */
  private static Object content(Smb1Body body) {
    if (body instanceof Transaction2.Request transaction) {
      return transaction.parameters();
    }
    if (body instanceof Transaction2.Response transaction) {
      return transaction.parameters();
    }
    if (body instanceof NtTransact.Request transaction) {
      return transaction.parameters();
    }
    if (body instanceof NtTransact.Response transaction) {
      return transaction.parameters();
    }
    return body;
  }

  private static void place(Smb1Exchange exchange, Smb1Header header) {
    exchange.session = exchange.connection.smb1.sessions.get((long) header.uid());
    exchange.tree = exchange.connection.smb1.trees.get((long) header.tid());
  }

  /** Counts how a message after session set-up was protected. */
  private static void tally(Smb1Exchange exchange, Smb1Header header) {
    if (header.command() == Smb1Command.SMB_COM_NEGOTIATE.code()
        || header.command() == Smb1Command.SMB_COM_SESSION_SETUP_ANDX.code()) {
      return;
    }
    boolean signed = header.signed() && !header.signatureZero();
    exchange.connection.protection.plain(signed, false);
    if (exchange.session != null) {
      exchange.session.protection.plain(signed, false);
    }
    if (exchange.tree != null) {
      exchange.tree.protection.plain(signed, false);
    }
  }

  /** So many requests wait that this one has to go. */
  void evicted(Smb1Exchange exchange) {
    String what = "request " + exchange.request.header().mid();
    context.limitReached(exchange.at, exchange.connection, what);
    unanswered(exchange, exchange.connection.latest(), "evicted");
  }

  private void unanswered(Smb1Exchange exchange, Stamp at, String end) {
    exchange.unanswered(at, end);
    exchange.release();
    place(exchange, exchange.request.header());
    boolean setup = exchange.request.blocks().get(0).body() instanceof SessionSetupAndX.Request;
    if (!setup && exchange.session != null && exchange.session.inferred) {
      exchange.session.established = true;
    }
    for (Block block : exchange.request.blocks()) {
      run(exchange, block, new Smb1Body.Empty());
      exchange.done(context, block, null);
    }
    tell(exchange);
  }

  /**
   * The session of a message, inferred where its set-up was not seen. One that the server does not
   * know stands in no table.
   */
  static Session session(Context context, Smb1Exchange exchange) {
    if (exchange.session == null) {
      long uid = exchange.request.header().uid();
      Session session = new Session(context, exchange.connection, uid, true, exchange.at);
      session.inferred = true;
      exchange.session = session;
      if (!exchange.nowhere()) {
        session.established = true;
        exchange.connection.smb1.sessions.put(uid, session);
        exchange.connection.hasSession(session);
      }
    }
    return exchange.session;
  }

  /** The tree of a message, inferred where its connect was not seen. */
  static TreeConnect tree(Context context, Smb1Exchange exchange) {
    if (exchange.tree == null) {
      long tid = exchange.request.header().tid();
      TreeConnect tree =
          new TreeConnect(tid, session(context, exchange), exchange.connection, exchange.at);
      tree.inferred = true;
      exchange.tree = tree;
      if (!exchange.nowhere()) {
        exchange.connection.smb1.trees.put(tid, tree);
      }
    }
    return exchange.tree;
  }

  /** The connection is over: what was asked and never answered is told, then all ends. */
  void end(Connection connection, Stamp at, String end) {
    Smb1State state = connection.smb1;
    for (Smb1Exchange exchange : state.pending.drain()) {
      unanswered(exchange, at, end);
    }
    if (state.attempt != null) {
      state.attempt.tellEnd(context, at, end);
    }
    state.searches.drain().forEach(open -> open.end(context, at, end));
    state.opens.drain().forEach(open -> open.end(context, at, end));
    state.trees.drain().forEach(tree -> tree.end(context, at, end));
    state.sessions.drain().forEach(session -> session.tellEnd(context, at, end));
  }
}
