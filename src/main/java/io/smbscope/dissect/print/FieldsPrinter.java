package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Fields;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/** One line a frame, one column a field, as {@code tshark -T fields} prints them. */
public final class FieldsPrinter implements FramePrinter {
  private final FieldsLayout layout;
  private final List<String> names;
  private final int[] columns;
  private final StringBuilder[] cells;
  private final int[] counts;

  /** The columns are {@code names}, each a known one. */
  public FieldsPrinter(List<String> names, FieldsLayout layout) {
    this.names = names;
    this.layout = layout;
    Fields fields = Fields.all();
    this.columns = new int[fields.size()];
    Arrays.fill(columns, -1);
    this.cells = new StringBuilder[names.size()];
    this.counts = new int[names.size()];
    for (int i = 0; i < names.size(); i++) {
      cells[i] = new StringBuilder();
      columns[fields.of(names.get(i)).get(0).index()] = i;
    }
  }

  @Override
  public void begin(Writer out) throws IOException {
    if (layout.header()) {
      out.write(String.join(layout.separator(), names));
      out.write('\n');
    }
  }

  @Override
  public void frame(FrameTree tree, Writer out) throws IOException {
    for (Node node : tree.nodes()) {
      int column = node.field() == null ? -1 : columns[node.field().index()];
      if (column >= 0) {
        add(column, ValueText.of(node));
      }
    }
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(layout.separator());
      }
      cell(out, cells[columns[Fields.all().of(names.get(i)).get(0).index()]]);
    }
    out.write('\n');
    for (int i = 0; i < cells.length; i++) {
      cells[i].setLength(0);
      counts[i] = 0;
    }
  }

  private void cell(Writer out, StringBuilder cell) throws IOException {
    if (!layout.quote().isEmpty() && !cell.isEmpty()) {
      out.write(layout.quote());
      out.append(cell);
      out.write(layout.quote());
    } else {
      out.append(cell);
    }
  }

  private void add(int column, String value) {
    StringBuilder cell = cells[column];
    if (counts[column]++ == 0 || layout.occurrence() == 'l') {
      cell.setLength(0);
      cell.append(value);
    } else if (layout.occurrence() == 'a') {
      cell.append(layout.aggregator()).append(value);
    }
  }
}
