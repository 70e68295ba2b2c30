package io.smbscope.dissect.print;

import java.util.List;

/**
 * What tshark's {@code -E} says.
 *
 * @param mark a byte order mark comes first
 * @param header the names of the columns come first
 * @param occurrence f first, l last, a all values of a field in a frame
 * @param quote around each cell that has a value; or 0
 */
public record FieldsLayout(
    boolean mark, boolean header, char separator, char occurrence, char aggregator, char quote) {
  public static final FieldsLayout DEFAULT = new FieldsLayout(false, false, '\t', 'a', ',', '\0');

  /**
   * Of options as {@code name=value}; the last of a name counts.
   *
   * @throws IllegalArgumentException with what is wrong, in words for the user
   */
  public static FieldsLayout of(List<String> options) {
    FieldsLayout layout = DEFAULT;
    for (String option : options) {
      int equals = option.indexOf('=');
      if (equals < 0 || equals == option.length() - 1) {
        throw new IllegalArgumentException("-E " + option + ": want name=value");
      }
      layout = layout.with(option, option.substring(0, equals), option.substring(equals + 1));
    }
    return layout;
  }

  private FieldsLayout with(String option, String name, String value) {
    char first = value.charAt(0);
    return switch (name) {
      case "bom" ->
          new FieldsLayout(yes(option, first), header, separator, occurrence, aggregator, quote);
      case "header" ->
          new FieldsLayout(mark, yes(option, first), separator, occurrence, aggregator, quote);
      case "separator" ->
          new FieldsLayout(mark, header, character(value), occurrence, aggregator, quote);
      case "occurrence" ->
          new FieldsLayout(mark, header, separator, one(option, first, "fla"), aggregator, quote);
      case "aggregator" ->
          new FieldsLayout(mark, header, separator, occurrence, character(value), quote);
      case "quote" ->
          new FieldsLayout(
              mark, header, separator, occurrence, aggregator, quote(one(option, first, "dsn")));
      default ->
          throw new IllegalArgumentException(
              "-E "
                  + option
                  + ": no such option (bom, header, separator, occurrence, aggregator, quote)");
    };
  }

  private static boolean yes(String option, char answer) {
    return one(option, answer, "yYnN") == 'y' || answer == 'Y';
  }

  private static char one(String option, char value, String known) {
    if (known.indexOf(value) < 0) {
      throw new IllegalArgumentException(
          "-E " + option + ": want one of " + String.join(", ", known.split("")));
    }
    return value;
  }

  private static char quote(char kind) {
    return kind == 'd' ? '"' : kind == 's' ? '\'' : '\0';
  }

  /** {@code /t} a tab, {@code /s} a space; of any other the first character. */
  private static char character(String value) {
    if (value.charAt(0) != '/' || value.length() == 1) {
      return value.charAt(0);
    }
    return switch (value.charAt(1)) {
      case 't' -> '\t';
      case 's' -> ' ';
      default -> '\\';
    };
  }
}
