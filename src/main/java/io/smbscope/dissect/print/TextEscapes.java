package io.smbscope.dissect.print;

/** What does not print is escaped as in C, as tshark does. */
final class TextEscapes {
  private TextEscapes() {}

  static void append(String text, Utf8 out) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      out.add(text);
    } else {
      text.codePoints().forEach(point -> escape(out, point));
    }
  }

  /** Only what would break lines and columns is escaped, as {@code tshark -T fields} does. */
  static void appendCell(String text, Utf8 out) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape = inCell(text.charAt(i));
      if (!escape.isEmpty()) {
        out.add(text.substring(from, i)).add(escape);
        from = i + 1;
      }
    }
    out.add(from == 0 ? text : text.substring(from));
  }

  private static String inCell(char unit) {
    return switch (unit) {
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "";
    };
  }

  private static boolean isPlain(char unit) {
    return unit >= 0x20 && unit < 0x7F;
  }

  private static void escape(Utf8 out, int point) {
    switch (point) {
      case 7 -> out.add("\\a");
      case '\b' -> out.add("\\b");
      case '\f' -> out.add("\\f");
      case '\n' -> out.add("\\n");
      case '\r' -> out.add("\\r");
      case '\t' -> out.add("\\t");
      case 11 -> out.add("\\v");
      default -> {
        if (point < 0x20 || point == 0x7F) {
          out.put('\\').put((char) ('0' + (point >> 6)));
          out.put((char) ('0' + (point >> 3 & 7))).put((char) ('0' + (point & 7)));
        } else if (isUnprintable(point)) {
          out.add(point > 0xFFFF ? "\\U" : "\\u").hex(point, point > 0xFFFF ? 8 : 4);
        } else {
          out.add(Character.toString(point));
        }
      }
    }
  }

  private static boolean isUnprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
