package io.smbscope.report;

import io.smbscope.event.FileEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;

/** The files of which most was read and written, with who did it. Pipes do not count. */
final class TransferTable {
  private final Groups<Key, Transfer> transfers;

  /** While there is no room: what is no larger would be the first to be driven out again. */
  private long floor = -1;

  TransferTable(int limit) {
    transfers =
        new Groups<>(
            limit,
            Transfer::new,
            (one, other) -> Long.compare(other.getValue().octets(), one.getValue().octets()));
  }

  private record Key(String share, String name, String user, String client, String server) {
    // Written out: what the compiler leaves to be made at run time would slow down every start.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(share, key.share)
          && Objects.equals(name, key.name)
          && Objects.equals(user, key.user)
          && Objects.equals(client, key.client)
          && Objects.equals(server, key.server);
    }

    @Override
    public int hashCode() {
      return 31
              * (31
                      * (31 * (31 * Objects.hashCode(share) + Objects.hashCode(name))
                          + Objects.hashCode(user))
                  + Objects.hashCode(client))
          + Objects.hashCode(server);
    }
  }

  private static final class Transfer {
    private long read;
    private long written;

    long octets() {
      return read + written;
    }
  }

  void add(FileEvent event) {
    if (event.bytesRead() + event.bytesWritten() <= 0 || event.isPipe()) {
      return;
    }
    Key key =
        new Key(
            Wire.kept(event.share()),
            Wire.kept(event.name()),
            Wire.kept(event.user()),
            Wire.ip(event.client()),
            Wire.ip(event.server()));
    Transfer transfer = transfers.known(key);
    long octets = event.bytesRead() + event.bytesWritten();
    boolean crowded = transfer == null && transfers.full();
    if (crowded && octets <= floor) {
      transfers.pass();
      return;
    }
    transfer = transfers.at(key);
    transfer.read += event.bytesRead();
    transfer.written += event.bytesWritten();
    if (crowded) {
      floor = transfers.least().octets();
    }
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Key, Transfer> entry : transfers.top(Summary.TOP)) {
      Key key = entry.getKey();
      rows.add(
          List.of(
              Cell.bytes(entry.getValue().read),
              Cell.bytes(entry.getValue().written),
              Cell.of(key.name == null ? "(not seen)" : key.name),
              key.share == null ? Cell.of(key.server) : Cell.share(key.share),
              Cell.of(key.user),
              Cell.of(key.client)));
    }
    return new Section(
        "Largest transfers",
        "",
        List.of(
            Column.number("READ", 0),
            Column.number("WRITTEN", 0),
            Column.text("FILE", 0),
            Column.text("SHARE", 1),
            Column.text("USER", 2),
            Column.address("CLIENT", 3)),
        rows,
        transfers.leftOut(rows.size()));
  }
}
