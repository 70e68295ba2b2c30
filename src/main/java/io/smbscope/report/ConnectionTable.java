package io.smbscope.report;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.Signing;
import io.smbscope.event.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;

/**
 * Connections by who talks to whom and how. SMB1 first, then by octets. Those that carried no SMB
 * are one group for each client, so that a scan does not drive out the rest.
 */
final class ConnectionTable {
  private final Groups<Key, Group> groups;
  private long connections;
  private long bytes;

  ConnectionTable(int limit) {
    groups =
        new Groups<>(
            limit,
            Group::new,
            (one, other) -> {
              int order = Boolean.compare(other.getKey().isSmb1(), one.getKey().isSmb1());
              Group group = one.getValue();
              Group another = other.getValue();
              order = order != 0 ? order : Long.compare(another.bytes, group.bytes);
              return order != 0 ? order : Long.compare(another.connections, group.connections);
            });
  }

  /**
   * What connections of one row have in common.
   *
   * @param server empty when they carried no SMB
   * @param dialect empty when none was seen
   */
  private record Key(
      String client,
      String server,
      String via,
      String dialect,
      Signing.Verdict signing,
      Encryption.Verdict encryption) {
    boolean isSmb1() {
      return dialect.startsWith("SMB1");
    }

    boolean spoke() {
      return !server.isEmpty();
    }

    // Written out: what the compiler leaves to be made at run time would slow down every start.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(client, key.client)
          && Objects.equals(server, key.server)
          && Objects.equals(via, key.via)
          && Objects.equals(dialect, key.dialect)
          && signing == key.signing
          && encryption == key.encryption;
    }

    @Override
    public int hashCode() {
      return 31
              * (31
                      * (31
                              * (31 * (31 * Objects.hashCode(client) + Objects.hashCode(server))
                                  + Objects.hashCode(via))
                          + Objects.hashCode(dialect))
                  + Objects.hashCode(signing))
          + Objects.hashCode(encryption);
    }
  }

  private static final class Group {
    private final Few servers = new Few();
    private long connections;
    private long messages;
    private long bytes;
  }

  void add(ConnectionEvent event) {
    String dialect = Dialects.label(event.dialect());
    boolean spoke = dialect != null || (event.traffic() != null && event.traffic().messages() > 0);
    Group group =
        groups.at(
            new Key(
                Wire.ip(event.client()),
                spoke ? Wire.ipAndPort(event.server()) : "",
                event.transport() == Transport.NETBIOS_SESSION ? "NetBIOS" : "TCP",
                dialect == null ? "" : dialect,
                Verdicts.of(event.signing()),
                Verdicts.of(event.encryption())));
    group.connections++;
    group.servers.add(Wire.ipAndPort(event.server()));
    connections++;
    if (event.traffic() != null) {
      long octets = event.traffic().clientBytes() + event.traffic().serverBytes();
      group.messages += event.traffic().messages();
      group.bytes += octets;
      bytes += octets;
    }
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Key, Group> entry : groups.top(Summary.ROWS)) {
      Key key = entry.getKey();
      Group group = entry.getValue();
      rows.add(
          List.of(
              Cell.of(key.client),
              server(key, group),
              dialect(key),
              Cell.of(key.via),
              key.spoke() ? Verdicts.word(key.signing) : Cell.of(""),
              key.spoke() ? Verdicts.word(key.encryption) : Cell.of(""),
              Cell.count(group.connections),
              Cell.count(group.messages),
              Cell.bytes(group.bytes)));
    }
    return new Section(
        "Connections",
        Amounts.count(connections) + ", " + Amounts.bytes(bytes),
        List.of(
            Column.address("CLIENT", 0),
            Column.endpoint("SERVER", 0),
            Column.text("SMB", 1),
            Column.word("OVER", 6),
            Column.word("SIGNING", 2),
            Column.word("ENCRYPTION", 2),
            Column.number("CONNS", 3),
            Column.number("MESSAGES", 5),
            Column.number("BYTES", 4)),
        rows,
        groups.leftOut(rows.size()));
  }

  private static Cell server(Key key, Group group) {
    return key.spoke()
        ? Cell.of(key.server)
        : new Cell(group.servers.text(3), group.servers.count() + " servers", Style.PLAIN);
  }

  private static Cell dialect(Key key) {
    if (key.dialect.isEmpty()) {
      return Cell.of(key.spoke() ? "not seen" : "no SMB", Style.FAINT);
    }
    return Cell.of(key.dialect, key.isSmb1() ? Style.BAD : Style.PLAIN);
  }
}
