package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.smb.smb2.FileId;

/** How a Session comes to be known and how it ends, in SMB2. */
final class Sessions {
  /** How what had an id ends, when another gets it. */
  static final String REPLACED = "replaced";

  private Sessions() {}

  /** The session of this id on this connection, or on another of the same client, or null. */
  static Session known(Context context, Connection connection, long sessionId) {
    Session session = connection.smb2.sessions.get(sessionId);
    if (session != null) {
      if (!session.ended()) {
        return session;
      }
      connection.smb2.sessions.remove(sessionId);
    }
    Session elsewhere = context.sessions().find(sessionId, connection);
    return elsewhere != null && sameClient(elsewhere.connection, connection) ? elsewhere : null;
  }

  /**
   * The session of this id, which the connection may use: one of another connection is bound to
   * this one, as the bind may not have been seen. Null when there is none.
   */
  static Session find(Context context, Connection connection, long sessionId) {
    Session session = known(context, connection, sessionId);
    if (session != null && session.connection != connection) {
      bind(connection, session);
    }
    return session;
  }

  /** Channels of one session come from one client. [MS-SMB2] 3.3.5.5.2 */
  private static boolean sameClient(Connection one, Connection other) {
    Object first = one.negotiated.clientGuid;
    Object second = other.negotiated.clientGuid;
    return (first != null && second != null)
        ? first.equals(second)
        : one.client().ip().equals(other.client().ip());
  }

  /** A session whose set-up was not seen. */
  static Session infer(Context context, Connection connection, long sessionId, Stamp at) {
    Session session = begin(context, connection, sessionId, at);
    session.inferred = true;
    session.established = true;
    return session;
  }

  static Session begin(Context context, Connection connection, long sessionId, Stamp at) {
    Session session = new Session(context, connection, sessionId, false, at);
    context.sessions().add(session);
    connection.smb2.sessions.put(sessionId, session);
    connection.hasSession(session);
    return session;
  }

  /** Stands for a session that the server does not know, or that nothing is known of. */
  static Session unknown(Context context, Smb2Exchange exchange) {
    Session session =
        new Session(context, exchange.connection, exchange.header.sessionId(), false, exchange.at);
    session.inferred = true;
    session.end = "refused";
    return session;
  }

  static void bind(Connection connection, Session session) {
    session.bind(connection);
    connection.smb2.sessions.put(session.key, session);
    connection.hasSession(session);
  }

  /** An open may be granted after its session ended; then it ended with it. */
  static void opened(Context context, Session session, Open open, Stamp at) {
    if (session.ended()) {
      open.end(context, at, session.end);
      return;
    }
    Open before = session.opens.put((FileId) open.key, open);
    if (before != null) {
      before.end(context, at, REPLACED);
    }
    open.begin(context, at);
  }

  /** The same for a tree. */
  static void connected(Context context, Session session, TreeConnect tree, Stamp at) {
    if (session.ended()) {
      tree.end(context, at, session.end);
      return;
    }
    TreeConnect before = session.connected(tree);
    if (before != null) {
      before.end(context, at, REPLACED);
    }
    tree.begin(context, at);
  }

  /** Ends the session and all that was opened in it, once. */
  static void end(Context context, Session session, Stamp at, String end) {
    if (session.ended()) {
      return;
    }
    session.end = end;
    context.sessions().remove(session);
    session.endContent(context, at, end);
    session.tellEnd(context, at, end);
  }
}
