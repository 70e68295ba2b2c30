package io.smbscope.report;

import java.util.Locale;

/** Text made safe for a terminal, and how many of its columns it takes. */
final class TerminalText {
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul Jamo
    {0x2600, 0x27BF}, // symbols, many of them emoji
    {0x2E80, 0x303E}, // CJK radicals, punctuation
    {0x3041, 0xA4CF}, // kana, CJK ideographs, Yi
    {0xA960, 0xA97F}, // Hangul Jamo extended
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // CJK compatibility ideographs
    {0xFE30, 0xFE6F}, // CJK compatibility forms
    {0xFF00, 0xFF60}, // full-width forms
    {0xFFE0, 0xFFE6},
    {0x1F000, 0x3FFFD}, // emoji, CJK extensions
  };

  private TerminalText() {}

  /**
   * Writes what a terminal might act on, or hide, as an escape: control characters as {@code \xNN},
   * others (bidirectional and other format characters, line separators, lone surrogates, private
   * and unassigned code points) as {@code \\u{NNNN}}.
   */
  static String escape(String text) {
    if (isSafe(text)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            codePoint -> {
              if (!mustEscape(codePoint)) {
                safe.appendCodePoint(codePoint);
              } else if (codePoint <= 0xFF) {
                safe.append(String.format(Locale.ROOT, "\\x%02x", codePoint));
              } else {
                safe.append(String.format(Locale.ROOT, "\\u{%04x}", codePoint));
              }
            });
    return safe.toString();
  }

  private static boolean isSafe(String text) {
    return text.codePoints().noneMatch(TerminalText::mustEscape);
  }

  private static boolean mustEscape(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** Terminal columns of an escaped text. */
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** An escaped text cut in its middle so that it takes at most {@code columns}, one or more. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int[] codePoints = text.codePoints().toArray();
    int room = columns - 1;
    int begin = 0;
    int used = 0;
    while (used + width(codePoints[begin]) <= (room + 1) / 2) {
      used += width(codePoints[begin++]);
    }
    int end = codePoints.length;
    while (end > begin && used + width(codePoints[end - 1]) <= room) {
      used += width(codePoints[--end]);
    }
    return new String(codePoints, 0, begin)
        + "…"
        + new String(codePoints, end, codePoints.length - end);
  }
}
