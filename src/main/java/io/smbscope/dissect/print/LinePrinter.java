package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;

/** One line a frame in the columns that tshark prints: number, time, from, to, protocol, info. */
public final class LinePrinter implements FramePrinter {
  private static final int NUMBER = 5;
  private static final int TIME = 10;
  private static final int ADDRESS = 12;
  private static final long NANOS = 1_000_000_000L;

  private final Utf8 time = new Utf8(32);

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    right(Long.toString(tree.number()), NUMBER, out);
    out.put(' ');
    right(time(tree.relativeNanos()), TIME, out);
    out.put(' ');
    right(tree.from(), ADDRESS, out);
    out.add(" \u2192 ").add(tree.to());
    spaces(ADDRESS - tree.to().length(), out);
    out.put(' ').add(tree.protocol()).put(' ').decimal(tree.wireLength()).put(' ');
    TextEscapes.append(tree.info(), out);
    out.put('\n');
  }

  /** In microseconds; nanoseconds where there are some. */
  private String time(long nanos) {
    time.clear();
    if (nanos < 0) {
      time.put('-');
    }
    time.decimal(Math.abs(nanos / NANOS)).put('.');
    long part = Math.abs(nanos % NANOS);
    boolean fine = part % 1000 != 0;
    return time.padded(fine ? part : part / 1000, fine ? 9 : 6).toString();
  }

  private static void right(String text, int width, Utf8 out) {
    spaces(width - text.length(), out);
    out.add(text);
  }

  private static void spaces(int count, Utf8 out) {
    for (int i = 0; i < count; i++) {
      out.put(' ');
    }
  }
}
