package io.smbscope.report;

import io.smbscope.event.FileEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/** Files and folders created, overwritten, renamed and deleted, by who did it and where. */
final class ChangeTable {
  private static final Set<String> REMOVALS = Set.of("delete", "rmdir");

  private final Groups<Reach, Changes> groups;
  private long renamed;
  private long deleted;

  ChangeTable(int limit) {
    groups =
        new Groups<>(
            limit,
            Changes::new,
            (one, other) -> {
              int order = Long.compare(other.getValue().lost(), one.getValue().lost());
              return order != 0
                  ? order
                  : Long.compare(other.getValue().created, one.getValue().created);
            });
  }

  private static final class Changes {
    private long created;
    private long overwritten;
    private long renamed;
    private long deleted;

    /** Changes after which something is no longer where, or what, it was. */
    long lost() {
      return overwritten + renamed + deleted;
    }
  }

  void add(FileEvent event) {
    if (event.end().equals("refused") || event.isPipe()) {
      return;
    }
    boolean open = event.operation().equals("open");
    if (!open && event.status() != null && !event.status().equals("STATUS_SUCCESS")) {
      return;
    }
    boolean creates = "CREATED".equals(event.action()) || event.operation().equals("mkdir");
    boolean overwrites =
        "OVERWRITTEN".equals(event.action()) || "SUPERSEDED".equals(event.action());
    boolean renames = event.renamedTo() != null;
    boolean deletes = event.deleted() != null || REMOVALS.contains(event.operation());
    if (!(creates || overwrites || renames || deletes)) {
      return;
    }
    Changes changes =
        groups.at(
            new Reach(
                Wire.kept(event.user()),
                Wire.ip(event.client()),
                Wire.ip(event.server()),
                Wire.kept(event.share())));
    changes.created += creates ? 1 : 0;
    changes.overwritten += overwrites ? 1 : 0;
    changes.renamed += renames ? 1 : 0;
    changes.deleted += deletes ? 1 : 0;
    renamed += renames ? 1 : 0;
    deleted += deletes ? 1 : 0;
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Reach, Changes> entry : groups.top(Summary.TOP)) {
      Changes changes = entry.getValue();
      rows.add(
          List.of(
              Cell.of(entry.getKey().user()),
              Cell.of(entry.getKey().client()),
              share(entry.getKey()),
              Cell.count(changes.created),
              Cell.count(changes.overwritten),
              Cell.count(changes.renamed),
              Cell.count(changes.deleted)));
    }
    return new Section(
        "Changes",
        Amounts.count(renamed) + " renamed, " + Amounts.count(deleted) + " deleted",
        List.of(
            Column.text("USER", 1),
            Column.address("CLIENT", 2),
            Column.text("SHARE", 0),
            Column.number("CREATED", 4),
            Column.number("OVERWRITTEN", 3),
            Column.number("RENAMED", 0),
            Column.number("DELETED", 0)),
        rows,
        groups.leftOut(rows.size()));
  }

  private static Cell share(Reach key) {
    return key.share() == null ? Cell.of(key.server()) : Cell.share(key.share());
  }
}
