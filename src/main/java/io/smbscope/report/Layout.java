package io.smbscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a section's table fits a width. Columns without content go; then those of the highest rank,
 * until the rest fit when cut to their least; then texts are cut, those of the highest rank first.
 */
final class Layout {
  /** Columns between two columns, and before the first. */
  static final int GAP = 2;

  private final Section section;
  private final int room;
  private final List<Integer> shown;
  private final List<String> dropped = new ArrayList<>();
  private final int[] widths;
  private final int[] least;

  Layout(Section section, int width) {
    this.section = section;
    room = width - GAP;
    widths =
        IntStream.range(0, section.columns().size()).map(i -> natural(i, Cell::text)).toArray();
    least = IntStream.range(0, widths.length).map(this::least).toArray();
    shown =
        IntStream.range(0, widths.length)
            .filter(this::hasContent)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    boolean tooMany = total(true) > room;
    while (tooMany) {
      tooMany = dropOne() && total(true) > room;
    }
    cut(true);
    cut(false);
  }

  /** Indices of the columns that stand. */
  List<Integer> shown() {
    return shown;
  }

  /** Titles of the columns that had to go. */
  List<String> dropped() {
    return dropped;
  }

  /** Terminal columns of a column that stands. */
  int width(int index) {
    return widths[index];
  }

  Column column(int index) {
    return section.columns().get(index);
  }

  private boolean hasContent(int index) {
    return section.rows().stream().anyMatch(row -> !row.get(index).text().isEmpty());
  }

  private int natural(int index, Function<Cell, String> text) {
    int title = TerminalText.width(column(index).title());
    return section.rows().stream()
        .mapToInt(row -> TerminalText.width(TerminalText.escape(text.apply(row.get(index)))))
        .reduce(title, Math::max);
  }

  /** Terminal columns of the whole table, with each column cut to its least or as it is. */
  private int total(boolean atLeast) {
    return shown.stream().mapToInt(i -> atLeast ? least[i] : widths[i]).sum()
        + (shown.size() - 1) * GAP;
  }

  private int least(int index) {
    Column column = column(index);
    if (!column.canBeCut()) {
      return widths[index];
    }
    int enough = Math.min(column.least(), natural(index, Cell::shorter));
    return Math.min(widths[index], Math.max(enough, column.title().length()));
  }

  /** Gives up the last column of the highest rank; false when all that stand must stand. */
  private boolean dropOne() {
    int candidate = shown.get(0);
    for (int i : shown) {
      if (column(i).rank() >= column(candidate).rank()) {
        candidate = i;
      }
    }
    if (column(candidate).rank() == 0) {
      return false;
    }
    shown.remove((Integer) candidate);
    dropped.add(column(candidate).title());
    return true;
  }

  /**
   * Takes from one column after the other, that of the highest rank and of these the widest, down
   * to each one's least or to 1.
   */
  private void cut(boolean toLeast) {
    int candidate = 0;
    while (total(false) > room && candidate >= 0) {
      candidate = -1;
      for (int i : shown) {
        boolean canGive = toLeast ? widths[i] > least[i] : widths[i] > 1;
        if (canGive && (candidate < 0 || givesBefore(i, candidate))) {
          candidate = i;
        }
      }
      if (candidate >= 0) {
        widths[candidate]--;
      }
    }
  }

  private boolean givesBefore(int index, int other) {
    int rank = column(index).rank();
    int otherRank = column(other).rank();
    return rank > otherRank || (rank == otherRank && widths[index] > widths[other]);
  }
}
