package io.smbscope.report;

/**
 * One cell of a table.
 *
 * @param text as on the wire, unescaped; empty for nothing
 */
record Cell(String text, Style style) {
  static Cell of(String text) {
    return new Cell(text == null ? "" : text, Style.PLAIN);
  }

  static Cell of(String text, Style style) {
    return new Cell(text == null ? "" : text, style);
  }

  /** A count; nothing for 0. */
  static Cell count(long value) {
    return of(value == 0 ? "" : Amounts.count(value));
  }

  /** A number of octets; nothing for 0. */
  static Cell bytes(long value) {
    return of(value == 0 ? "" : Amounts.bytes(value));
  }

  Cell with(Style other) {
    return new Cell(text, other);
  }
}
