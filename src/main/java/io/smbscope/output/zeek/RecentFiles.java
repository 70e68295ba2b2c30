package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.output.zeek.SmbFile.Action;
import io.smbscope.output.zeek.SmbFile.Times;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was written to {@code smb_files} of a connection in the last three minutes, so that the same
 * is not told again and again.
 */
final class RecentFiles {
  private static final long LIFETIME_NANOS = 180_000_000_000L;
  private static final int LIMIT = 2_048;

  private final Holdings holdings;
  private final Map<Row, Row> rows = new HashMap<>();

  /** The rows, the one told longest ago first, save that it may have been asked for since. */
  private final ArrayDeque<Row> order = new ArrayDeque<>();

  private long octets;

  /** What one row told. */
  private static final class Row {
    private static final int OCTETS = 160;

    private final Action action;
    private final String fuid;
    private final String name;
    private final String path;
    private final long size;
    private final Times times;
    private final int hash;

    /** When it was told or asked for, nanoseconds since 1970. */
    private long last;

    private long queued;

    Row(SmbFile file, long now) {
      action = file.action;
      fuid = file.fuid;
      name = file.name;
      path = file.path;
      size = file.size;
      times = file.times;
      last = now;
      queued = now;
      long sum = times.modified() * 31 + times.changed();
      sum = (sum * 31 + times.created()) * 31 + size;
      hash = (Long.hashCode(sum) * 31 + name.hashCode()) * 31 + action.hashCode();
    }

    int octets() {
      return OCTETS + 2 * name.length();
    }

    @Override
    public int hashCode() {
      return hash;
    }

    /** Not by the time of the last access, which each reading changes. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Row row
          && action == row.action
          && size == row.size
          && times.modified() == row.times.modified()
          && times.created() == row.times.created()
          && times.changed() == row.times.changed()
          && name.equals(row.name)
          && Objects.equals(path, row.path)
          && Objects.equals(fuid, row.fuid);
    }
  }

  RecentFiles(Holdings holdings) {
    this.holdings = holdings;
  }

  /** False when the same was told within three minutes; it counts as told now. */
  boolean add(SmbFile file, Stamp now) {
    Row row = new Row(file, now.nanos());
    Row told = rows.putIfAbsent(row, row);
    if (told != null) {
      boolean expired = now.nanos() - told.last > LIFETIME_NANOS;
      told.last = now.nanos();
      return expired;
    }
    if (holdings.take(row.octets())) {
      octets += row.octets();
      order.add(row);
    } else {
      rows.remove(row);
    }
    removeExpired(now.nanos());
    return true;
  }

  private void removeExpired(long now) {
    while (!order.isEmpty()) {
      Row eldest = order.peek();
      boolean full = order.size() > LIMIT;
      if (!full && now - eldest.queued <= LIFETIME_NANOS) {
        return;
      }
      order.poll();
      if (!full && now - eldest.last <= LIFETIME_NANOS) {
        eldest.queued = eldest.last;
        order.add(eldest);
      } else {
        rows.remove(eldest);
        holdings.release(eldest.octets());
        octets -= eldest.octets();
      }
    }
  }

  /** Of no use any more. */
  void clear() {
    holdings.release(octets);
    octets = 0;
    rows.clear();
    order.clear();
  }
}
