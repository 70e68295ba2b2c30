package io.smbscope.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Every live SMB2 session by SessionId and server, so that a connection bound to a session of
 * another finds it. [MS-SMB2] 3.3.1.5 GlobalSessionTable. A Session enters when it is made and
 * leaves when it ends; its size is bounded by the tables of the connections.
 */
final class SessionTable {
  private record Key(long sessionId, Object server) {
    // Written out: what the compiler leaves to be made at run time would slow down every start.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && sessionId == key.sessionId
          && Objects.equals(server, key.server);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(sessionId) + Objects.hashCode(server);
    }
  }

  private final Map<Key, Session> sessions = new HashMap<>();

  /** Servers have a GUID since SMB2; one whose NEGOTIATE was not seen is known by its address. */
  private static Object server(Connection connection) {
    UUID guid = connection.negotiated.serverGuid;
    return guid != null ? guid : connection.flow.server();
  }

  void add(Session session) {
    session.server = server(session.connection);
    sessions.put(new Key(session.key, session.server), session);
  }

  void remove(Session session) {
    sessions.remove(new Key(session.key, session.server), session);
  }

  int size() {
    return sessions.size();
  }

  /** The session of this id at the server of {@code connection}, or null. */
  Session find(long sessionId, Connection connection) {
    return sessions.get(new Key(sessionId, server(connection)));
  }
}
