package io.smbscope.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a Connection keeps for SMB1. [MS-CIFS] 3.3.1.3 */
final class Smb1State {
  /** By PID and MID. A request enters, its response takes it out. */
  final BoundedTable<Long, Smb1Exchange> pending;

  /** By UID. [MS-CIFS] 3.3.1.5 */
  final BoundedTable<Long, Session> sessions;

  /** By TID. [MS-CIFS] 3.3.1.6 */
  final BoundedTable<Long, TreeConnect> trees;

  /** By FID. [MS-CIFS] 3.3.1.7 */
  final BoundedTable<Long, Open> opens;

  /** Listings that go on, by SID. [MS-CIFS] 3.3.1.6 Server.TreeConnect.SearchTable */
  final BoundedTable<Long, Open> searches;

  /** A set-up that goes on beside a session that stands, or that has no UID yet; or null. */
  Session attempt;

  /** Dialect strings of the NEGOTIATE request; empty when it was not seen. */
  List<String> offered = List.of();

  /** The server sent a challenge, so passwords are responses; null when NEGOTIATE was not seen. */
  Boolean challenged;

  /**
   * Makes the tables.
   *
   * @param unanswered takes a request that waited too long among too many
   */
  Smb1State(Context context, Consumer<Smb1Exchange> unanswered) {
    int opensLimit = context.limits().opens();
    this.pending =
        new BoundedTable<>(context.limits().pendingRequests(), context.budget(), unanswered);
    this.sessions =
        new BoundedTable<>(
            context.limits().sessions(),
            context.budget(),
            session -> {
              context.limitReached(session.start, session.connection, "session " + session.id());
              session.tellEnd(context, session.connection.latest(), "evicted");
            });
    this.trees =
        new BoundedTable<>(
            context.limits().trees(), context.budget(), tree -> tree.evicted(context));
    this.opens = new BoundedTable<>(opensLimit, context.budget(), open -> open.evicted(context));
    this.searches = new BoundedTable<>(opensLimit, context.budget(), open -> open.evicted(context));
  }

  /** Removes opens and listings that {@code condition} holds for. */
  List<Open> removeOpens(Predicate<Open> condition) {
    List<Open> removed = opens.removeIf(condition);
    removed.addAll(searches.removeIf(condition));
    return removed;
  }
}
