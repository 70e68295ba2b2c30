package io.smbscope.detect.config;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts so that YAML reads the same again, whatever is in them. */
public final class YamlText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_.$-]*( [A-Za-z0-9_.$-]+)*|\\d+(\\.\\d+){3}(/\\d+)?");

  /** What YAML, or an older YAML, takes for something else than a text. */
  private static final Set<String> TAKEN =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final int LINE = 100;

  private YamlText() {}

  /** A text with quotation marks where it needs them. */
  public static String of(String text) {
    if (PLAIN.matcher(text).matches() && !TAKEN.contains(text.toLowerCase(java.util.Locale.ROOT))) {
      return text;
    }
    boolean visible = text.codePoints().allMatch(YamlText::visible);
    return visible ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static boolean visible(int codePoint) {
    int kind = Character.getType(codePoint);
    return codePoint == ' '
        || (kind != Character.CONTROL
            && kind != Character.FORMAT
            && kind != Character.SURROGATE
            && kind != Character.UNASSIGNED
            && kind != Character.PRIVATE_USE
            && kind != Character.LINE_SEPARATOR
            && kind != Character.PARAGRAPH_SEPARATOR
            && kind != Character.SPACE_SEPARATOR);
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (visible(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(c > 0xFFFF ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
              }
            });
    return out.append('"').toString();
  }

  /** {@code [one, two]}, or where it is long, an item a line. */
  public static String list(Collection<String> texts, String indent) {
    String line = texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    if (line.length() <= LINE - indent.length()) {
      return " " + line;
    }
    return texts.stream()
        .map(text -> "\n" + indent + "- " + of(text))
        .collect(Collectors.joining());
  }
}
