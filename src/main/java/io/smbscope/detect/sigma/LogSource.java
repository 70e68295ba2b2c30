package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One of Zeek's logs, made from events. A new one is a class and a line in {@link LogSources}.
 *
 * @param <R> what a row is made from
 */
abstract class LogSource<R> {
  private final String service;
  private final List<Column<R>> columns;
  private final Set<String> untold;
  private final Map<String, Integer> byName = new HashMap<>();

  /**
   * @param service as rules call it
   * @param untold Zeek's columns of it that events do not tell
   */
  LogSource(String service, List<Column<R>> columns, Set<String> untold) {
    this.service = service;
    this.columns = List.copyOf(columns);
    this.untold = untold;
    for (int i = 0; i < columns.size(); i++) {
      byName.put(columns.get(i).name(), i);
    }
  }

  final String service() {
    return service;
  }

  final List<Column<R>> columns() {
    return columns;
  }

  /** Null when there is none. */
  final Integer column(String name) {
    return byName.get(name);
  }

  /** Zeek has it, but nothing here tells it. */
  final boolean untold(String name) {
    return untold.contains(name);
  }

  /** The packet that made a row known. */
  abstract Stamp at(R row);

  /** Id of its connection; null where rows have none. */
  abstract Long flow(R row);

  /** Says who and what a row is about. */
  abstract void describe(R row, Sighting sighting);

  /**
   * Says which events it wants, and makes rows from them.
   *
   * @param everything rows too that Zeek does not log unless told to
   */
  abstract void listen(Listeners on, boolean everything, Consumer<R> rows);

  /** Its name is that of a pipe, which lies in no folder. */
  boolean ofPipe(R row) {
    return false;
  }

  /** Zeek logs it unless told otherwise; only rules that ask for what was done see others. */
  boolean usual(R row) {
    return true;
  }

  /** The column whose value many rows share and most rules ask for; null without one. */
  Integer shared() {
    return null;
  }

  /** A rule that looks at these columns is told of all rows. */
  boolean wantsAll(Set<Integer> asked) {
    return false;
  }

  /** The columns that every log begins with. */
  static <R> List<Column<R>> columns(
      Function<R, Stamp> start,
      Function<R, Long> flow,
      Function<R, Endpoint> client,
      Function<R, Endpoint> server,
      List<Column<R>> more) {
    List<Column<R>> columns = new ArrayList<>();
    columns.add(new Column<>("ts", Column.Kind.TIME, row -> seconds(start.apply(row))));
    columns.add(new Column<>("uid", Column.Kind.TEXT, row -> uid(flow.apply(row))));
    columns.add(new Column<>("id.orig_h", Column.Kind.ADDRESS, row -> client.apply(row).ip()));
    columns.add(new Column<>("id.orig_p", Column.Kind.NUMBER, row -> client.apply(row).port()));
    columns.add(new Column<>("id.resp_h", Column.Kind.ADDRESS, row -> server.apply(row).ip()));
    columns.add(new Column<>("id.resp_p", Column.Kind.NUMBER, row -> server.apply(row).port()));
    columns.addAll(more);
    return columns;
  }

  private static String uid(Long flow) {
    return flow == null ? null : "C" + flow;
  }

  static Double seconds(Stamp at) {
    return at == null ? null : at.nanos() / 1e9;
  }

  static <R> Column<R> text(String name, Function<R, Object> of) {
    return new Column<>(name, Column.Kind.TEXT, of);
  }

  static <R> Column<R> number(String name, Function<R, Object> of) {
    return new Column<>(name, Column.Kind.NUMBER, of);
  }
}
