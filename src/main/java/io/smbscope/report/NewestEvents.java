package io.smbscope.report;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The newest of what a person at the screen would want to see. */
final class NewestEvents {
  private static final int KEPT = 64;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Line(long nanos, String text, Style style) {}

  private final Deque<Line> lines = new ArrayDeque<>();

  void add(SessionEvent session) {
    String who = session.identity() == null ? null : session.identity().user();
    String user = who == null ? "somebody" : who.isEmpty() ? "anonymous" : who;
    String where = between(session.client(), session.server());
    if (session.established()) {
      add(session.at().nanos(), user + " ended a session " + where, Style.PLAIN);
    } else {
      String why = session.status() == null ? "no answer" : Wire.shortStatus(session.status());
      add(session.at().nanos(), user + " failed to log on " + where + ": " + why, Style.BAD);
    }
  }

  void add(TreeEvent tree) {
    if ("refused".equals(tree.end())) {
      String status = tree.status() == null ? "" : ": " + Wire.shortStatus(tree.status());
      add(
          tree.at().nanos(),
          tree.path() + " refused " + between(tree.client(), tree.server()) + status,
          Style.WARN);
    }
  }

  void add(AnomalyEvent event) {
    String kind = event.anomaly().kind().label();
    add(event.at().nanos(), kind + ": " + event.anomaly().detail(), Style.WARN);
  }

  private static String between(Endpoint client, Endpoint server) {
    return "from " + Wire.ip(client) + " to " + Wire.ip(server);
  }

  private void add(long nanos, String text, Style style) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(new Line(nanos, Wire.kept(text), style));
  }

  /** The newest first. */
  Section section(int most) {
    List<List<Cell>> rows = new ArrayList<>();
    Iterator<Line> newestFirst = lines.descendingIterator();
    while (newestFirst.hasNext() && rows.size() < most) {
      Line line = newestFirst.next();
      Instant time = Instant.ofEpochSecond(Math.floorDiv(line.nanos(), NANOS_PER_SECOND));
      rows.add(
          List.of(Cell.of(TIME.format(time), Style.FAINT), Cell.of(line.text(), line.style())));
    }
    List<Column> columns = List.of(Column.word("", 0), Column.text("", 0));
    return new Section("Newest", "", columns, rows, List.of());
  }
}
