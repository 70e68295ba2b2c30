package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowKey;
import io.smbscope.output.LineTarget;
import io.smbscope.output.stream.LogFiles;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One of Zeek's log files. A row is begun with {@link #row}, takes one call for each column in
 * their order, and ends with {@link #end}; null is an unset value everywhere. The file is made with
 * its first row. Times are whole microseconds, as Zeek's are.
 *
 * <p>{@code #open} and {@code #close} say, in UTC, when the first and the last row came by the
 * capture's clock, so that the same input gives the same file.
 */
final class ZeekLog implements Closeable, Flushable {
  private static final int CONNECTION_COLUMNS = 5;

  /** A power of two. */
  private static final int FLOWS = 1 << 8;

  private static final byte TAB = '\t';
  private static final byte UNSET = '-';
  private static final byte[] UNSET_COLUMNS = "\t-".repeat(16).getBytes(StandardCharsets.US_ASCII);
  private static final String EMPTY = "(empty)";

  private final ZeekForm form;
  private final String path;
  private final List<Column> columns;
  private final byte[][] jsonKeys;
  private final LogText text = new LogText();

  /** Null until the first row. */
  private volatile LineTarget file;

  private final AtomicLong rows = new AtomicLong();

  /** Rows that came while there could be no file, and why. */
  private final AtomicLong lost = new AtomicLong();

  private volatile String refused;

  /** Of the row begun last, and of the row that ended last. */
  private Stamp begun;

  private Stamp latest;

  /** Of columns only: what {@link #connection} wrote lately. */
  private final FlowKey[] flows = new FlowKey[FLOWS];

  private final byte[][] flowColumns = new byte[FLOWS][];
  private int column;
  private boolean first;

  /**
   * @param path of the log, as Zeek calls it; its file is {@code path.log}
   */
  ZeekLog(ZeekForm form, String path, List<Column> columns) {
    this.form = form;
    this.path = path;
    this.columns = columns;
    this.jsonKeys = form.json() ? LogHeader.jsonKeys(columns) : null;
  }

  /** Begins a row that an event of this time gave. */
  ZeekLog row(Stamp at) throws IOException {
    begun = at;
    if (file == null) {
      open();
    }
    column = 0;
    first = true;
    return this;
  }

  /** Where the capture goes on without it, a later row tries again. */
  private void open() throws IOException {
    try {
      Files.createDirectories(form.folder());
      file = form.files().open(form.folder().resolve(path + ".log"), edges());
    } catch (IOException e) {
      if (!form.files().isContinued()) {
        throw e;
      }
      refused = e.getMessage();
    }
  }

  /** Ends the row. */
  void end() throws IOException {
    if (column != columns.size()) {
      throw new IllegalStateException(
          path + " has " + columns.size() + " columns, a row of it " + column);
    }
    if (form.json()) {
      if (first) {
        text.put((byte) '{');
      }
      text.put((byte) '}');
    }
    if (file == null) {
      lost.incrementAndGet();
    } else {
      file.line(text.octets, text.length, null);
    }
    rows.lazySet(rows.get() + 1);
    text.length = 0;
    latest = begun;
  }

  private LogFiles.Edges edges() {
    if (form.json()) {
      return LogFiles.Edges.NONE;
    }
    return new LogFiles.Edges() {
      @Override
      public byte[] head() {
        LogText head = new LogText();
        LogHeader.write(head, path, begun, columns);
        return Arrays.copyOf(head.octets, head.length);
      }

      @Override
      public byte[] foot() {
        LogText foot = new LogText();
        LogHeader.writeEnd(foot, latest == null ? begun : latest);
        return Arrays.copyOf(foot.octets, foot.length);
      }
    };
  }

  /** Of so many columns in turn, none of which is the first. */
  ZeekLog unset(int count) {
    column += count;
    if (!form.json()) {
      text.put(UNSET_COLUMNS, 2 * count);
    }
    return this;
  }

  ZeekLog unset() {
    if (form.json()) {
      column++;
    } else {
      begin();
      text.put(UNSET);
    }
    return this;
  }

  ZeekLog time(Stamp value) {
    return value == null ? unset() : micros(Math.floorDiv(value.nanos(), 1000));
  }

  /**
   * A time that Zeek holds as a binary floating-point number, such as one made from a FILETIME.
   *
   * @param epochSeconds rounded to microseconds
   */
  ZeekLog time(double epochSeconds) {
    long whole = (long) epochSeconds;
    return micros(whole * 1_000_000 + (long) Math.rint((epochSeconds - whole) * 1e6));
  }

  /** From one packet to another. */
  ZeekLog interval(Stamp from, Stamp to) {
    return from == null || to == null
        ? unset()
        : micros(Math.floorDiv(to.nanos(), 1000) - Math.floorDiv(from.nanos(), 1000));
  }

  /** An interval of whole seconds. */
  ZeekLog seconds(long value) {
    return micros(value * 1_000_000);
  }

  private ZeekLog micros(long micros) {
    begin();
    text.seconds(micros);
    return this;
  }

  /** Of type {@code string} or {@code enum}; anything that was on the wire. */
  ZeekLog text(String value) {
    if (value == null) {
      return unset();
    }
    begin();
    if (form.json()) {
      text.quoted(value);
    } else {
      columnText(value, false);
    }
    return this;
  }

  ZeekLog addr(String value) {
    return text(value);
  }

  ZeekLog port(int value) {
    return count(value);
  }

  /** Of type {@code count} or {@code int}. */
  ZeekLog count(long value) {
    begin();
    text.number(value);
    return this;
  }

  ZeekLog count(Long value) {
    return value == null ? unset() : count(value.longValue());
  }

  ZeekLog bool(boolean value) {
    begin();
    if (form.json()) {
      text.plain(value ? "true" : "false");
    } else {
      text.put((byte) (value ? 'T' : 'F'));
    }
    return this;
  }

  ZeekLog bool(Boolean value) {
    return value == null ? unset() : bool(value.booleanValue());
  }

  /** A set or vector of strings or enums, in its order. */
  ZeekLog set(List<String> values) {
    if (values == null) {
      return unset();
    }
    begin();
    openList(values);
    for (int i = 0; i < values.size(); i++) {
      separate(i);
      if (form.json()) {
        text.quoted(values.get(i));
      } else {
        columnText(values.get(i), true);
      }
    }
    closeList();
    return this;
  }

  /** A vector of intervals of whole seconds. */
  ZeekLog seconds(List<Long> values) {
    if (values == null) {
      return unset();
    }
    begin();
    openList(values);
    for (int i = 0; i < values.size(); i++) {
      separate(i);
      text.seconds(values.get(i) * 1_000_000);
    }
    closeList();
    return this;
  }

  /** The columns {@code uid} and {@code id}. */
  ZeekLog connection(String uid, FlowKey flow) {
    int place = (int) flow.id() & (FLOWS - 1);
    if (flow.equals(flows[place])) {
      return again(flowColumns[place], CONNECTION_COLUMNS);
    }
    int start = text.length;
    text(uid);
    addr(flow.client().ip()).port(flow.client().port());
    addr(flow.server().ip()).port(flow.server().port());
    if (inColumns()) {
      flows[place] = flow;
      flowColumns[place] = since(start);
    }
    return this;
  }

  /** Whether what was written once of some columns can be written {@link #again}. */
  boolean inColumns() {
    return !form.json();
  }

  /** Where the next column begins, for {@link #since}. */
  int mark() {
    return text.length;
  }

  /** What was written of this row since a mark, which is not at its beginning. */
  byte[] since(int mark) {
    return Arrays.copyOfRange(text.octets, mark, text.length);
  }

  /** So many columns as they were written before. */
  ZeekLog again(byte[] columns, int count) {
    text.put(columns);
    column += count;
    return this;
  }

  private void openList(List<?> values) {
    if (form.json()) {
      text.put((byte) '[');
    } else if (values.isEmpty()) {
      text.plain(EMPTY);
    }
  }

  private void separate(int index) {
    if (index > 0) {
      text.put((byte) ',');
    }
  }

  private void closeList() {
    if (form.json()) {
      text.put((byte) ']');
    }
  }

  /** A text that could be taken for the sign of an unset or empty value does not begin as it. */
  private void columnText(String value, boolean element) {
    if (value.isEmpty()) {
      text.plain(EMPTY);
    } else if (value.charAt(0) == '-' && value.length() == 1) {
      text.plain("\\x2d");
    } else if (value.charAt(0) == '(' && value.equals(EMPTY)) {
      text.plain("\\x28empty)");
    } else {
      text.escaped(value, element);
    }
  }

  private void begin() {
    if (form.json()) {
      text.put((byte) (first ? '{' : ','));
      text.put(jsonKeys[column]);
    } else if (!first) {
      text.put(TAB);
    }
    first = false;
    column++;
  }

  @Override
  public void flush() throws IOException {
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** Rows so far, those that could not be written among them. */
  long rows() {
    return rows.get();
  }

  /** Rows that could not be written. */
  long lost() {
    return lost.get() + (file == null ? 0 : file.lost());
  }

  /** What last kept rows from being written; null when nothing did. */
  String trouble() {
    return file == null || file.trouble() == null ? refused : file.trouble();
  }
}
