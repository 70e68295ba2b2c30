package io.smbscope.session;

import io.smbscope.base.Bytes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What a Connection keeps for SMB2. [MS-SMB2] 3.3.1.7 */
final class Smb2State {
  /** By MessageId. A request enters, its final response takes it out. */
  final BoundedTable<Long, Smb2Exchange> pending;

  /** Sessions made on or bound to the connection, by SessionId. */
  final BoundedTable<Long, Session> sessions;

  /**
   * Ids of the sessions that were set up on the connection or bound to it, also those that ended.
   */
  final Set<Long> setUp = new HashSet<>();

  final SequenceWindow window = new SequenceWindow();

  /** A request was seen whose response was not yet, or was. */
  boolean asked;

  /** The newest request, for those related to it in the same compound. */
  Smb2Exchange newest;

  /** A bind or re-authentication that goes on beside a session that stands, or null. */
  Session attempt;

  /** For the preauthentication hash; null when it was not seen whole, or offers no 3.1.1. */
  Bytes negotiateRequest;

  /**
   * Makes the tables.
   *
   * @param unanswered takes a request that waited too long among too many
   */
  Smb2State(Context context, Consumer<Smb2Exchange> unanswered) {
    this.pending =
        new BoundedTable<>(context.limits().pendingRequests(), context.budget(), unanswered);
    this.sessions =
        new BoundedTable<>(
            context.limits().sessions(),
            context.budget(),
            session -> {
              context.limitReached(session.start, session.connection, "session " + session.id());
              Sessions.end(context, session, session.connection.latest(), "evicted");
            });
  }
}
