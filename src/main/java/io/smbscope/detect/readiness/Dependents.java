package io.smbscope.detect.readiness;

import io.smbscope.base.Stamp;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.ReadinessEvent.Dependence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Who depends on one thing. */
final class Dependents {
  private static final int KEPT = 4096;
  private static final int USERS = 16;
  private static final int CONNECTIONS = 1024;

  private record Key(String client, String server) {}

  private static final class Row {
    final Set<String> users = new LinkedHashSet<>(2);
    final List<Long> connections = new ArrayList<>(2);
    Stamp first;
    Stamp last;
    long count;
    boolean breaks;
    String why;
  }

  private final Topic topic;
  private final Latest<Key, Row> rows = new Latest<>(KEPT);
  private long added;

  Dependents(Topic topic) {
    this.topic = topic;
  }

  /**
   * One more connection, session or datagram that shows it.
   *
   * @param connections ids of those that carried it
   * @param user null when not known
   * @param breaks the change would cut it off
   */
  void add(
      String client,
      String server,
      String user,
      List<Long> connections,
      Stamp first,
      Stamp last,
      boolean breaks,
      String why) {
    Key key = new Key(client, server);
    Row row = rows.get(key);
    if (row == null) {
      row = new Row();
      row.first = first;
      row.last = last;
      row.why = why;
      row.breaks = breaks;
      rows.put(key, row);
      added++;
    }
    row.count++;
    if (first.packet() < row.first.packet()) {
      row.first = first;
    }
    if (last.packet() > row.last.packet()) {
      row.last = last;
    }
    if (breaks && !row.breaks) {
      row.breaks = true;
      row.why = why;
    }
    if (user != null && !user.isEmpty() && row.users.size() < USERS) {
      row.users.add(user);
    }
    for (Long connection : connections) {
      if (row.connections.size() < CONNECTIONS && !row.connections.contains(connection)) {
        row.connections.add(connection);
      }
    }
  }

  /** What would go on all the same after all, as another way was seen. */
  void soften(String client, String server, String why) {
    Row row = rows.get(new Key(client, server));
    if (row != null) {
      row.breaks = false;
      row.why = why;
    }
  }

  ReadinessEvent event(Stamp at, Function<String, List<String>> names) {
    List<Dependence> all = new ArrayList<>();
    rows.forEach(
        (key, row) ->
            all.add(
                new Dependence(
                    key.client(),
                    names.apply(key.client()),
                    key.server(),
                    key.server() == null ? List.of() : names.apply(key.server()),
                    List.copyOf(row.users),
                    List.copyOf(row.connections),
                    row.count,
                    row.first,
                    row.last,
                    row.breaks,
                    row.why)));
    all.sort(
        Comparator.comparing(Dependence::breaks)
            .reversed()
            .thenComparing(dependence -> dependence.first().packet())
            .thenComparing(Dependence::client));
    return new ReadinessEvent(
        at, topic.id(), topic.title(), sentence(all), List.copyOf(all), added - all.size());
  }

  private String sentence(List<Dependence> all) {
    if (all.isEmpty()) {
      return topic.change() + " would break nobody: it was not used.";
    }
    long clients = all.stream().map(Dependence::client).distinct().count();
    long broken =
        all.stream().filter(Dependence::breaks).map(Dependence::client).distinct().count();
    if (broken == 0) {
      return topic.change()
          + " would break nobody: "
          + clients(clients)
          + " can go on in another way.";
    }
    String rest =
        clients == broken ? "" : "; " + clients(clients - broken) + " can go on in another way";
    return topic.change() + " would break " + clients(broken) + rest + ".";
  }

  private static String clients(long count) {
    return count == 1 ? "1 client" : count + " clients";
  }
}
