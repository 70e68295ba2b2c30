package io.smbscope.detect.discovery;

import io.smbscope.detect.Listeners;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.SessionEvent;
import java.util.HashSet;
import java.util.Set;

/** Sessions of nobody and of guests, while they last. */
final class UnprovenSessions {
  private static final int CONNECTIONS = 8192;
  private static final int SESSIONS = 64;

  /** Session ids by connection. {@link #begun} adds, {@link #ended} removes. */
  private final Latest<Long, Set<Long>> sessions = new Latest<>(CONNECTIONS);

  void listen(Listeners on) {
    on.session(this::begun);
    on.sessionEnd(this::ended);
  }

  /** The session is such a one. */
  boolean has(long connection, long session) {
    Set<Long> of = sessions.get(connection);
    return of != null && of.contains(session);
  }

  private void begun(SessionEvent event) {
    if (event.established() && (event.guest() || event.anonymous())) {
      for (long connection : event.connections()) {
        Set<Long> of = sessions.computeIfAbsent(connection, any -> new HashSet<>(2));
        if (of.size() < SESSIONS) {
          of.add(id(event));
        }
      }
    }
  }

  private void ended(SessionEvent event) {
    for (long connection : event.connections()) {
      Set<Long> of = sessions.get(connection);
      if (of != null) {
        of.remove(id(event));
        if (of.isEmpty()) {
          sessions.remove(connection);
        }
      }
    }
  }

  private static long id(SessionEvent event) {
    return Long.parseUnsignedLong(event.id().substring(2), 16);
  }
}
