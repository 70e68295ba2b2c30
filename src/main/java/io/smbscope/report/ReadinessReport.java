package io.smbscope.report;

import io.smbscope.base.Stamp;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.ReadinessEvent.Dependence;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Who still depends on what, as tables: first the answers, then for each thing who it is. */
public final class ReadinessReport {
  private static final int ROWS = 50;

  private final TerminalReport report;

  public ReadinessReport(TerminalReport report) {
    this.report = report;
  }

  /** Prints the answers in their order. */
  public void print(List<ReadinessEvent> answers, Appendable out) throws IOException {
    report.print(sections(answers), out);
  }

  static List<Section> sections(List<ReadinessEvent> answers) {
    List<Section> sections = new ArrayList<>();
    sections.add(sentences(answers));
    for (ReadinessEvent answer : answers) {
      sections.add(section(answer));
    }
    return sections;
  }

  private static Section sentences(List<ReadinessEvent> answers) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReadinessEvent answer : answers) {
      rows.add(List.of(Cell.of(answer.title()), Cell.of(answer.sentence(), style(answer))));
    }
    return new Section(
        "Readiness", "", List.of(Column.word("", 0), Column.prose("")), rows, List.of());
  }

  private static Style style(ReadinessEvent answer) {
    if (answer.dependences().isEmpty()) {
      return Style.GOOD;
    }
    return answer.dependences().get(0).breaks() ? Style.BAD : Style.WARN;
  }

  private static Section section(ReadinessEvent answer) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Dependence dependence : answer.dependences()) {
      if (rows.size() < ROWS) {
        rows.add(row(dependence));
      }
    }
    long hidden = answer.dependences().size() - rows.size() + answer.leftOut();
    List<Cell> remarks =
        hidden == 0
            ? List.of()
            : List.of(Cell.of("and " + Amounts.count(hidden) + " more", Style.FAINT));
    return new Section(
        answer.title(),
        "",
        List.of(
            Column.word("BREAKS", 0),
            Column.address("CLIENT", 0),
            Column.address("SERVER", 0),
            Column.text("USERS", 1),
            Column.number("TIMES", 3),
            Column.word("LAST", 2),
            Column.number("PACKET", 4),
            Column.prose("WHY")),
        rows,
        remarks);
  }

  private static List<Cell> row(Dependence dependence) {
    Few users = new Few();
    dependence.users().forEach(users::add);
    return List.of(
        Cell.of(dependence.breaks() ? "yes" : "no", dependence.breaks() ? Style.BAD : Style.PLAIN),
        host(dependence.client(), dependence.clientNames()),
        dependence.server() == null
            ? Cell.of("")
            : host(dependence.server(), dependence.serverNames()),
        Cell.of(users, 2),
        Cell.count(dependence.count()),
        Cell.of(time(dependence.last())),
        Cell.count(dependence.last().packet()),
        Cell.of(dependence.why()));
  }

  private static Cell host(String ip, List<String> names) {
    return names.isEmpty()
        ? Cell.of(ip)
        : new Cell(ip + " " + Wire.kept(names.get(0)), ip, Style.PLAIN);
  }

  private static String time(Stamp at) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plusNanos(at.nanos());
    return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
  }
}
