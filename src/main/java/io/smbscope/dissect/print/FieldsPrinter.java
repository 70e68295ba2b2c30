package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Fields;
import java.util.Arrays;
import java.util.List;

/** One line a frame, one column a field, as {@code tshark -T fields} prints them. */
public final class FieldsPrinter implements FramePrinter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int CELL = 256;

  /** Cells that one frame made huge are not kept so. */
  private static final int LARGE = 1 << 20;

  private final FieldsLayout layout;
  private final List<String> names;

  /** The column of each field's index, or -1. */
  private final int[] columns;

  private final Utf8[] cells;
  private final int[] counts;
  private final boolean toTerminal;
  private final String separator;

  /**
   * Prints the columns {@code names}, each a known one; of a name given twice the last is filled.
   *
   * @param toTerminal control characters from the wire are escaped, of which tshark escapes only
   *     those that break a line or a column
   */
  public FieldsPrinter(List<String> names, FieldsLayout layout, boolean toTerminal) {
    this.toTerminal = toTerminal;
    this.names = names;
    this.layout = layout;
    this.separator = String.valueOf(layout.separator());
    Fields fields = Fields.all();
    this.columns = new int[fields.size()];
    Arrays.fill(columns, -1);
    this.cells = new Utf8[names.size()];
    this.counts = new int[names.size()];
    for (int i = 0; i < names.size(); i++) {
      cells[i] = new Utf8(CELL);
      columns[fields.of(names.get(i)).get(0).index()] = i;
    }
  }

  @Override
  public void begin(Utf8 out) {
    if (layout.mark()) {
      out.add(String.valueOf(BYTE_ORDER_MARK));
    }
    if (layout.header()) {
      out.add(String.join(separator, names)).put('\n');
    }
  }

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    List<Node> nodes = tree.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      int column = node.field() == null ? -1 : columns[node.field().index()];
      if (column >= 0) {
        add(column, node);
      }
    }
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.add(separator);
      }
      if (counts[i] > 0) {
        cell(i, out);
      }
    }
    out.put('\n');
  }

  private void cell(int column, Utf8 out) {
    Utf8 cell = cells[column];
    if (layout.quote() == 0) {
      out.add(cell);
    } else {
      out.put(layout.quote()).add(cell).put(layout.quote());
    }
    counts[column] = 0;
    if (cell.length() > LARGE) {
      cells[column] = new Utf8(CELL);
    } else {
      cell.clear();
    }
  }

  private void add(int column, Node node) {
    Utf8 cell = cells[column];
    int earlier = counts[column]++;
    if (earlier > 0) {
      switch (layout.occurrence()) {
        case 'f' -> {
          return;
        }
        case 'l' -> cell.clear();
        default -> cell.add(String.valueOf(layout.aggregator()));
      }
    }
    if (!toTerminal && node.value() instanceof String text) {
      TextEscapes.appendCell(text, cell);
    } else {
      ValueText.append(node, cell);
    }
  }
}
