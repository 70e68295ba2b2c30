package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.output.zeek.SmbFile.Action;
import io.smbscope.output.zeek.SmbFile.Times;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written to {@code smb_files} of a connection in the last three minutes, so that the same
 * is not told again and again.
 */
final class RecentFiles {
  private static final long LIFETIME_NANOS = 180_000_000_000L;
  private static final int LIMIT = 4_096;
  private static final int ENTRY = 192;
  private static final int LOAD = 16;

  private final Holdings holdings;

  /** When each was last told or asked for; the longest ago comes first. */
  private final Map<Row, Long> rows = new LinkedHashMap<>(LOAD, 0.75f, true);

  private record Row(Action action, String fuid, String name, String path, long size, Times times) {
    int octets() {
      return ENTRY + 2 * name.length();
    }
  }

  RecentFiles(Holdings holdings) {
    this.holdings = holdings;
  }

  /** False when the same was told within three minutes; it counts as told now. */
  boolean add(SmbFile file, Stamp now) {
    Times times = file.times;
    Row row =
        new Row(
            file.action,
            file.fuid,
            file.name,
            file.path,
            file.size,
            new Times(times.modified(), 0, times.created(), times.changed()));
    Long last = rows.get(row);
    if (last != null) {
      rows.put(row, now.nanos());
      return now.nanos() - last > LIFETIME_NANOS;
    }
    removeExpired(now);
    if (holdings.take(row.octets())) {
      rows.put(row, now.nanos());
    }
    return true;
  }

  private void removeExpired(Stamp now) {
    Iterator<Map.Entry<Row, Long>> eldest = rows.entrySet().iterator();
    while (eldest.hasNext()) {
      Map.Entry<Row, Long> entry = eldest.next();
      boolean expired = now.nanos() - entry.getValue() > LIFETIME_NANOS;
      if (!expired && rows.size() < LIMIT) {
        return;
      }
      holdings.release(entry.getKey().octets());
      eldest.remove();
    }
  }

  void clear() {
    rows.keySet().forEach(row -> holdings.release(row.octets()));
    rows.clear();
  }
}
