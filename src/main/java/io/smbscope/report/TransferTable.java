package io.smbscope.report;

import io.smbscope.event.FileEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;

/** The files of which most was read and written, with who did it. Pipes do not count. */
final class TransferTable {
  private final Groups<Key, Transfer> transfers;

  TransferTable(int limit) {
    transfers =
        new Groups<>(
            limit,
            Transfer::new,
            Comparator.comparing(
                (Entry<Key, Transfer> entry) ->
                    -(entry.getValue().read + entry.getValue().written)));
  }

  private record Key(String share, String name, String user, String client, String server) {}

  private static final class Transfer {
    private long read;
    private long written;
  }

  void add(FileEvent event) {
    if (event.bytesRead() + event.bytesWritten() <= 0 || "pipe".equals(event.type())) {
      return;
    }
    Transfer transfer =
        transfers.at(
            new Key(
                Wire.kept(event.share()),
                Wire.kept(event.name()),
                Wire.kept(event.user()),
                Wire.ip(event.client()),
                Wire.ip(event.server())));
    transfer.read += event.bytesRead();
    transfer.written += event.bytesWritten();
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
