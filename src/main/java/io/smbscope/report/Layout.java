package io.smbscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a section's table fits a width. Columns without content go; then the widest texts are cut;
 * then the columns of the highest rank go.
 */
final class Layout {
  /** Columns between two columns, and before the first. */
  static final int GAP = 2;

  /** A text is not cut below this to make room for a column. */
  private static final int TEXT_LEAST = 9;

  /** The same for prose. */
  private static final int PROSE_LEAST = 24;

  private final Section section;
  private final int room;
  private final List<Integer> shown;
  private final List<Integer> dropped = new ArrayList<>();
  private final int[] widths;

  Layout(Section section, int width) {
    this.section = section;
    room = width - GAP;
    widths = IntStream.range(0, section.columns().size()).map(this::natural).toArray();
    shown =
        IntStream.range(0, widths.length)
            .filter(this::hasContent)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    fit();
  }

  /** Indices of the columns that stand. */
  List<Integer> shown() {
    return shown;
  }

  /** Titles of the columns that had to go. */
  List<String> dropped() {
    return dropped.stream().map(i -> column(i).title()).collect(Collectors.toList());
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

  private int natural(int index) {
    int title = TerminalText.width(column(index).title());
    return section.rows().stream()
        .mapToInt(row -> TerminalText.width(TerminalText.escape(row.get(index).text())))
        .reduce(title, Math::max);
  }

  private void fit() {
    boolean tooMany = least() > room;
    while (tooMany) {
      tooMany = dropOne() && least() > room;
    }
    int widest = widest();
    while (total() > room && widths[widest] > 1) {
      widths[widest] -= Math.max(1, Math.min(total() - room, leadOf(widest)));
      widest = widest();
    }
  }

  /** How much wider than the next widest text a column is. */
  private int leadOf(int widest) {
    int next =
        shown.stream()
            .filter(i -> i != widest && isFlexible(i))
            .mapToInt(i -> widths[i])
            .reduce(1, Math::max);
    return widths[widest] - next;
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
    dropped.add(candidate);
    return true;
  }

  /** The widest text; where none can be cut further, the widest column. */
  private int widest() {
    List<Integer> flexible = shown.stream().filter(this::isFlexible).collect(Collectors.toList());
    int widest = flexible.isEmpty() ? shown.get(0) : flexible.get(0);
    for (int i : flexible.isEmpty() ? shown : flexible) {
      if (widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private boolean isFlexible(int index) {
    Column.Kind kind = column(index).kind();
    return (kind == Column.Kind.TEXT || kind == Column.Kind.PROSE) && widths[index] > 1;
  }

  private int least() {
    int sum = (shown.size() - 1) * GAP;
    for (int i : shown) {
      int least =
          switch (column(i).kind()) {
            case TEXT -> Math.max(TEXT_LEAST, column(i).title().length());
            case PROSE -> PROSE_LEAST;
            default -> widths[i];
          };
      sum += Math.min(widths[i], least);
    }
    return sum;
  }

  private int total() {
    return shown.stream().mapToInt(i -> widths[i]).sum() + (shown.size() - 1) * GAP;
  }
}
