package io.smbscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names by the octets moved under them of late; a bounded number of names. */
final class Busiest {
  private static final int KEPT = 1_024;

  private static final class Octets {
    long read;
    long written;

    long sum() {
      return read + written;
    }
  }

  private final Map<String, Octets> names = new HashMap<>();

  void add(String name, long read, long written) {
    if (name == null || read + written == 0) {
      return;
    }
    Octets octets = names.get(name);
    if (octets == null) {
      if (names.size() >= KEPT) {
        dropQuieterHalf();
      }
      octets = new Octets();
      names.put(Wire.kept(name), octets);
    }
    octets.read += read;
    octets.written += written;
  }

  private void dropQuieterHalf() {
    List<Map.Entry<String, Octets>> all = sorted();
    all.subList(all.size() / 2, all.size()).forEach(entry -> names.remove(entry.getKey()));
  }

  /** Everything weighs a sixteenth less; what weighs nothing goes. */
  void fade() {
    names
        .values()
        .removeIf(
            octets -> {
              octets.read -= Math.max(octets.read / 16, Math.min(octets.read, 64));
              octets.written -= Math.max(octets.written / 16, Math.min(octets.written, 64));
              return octets.sum() == 0;
            });
  }

  private List<Map.Entry<String, Octets>> sorted() {
    List<Map.Entry<String, Octets>> all = new ArrayList<>(names.entrySet());
    all.sort(
        Comparator.<Map.Entry<String, Octets>>comparingLong(entry -> entry.getValue().sum())
            .reversed()
            .thenComparing(Map.Entry::getKey));
    return all;
  }

  Section section(String title, int most) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<String, Octets> entry : sorted()) {
      if (rows.size() == most) {
        break;
      }
      Octets octets = entry.getValue();
      rows.add(
          List.of(Cell.bytes(octets.read), Cell.bytes(octets.written), Cell.of(entry.getKey())));
    }
    List<Column> columns =
        List.of(Column.number("READ", 0), Column.number("WRITTEN", 0), Column.text("NAME", 0));
    return new Section(title, "", columns, rows, List.of());
  }
}
