package io.smbscope.session;

import io.smbscope.base.Stamp;

/** How a Session comes to be known and how it ends, in SMB2. */
final class Sessions {
  private Sessions() {}

  /**
   * The session of this id on this connection. One of another connection is bound to this one, as
   * the bind may not have been seen. Null when there is none.
   */
  static Session find(Context context, Connection connection, long sessionId) {
    Session session = connection.smb2.sessions.get(sessionId);
    if (session != null) {
      if (!session.ended) {
        return session;
      }
      connection.smb2.sessions.remove(sessionId);
    }
    Session elsewhere = context.sessions().find(sessionId, connection);
    if (elsewhere != null && sameClient(elsewhere.connection, connection)) {
      bind(connection, elsewhere);
      return elsewhere;
    }
    return null;
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

  static void bind(Connection connection, Session session) {
    session.bind(connection);
    connection.smb2.sessions.put(session.key, session);
    connection.hasSession(session);
  }

  /** Ends the session and all that was opened in it, once. */
  static void end(Context context, Session session, Stamp at, String end) {
    if (session.ended) {
      return;
    }
    session.ended = true;
    context.sessions().remove(session);
    session.endContent(context, at, end);
    context.emit(session.toEvent(at, end));
  }
}
