package io.smbscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a summary on a terminal: tables without lines, no line wider than the terminal, nothing
 * from the wire that it might act on.
 */
public final class TerminalReport {
  private static final int UNKNOWN_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;
  private static final String INDENT = " ".repeat(Layout.GAP);
  private static final String BOLD = "\u001b[1m";
  private static final String RESET = "\u001b[0m";

  private final int width;
  private final boolean colour;

  /**
   * @param columns of the terminal, 0 when it is not known
   * @param colour write colours, as ANSI escape sequences
   */
  public TerminalReport(int columns, boolean colour) {
    this.width = columns <= 0 ? UNKNOWN_WIDTH : Math.max(LEAST_WIDTH, columns);
    this.colour = colour;
  }

  /** Prints what was collected so far. */
  public void print(Summary summary, Appendable out) throws IOException {
    print(summary.sections(), out);
  }

  /** Prints sections; those without rows are left out. */
  void print(List<Section> sections, Appendable out) throws IOException {
    boolean first = true;
    for (Section section : sections) {
      if (section.isEmpty()) {
        continue;
      }
      if (!first) {
        out.append('\n');
      }
      first = false;
      title(section, out);
      table(section, out);
    }
  }

  private void title(Section section, Appendable out) throws IOException {
    out.append(colour ? BOLD + section.title() + RESET : section.title());
    if (!section.note().isEmpty()) {
      String note = TerminalText.escape(section.note());
      int room = width - section.title().length() - Layout.GAP;
      out.append(INDENT).append(paint(TerminalText.cut(note, room), Style.FAINT));
    }
    out.append('\n');
  }

  private void table(Section section, Appendable out) throws IOException {
    Layout layout = new Layout(section, width);
    List<Integer> columns = layout.shown();
    if (columns.stream().anyMatch(i -> !layout.column(i).title().isEmpty())) {
      List<Cell> titles = new ArrayList<>();
      section.columns().forEach(column -> titles.add(Cell.of(column.title(), Style.FAINT)));
      row(layout, titles, out);
    }
    for (List<Cell> cells : section.rows()) {
      row(layout, cells, out);
    }
    for (Cell remark : section.remarks()) {
      remark(remark, out);
    }
    if (!layout.dropped().isEmpty()) {
      String names = String.join(", ", layout.dropped());
      remark(Cell.of("no room for " + names, Style.FAINT), out);
    }
  }

  private void remark(Cell remark, Appendable out) throws IOException {
    for (String line : wrap(TerminalText.escape(remark.text()), width - Layout.GAP)) {
      out.append(INDENT).append(paint(line, remark.style())).append('\n');
    }
  }

  /** One row; a cell of prose may take it over several lines. */
  private void row(Layout layout, List<Cell> cells, Appendable out) throws IOException {
    StringBuilder line = new StringBuilder();
    int end = 0;
    int begin = Layout.GAP;
    for (int i : layout.shown()) {
      Cell cell = cells.get(i);
      Column.Kind kind = layout.column(i).kind();
      if (kind == Column.Kind.PROSE) {
        prose(line.append(" ".repeat(begin - end)), cell, begin, out);
        return;
      }
      String text = fitted(cell, layout.width(i));
      if (!text.isEmpty()) {
        int used = TerminalText.width(text);
        int from = kind == Column.Kind.NUMBER ? begin + layout.width(i) - used : begin;
        line.append(" ".repeat(from - end)).append(paint(text, cell.style()));
        end = from + used;
      }
      begin += layout.width(i) + Layout.GAP;
    }
    out.append(line).append('\n');
  }

  private static String fitted(Cell cell, int columns) {
    String text = TerminalText.escape(cell.text());
    return TerminalText.width(text) <= columns
        ? text
        : TerminalText.cut(TerminalText.escape(cell.shorter()), columns);
  }

  private void prose(StringBuilder line, Cell cell, int from, Appendable out) throws IOException {
    String begin = line.toString();
    for (String part : wrap(TerminalText.escape(cell.text()), width - from)) {
      out.append(begin).append(paint(part, cell.style())).append('\n');
      begin = " ".repeat(from);
    }
  }

  /** Lines of at most {@code columns}, broken at spaces, within a word where there is none. */
  private static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int lastSpace = -1;
    for (int codePoint : text.codePoints().toArray()) {
      int needed = TerminalText.width(codePoint);
      if (used + needed > columns) {
        int end = codePoint == ' ' ? line.length() : lastSpace > 0 ? lastSpace : line.length();
        lines.add(line.substring(0, end));
        line.delete(0, end);
        if (line.length() > 0 && line.charAt(0) == ' ') {
          line.deleteCharAt(0);
        }
        used = TerminalText.width(line.toString());
        lastSpace = -1;
        if (codePoint == ' ') {
          continue;
        }
      }
      if (codePoint == ' ') {
        lastSpace = line.length();
      }
      line.appendCodePoint(codePoint);
      used += needed;
    }
    lines.add(line.toString());
    return lines;
  }

  private String paint(String text, Style style) {
    if (!colour || text.isEmpty()) {
      return text;
    }
    String code =
        switch (style) {
          case PLAIN -> "";
          case GOOD -> "\u001b[32m";
          case WARN -> "\u001b[33m";
          case BAD -> "\u001b[31m";
          case FAINT -> "\u001b[2m";
        };
    return code.isEmpty() ? text : code + text + RESET;
  }
}
