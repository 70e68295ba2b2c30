package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Sighting;
import io.smbscope.event.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Logs of logons.
 *
 * @param <R> rows, each of one session
 */
abstract class Logons<R> extends LogSource<R> {
  private final Function<R, SessionEvent> session;

  Logons(
      String service,
      Function<R, SessionEvent> session,
      List<Column<R>> columns,
      Set<String> untold) {
    super(service, withConnection(session, columns), untold);
    this.session = session;
  }

  private static <R> List<Column<R>> withConnection(
      Function<R, SessionEvent> session, List<Column<R>> columns) {
    List<Column<R>> all =
        columns(
            session.andThen(SessionEvent::start),
            session.andThen(of -> of.connections().get(0)),
            session.andThen(SessionEvent::client),
            session.andThen(SessionEvent::server),
            columns);
    return new ArrayList<>(all);
  }

  @Override
  final Stamp at(R row) {
    return session.apply(row).at();
  }

  @Override
  final Long flow(R row) {
    return session.apply(row).connections().get(0);
  }

  @Override
  final void describe(R row, Sighting sighting) {
    SessionEvent of = session.apply(row);
    SessionEvent.Identity identity = of.identity();
    sighting.flow(of.connections().get(0)).client(of.client().ip()).server(of.server().ip());
    if (identity != null && identity.user() != null && !identity.user().isEmpty()) {
      boolean domain = identity.domain() != null && !identity.domain().isEmpty();
      sighting.user(domain ? identity.domain() + "\\" + identity.user() : identity.user());
    }
  }

  /** Zeek leaves unset what is empty. */
  static String unlessEmpty(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
