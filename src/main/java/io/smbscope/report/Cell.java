package io.smbscope.report;

/**
 * One cell of a table.
 *
 * @param text as on the wire, unescaped; empty for nothing
 * @param shorter what to say where there is no room for the text
 */
record Cell(String text, String shorter, Style style) {
  static Cell of(String text) {
    return of(text, Style.PLAIN);
  }

  static Cell of(String text, Style style) {
    String present = text == null ? "" : text;
    return new Cell(present, present, style);
  }

  /** The first of a list, at most so many; one where there is no room for more. */
  static Cell of(Few texts, int shown) {
    return new Cell(texts.text(shown), texts.text(1), Style.PLAIN);
  }

  /** A share's path; its name alone where there is no room for the server's. */
  static Cell share(String path) {
    return new Cell(path, "…\\" + Wire.shareName(path), Style.PLAIN);
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
    return new Cell(text, shorter, other);
  }
}
