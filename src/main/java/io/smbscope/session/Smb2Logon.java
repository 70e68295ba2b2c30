package io.smbscope.session;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.Smb2Header;

/** SESSION_SETUP and LOGOFF. [MS-SMB2] 3.3.5.5, 3.3.5.6 */
final class Smb2Logon {
  private static final String FAILED = "failed";
  private static final String ANONYMOUS = "anonymous";

  private final Context context;

  Smb2Logon(Context context) {
    this.context = context;
  }

  void setup(Smb2Exchange exchange) {
    Connection connection = exchange.connection;
    Smb2Header header = exchange.responseHeader;
    SessionSetup.Request request =
        exchange.request instanceof SessionSetup.Request seen ? seen : null;
    SessionSetup.Response response =
        exchange.response instanceof SessionSetup.Response seen ? seen : null;
    boolean binding = request != null && request.binding();
    boolean more = header.status() == NtStatus.MORE_PROCESSING_REQUIRED;
    boolean success = header.status() == NtStatus.SUCCESS;

    Session session = Sessions.known(context, connection, header.sessionId());
    Session attempt = attempt(exchange, session, binding);
    attempt.status = NtStatus.name(header.status());
    if (request != null) {
      attempt.clientSecurityMode = request.securityMode();
      LogonTokens.read(
          context, connection, request.securityBuffer(), exchange.at, true, attempt.logon);
    }
    if (response != null) {
      LogonTokens.read(
          context,
          connection,
          response.securityBuffer(),
          exchange.answeredAt,
          false,
          attempt.logon);
    }
    if (success) {
      connection.setUp(header.sessionId(), context.limits().sessions());
      succeeded(exchange, attempt, session, binding, response, request);
    } else if (!more) {
      failed(exchange, attempt, binding ? null : session);
    }
  }

  /**
   * The session being set up; while a bind or a re-authentication of one that stands goes on, an
   * object beside it, as it may not succeed.
   */
  private Session attempt(Smb2Exchange exchange, Session standing, boolean binding) {
    Connection connection = exchange.connection;
    long id = exchange.responseHeader.sessionId();
    boolean aside = standing != null && (standing.established || binding);
    Session attempt = connection.smb2.attempt;
    if (attempt != null && attempt.key == id) {
      return attempt;
    }
    if (aside || id == 0) {
      connection.smb2.attempt = new Session(context, connection, id, false, exchange.at);
      return connection.smb2.attempt;
    }
    return standing != null ? standing : Sessions.begin(context, connection, id, exchange.at);
  }

  private void succeeded(
      Smb2Exchange exchange,
      Session attempt,
      Session standing,
      boolean binding,
      SessionSetup.Response response,
      SessionSetup.Request request) {
    Connection connection = exchange.connection;
    if (attempt == connection.smb2.attempt) {
      connection.smb2.attempt = null;
      if (standing == null) {
        return;
      }
      if (binding) {
        Sessions.bind(connection, standing);
      } else {
        standing.reauthenticated(attempt.logon);
        granted(standing, response);
      }
      return;
    }
    attempt.established = true;
    attempt.inferred = request == null;
    granted(attempt, response);
    if (request != null && request.previousSessionId() != 0) {
      replace(request.previousSessionId(), connection, attempt, exchange.answeredAt);
    }
    attempt.tellBegin(context, exchange.answeredAt);
  }

  private static void granted(Session session, SessionSetup.Response response) {
    if (response == null) {
      return;
    }
    session.guest = response.guest();
    session.anonymous = response.anonymous() || ANONYMOUS.equals(session.logon.mechanism);
    if (response.encryptData()) {
      session.demandEncryption();
    }
  }

  /** The client came back after losing its connection. [MS-SMB2] 3.3.5.5.3 */
  private void replace(long previous, Connection connection, Session current, Stamp at) {
    Session old = context.sessions().find(previous, connection);
    if (old != null && old != current && sameUser(old.user(), current.user())) {
      Sessions.end(context, old, at, Sessions.REPLACED);
    }
  }

  /** Kerberos hides users: then the server's word is not needed. */
  private static boolean sameUser(String one, String other) {
    return one == null || other == null || one.equalsIgnoreCase(other);
  }

  /**
   * Ends what failed.
   *
   * @param standing the session of which the re-authentication failed, or null: the server frees
   *     it. [MS-SMB2] 3.3.5.5.3
   */
  private void failed(Smb2Exchange exchange, Session attempt, Session standing) {
    Connection connection = exchange.connection;
    if (attempt == connection.smb2.attempt) {
      connection.smb2.attempt = null;
      attempt.tellEnd(context, exchange.answeredAt, FAILED);
      if (standing != null) {
        standing.status = attempt.status;
        connection.smb2.sessions.remove(standing.key);
        Sessions.end(context, standing, exchange.answeredAt, FAILED);
      }
      return;
    }
    connection.smb2.sessions.remove(attempt.key);
    Sessions.end(context, attempt, exchange.answeredAt, FAILED);
  }

  /**
   * A response that was never seen: what the request says of who logs on is told all the same. Its
   * first message has no SessionId yet; the next one goes on with it.
   */
  void unanswered(Smb2Exchange exchange) {
    if (!(exchange.request instanceof SessionSetup.Request request)) {
      return;
    }
    Connection connection = exchange.connection;
    long id = exchange.header.sessionId();
    Session standing = id == 0 ? null : Sessions.known(context, connection, id);
    Session session = standing;
    if (standing == null || standing.established || request.binding()) {
      session = unansweredAttempt(exchange, standing == null && id != 0);
    }
    session.clientSecurityMode = request.securityMode();
    LogonTokens.read(
        context, connection, request.securityBuffer(), exchange.at, true, session.logon);
  }

  private Session unansweredAttempt(Smb2Exchange exchange, boolean begins) {
    Connection connection = exchange.connection;
    long id = exchange.header.sessionId();
    Session attempt = connection.smb2.attempt;
    if (attempt != null && attempt.key == id) {
      return attempt;
    }
    Session session =
        begins
            ? Sessions.begin(context, connection, id, exchange.at)
            : new Session(context, connection, id, false, exchange.at);
    session.inferred = true;
    if (attempt != null && attempt.key == 0) {
      session.identify(attempt.logon);
    } else if (attempt != null) {
      attempt.tellEnd(context, exchange.answeredAt, exchange.refusal());
    }
    connection.smb2.attempt = begins ? null : session;
    return session;
  }

  void logoff(Smb2Exchange exchange) {
    if (exchange.session != null && exchange.succeeded()) {
      exchange.connection.smb2.sessions.remove(exchange.session.key);
      Sessions.end(context, exchange.session, exchange.answeredAt, "logoff");
    }
  }
}
