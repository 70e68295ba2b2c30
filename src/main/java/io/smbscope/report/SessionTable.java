package io.smbscope.report;

import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;

/** Sessions by who logged on where, how, and with what result. Failed and weak ones first. */
final class SessionTable {
  /** Mechanisms whose response can be turned into the password, or is it. */
  static final Set<String> WEAK = Set.of("plain-text", "LM", "NTLMv1", "NTLMv1-ESS");

  private final Groups<Key, Group> groups;
  private long established;
  private long failed;

  SessionTable(int limit) {
    groups =
        new Groups<>(
            limit,
            Group::new,
            (one, other) -> {
              int order = Integer.compare(other.getKey().weight(), one.getKey().weight());
              return order != 0
                  ? order
                  : Long.compare(other.getValue().sessions, one.getValue().sessions);
            });
  }

  private record Key(
      String user, String mechanism, String client, String server, String result, Style style) {
    int weight() {
      if (style == Style.BAD) {
        return 3;
      }
      return WEAK.contains(mechanism) ? 2 : style == Style.WARN ? 1 : 0;
    }

    // Written out: what the compiler leaves to be made at run time would slow down every start.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(user, key.user)
          && Objects.equals(mechanism, key.mechanism)
          && Objects.equals(client, key.client)
          && Objects.equals(server, key.server)
          && Objects.equals(result, key.result)
          && style == key.style;
    }

    @Override
    public int hashCode() {
      return 31
              * (31
                      * (31
                              * (31 * (31 * Objects.hashCode(user) + Objects.hashCode(mechanism))
                                  + Objects.hashCode(client))
                          + Objects.hashCode(server))
                  + Objects.hashCode(result))
          + Objects.hashCode(style);
    }
  }

  private static final class Group {
    private final Few workstations = new Few();
    private long sessions;
  }

  void add(SessionEvent event) {
    Cell result = result(event);
    Identity identity = event.identity();
    String mechanism = identity == null ? null : identity.mechanism();
    Group group =
        groups.at(
            new Key(
                user(event),
                mechanism == null ? "" : mechanism,
                Wire.ip(event.client()),
                Wire.ip(event.server()),
                result.text(),
                result.style()));
    group.sessions++;
    if (identity != null) {
      group.workstations.add(identity.workstation());
    }
    if (event.established()) {
      established++;
    } else {
      failed++;
    }
  }

  /** {@code DOMAIN\\user}, or in parentheses why there is none. */
  static String user(SessionEvent event) {
    Identity identity = event.identity();
    if (event.anonymous()) {
      return "(anonymous)";
    }
    if (identity == null) {
      return "(not seen)";
    }
    String user = identity.user();
    if (user == null || user.isEmpty()) {
      return "Kerberos".equals(identity.mechanism()) ? "(in the ticket)" : "(not seen)";
    }
    String domain = identity.domain();
    return Wire.kept(domain == null || domain.isEmpty() ? user : domain + "\\" + user);
  }

  private static Cell result(SessionEvent event) {
    if (!event.established()) {
      return event.status() == null
          ? Cell.of("no answer", Style.WARN)
          : Cell.of(Wire.shortStatus(event.status()), Style.BAD);
    }
    if (event.guest()) {
      return Cell.of("guest", Style.BAD);
    }
    if (event.anonymous()) {
      return Cell.of("anonymous", Style.WARN);
    }
    return event.inferred() ? Cell.of("in use", Style.FAINT) : Cell.of("ok", Style.GOOD);
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Key, Group> entry : groups.top(Summary.ROWS)) {
      Key key = entry.getKey();
      rows.add(
          List.of(
              Cell.of(key.user),
              Cell.of(key.mechanism, WEAK.contains(key.mechanism) ? Style.BAD : Style.PLAIN),
              Cell.of(key.client),
              Cell.of(key.server),
              Cell.of(key.result, key.style),
              Cell.count(entry.getValue().sessions),
              Cell.of(entry.getValue().workstations, 2)));
    }
    return new Section(
        "Sessions",
        Amounts.count(established)
            + " established"
            + (failed == 0 ? "" : ", " + Amounts.count(failed) + " failed"),
        List.of(
            Column.text("USER", 0),
            Column.word("MECHANISM", 2),
            Column.address("CLIENT", 0),
            Column.address("SERVER", 1),
            Column.text("RESULT", 0),
            Column.number("TIMES", 3),
            Column.text("WORKSTATION", 4)),
        rows,
        groups.leftOut(rows.size()));
  }
}
