package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Sighting;
import java.math.BigDecimal;
import java.util.List;

/**
 * The current row of one log; what a column holds is found when first asked for, and once. Used by
 * one thread.
 *
 * @param <R> what rows are made from
 */
final class LogRecord<R> implements Row {
  private static final Object UNKNOWN = new Object();

  private final LogSource<R> source;
  private final Column<R>[] columns;
  private final Object[] values;

  /** What {@link #folded} was made from last. */
  private final Object[] foldedOf;

  private final String[] folded;
  private final String[] rooted;
  private R row;

  LogRecord(LogSource<R> source) {
    this.source = source;
    this.columns = array(source.columns());
    this.values = new Object[columns.length];
    this.foldedOf = new Object[columns.length];
    this.folded = new String[columns.length];
    this.rooted = new String[columns.length];
  }

  @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
  private static <R> Column<R>[] array(List<Column<R>> columns) {
    return columns.toArray(Column[]::new);
  }

  void set(R next) {
    row = next;
    java.util.Arrays.fill(values, UNKNOWN);
  }

  LogSource<R> source() {
    return source;
  }

  void describe(Sighting sighting) {
    source.describe(row, sighting);
  }

  /** Id of its connection; null where rows have none. */
  Long flow() {
    return source.flow(row);
  }

  @Override
  public Stamp at() {
    return source.at(row);
  }

  @Override
  public Object value(int column) {
    Object value = values[column];
    if (value == UNKNOWN) {
      value = columns[column].of().apply(row);
      values[column] = value;
    }
    return value;
  }

  @Override
  public String text(int column) {
    Object value = value(column);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(String::valueOf).toList());
    }
    return value instanceof Double number
        ? new BigDecimal(String.valueOf(number)).toPlainString()
        : value.toString();
  }

  @Override
  public String plain(int column) {
    String text = text(column);
    boolean rooted =
        text != null && columns[column].kind() == Column.Kind.NAME && text.startsWith("\\");
    return rooted ? text.substring(1) : text;
  }

  /** Rows in a row often have the same share, the same user: these are folded once. */
  @Override
  public String folded(int column) {
    Object value = value(column);
    if (value == null) {
      return null;
    }
    if (value != foldedOf[column]) {
      foldedOf[column] = value;
      folded[column] = Fold.of(plain(column));
      rooted[column] = null;
    }
    return folded[column];
  }

  @Override
  public String rooted(int column, boolean cased) {
    String text = text(column);
    boolean asSent = text == null || columns[column].kind() != Column.Kind.NAME;
    if (asSent || source.ofPipe(row)) {
      return cased || text == null ? text : Fold.of(text);
    }
    if (cased) {
      return "\\" + plain(column);
    }
    String name = folded(column);
    if (rooted[column] == null) {
      rooted[column] = "\\" + name;
    }
    return rooted[column];
  }
}
