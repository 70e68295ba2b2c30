package io.smbscope.dissect.filter;

import io.smbscope.dissect.filter.Token.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a filter into its pieces. */
final class Lexer {
  /** Longer ones first. */
  private static final List<String> OPERATORS =
      List.of(
          "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "^^", "..", "!", "<", ">", "&", "~",
          "(", ")", "{", "}", "[", "]", ",", "+", "*", "/", "%", "-", ":");

  private final String filter;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String filter) {
    this.filter = filter;
  }

  /** The pieces, an {@link Kind#END} last. */
  static List<Token> tokens(String filter) throws FilterError {
    Lexer lexer = new Lexer(filter);
    while (lexer.at < filter.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Kind.END, "", filter.length(), 1));
    return List.copyOf(lexer.tokens);
  }

  private void next() throws FilterError {
    char first = filter.charAt(at);
    if (Character.isWhitespace(first)) {
      at++;
    } else if (first == '"') {
      string(at, at + 1);
    } else if ((first == 'r' || first == 'R') && filter.startsWith("\"", at + 1)) {
      raw();
    } else if (first == '\'') {
      character();
    } else if (!filter.startsWith("..", at) && (isWordPart(first) || startsNumber(first))) {
      word();
    } else {
      operator();
    }
  }

  /** Within a slice every number and sign stands for itself. */
  private boolean inSlice() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is("[", "]")) {
        return tokens.get(i).is("[");
      }
    }
    return false;
  }

  /** A minus, where a value may begin. */
  private boolean startsNumber(char first) {
    if (first == ':') {
      return !inSlice() && filter.startsWith("::", at);
    }
    if (first != '-' || inSlice() || at + 1 >= filter.length() || !isDigit(filter.charAt(at + 1))) {
      return false;
    }
    return tokens.isEmpty()
        || (tokens.get(tokens.size() - 1).kind() == Kind.OPERATOR
            && !tokens.get(tokens.size() - 1).is(")", "]", "}"))
        || tokens.get(tokens.size() - 1).is("eq", "ne", "lt", "le", "gt", "ge");
  }

  private void word() {
    int from = at++;
    boolean slice = inSlice();
    while (at < filter.length()) {
      char unit = filter.charAt(at);
      boolean joins = !slice && (unit == ':' || unit == '-' || unit == '/') && joinsAt(unit);
      if ((!isWordPart(unit) && !joins) || filter.startsWith("..", at)) {
        break;
      }
      at++;
    }
    tokens.add(new Token(Kind.WORD, filter.substring(from, at), from, at - from));
  }

  /** As in addresses, dates and names with a hyphen. */
  private boolean joinsAt(char unit) {
    boolean ends = at + 1 >= filter.length() || !isWordPart(filter.charAt(at + 1));
    return !ends || (unit == ':' && (filter.startsWith("::", at) || filter.charAt(at - 1) == ':'));
  }

  private static boolean isWordPart(char unit) {
    return isDigit(unit)
        || (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || unit == '_'
        || unit == '.'
        || unit >= 0x80;
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private void operator() throws FilterError {
    for (String operator : OPERATORS) {
      if (filter.startsWith(operator, at)) {
        tokens.add(new Token(Kind.OPERATOR, operator, at, operator.length()));
        at += operator.length();
        return;
      }
    }
    throw new FilterError(
        "\"" + filter.charAt(at) + "\" was unexpected in this context.", filter, at, 1);
  }

  private void raw() throws FilterError {
    int end = filter.indexOf('"', at + 2);
    while (end > 0 && filter.charAt(end - 1) == '\\') {
      end = filter.indexOf('"', end + 1);
    }
    if (end < 0) {
      throw unfinished();
    }
    tokens.add(new Token(Kind.RAW, filter.substring(at + 2, end), at, end + 1 - at));
    at = end + 1;
  }

  private void string(int start, int from) throws FilterError {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    at = from;
    while (at < filter.length() && filter.charAt(at) != '"') {
      unit(octets);
    }
    if (at >= filter.length()) {
      throw unfinished();
    }
    at++;
    String text = octets.toString(StandardCharsets.UTF_8);
    tokens.add(new Token(Kind.STRING, text, octets.toByteArray(), start, at - start));
  }

  private void character() throws FilterError {
    int start = at++;
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    if (at < filter.length()) {
      unit(octets);
    }
    if (octets.size() != 1 || at >= filter.length() || filter.charAt(at) != '\'') {
      throw new FilterError("A character constant is one octet in ''.", filter, start, 1);
    }
    at++;
    String text = octets.toString(StandardCharsets.ISO_8859_1);
    tokens.add(new Token(Kind.CHARACTER, text, octets.toByteArray(), start, at - start));
  }

  /** One character, or an escape. */
  private void unit(ByteArrayOutputStream octets) throws FilterError {
    if (filter.charAt(at) != '\\') {
      int point = filter.codePointAt(at);
      at += Character.charCount(point);
      octets.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      return;
    }
    int start = at++;
    char kind = at < filter.length() ? filter.charAt(at++) : '\0';
    switch (kind) {
      case '"', '\\', '\'' -> octets.write(kind);
      case 'a' -> octets.write(7);
      case 'b' -> octets.write('\b');
      case 'f' -> octets.write('\f');
      case 'n' -> octets.write('\n');
      case 'r' -> octets.write('\r');
      case 't' -> octets.write('\t');
      case 'v' -> octets.write(11);
      case 'x' -> octets.write(digits(start, 16, 2));
      case '0', '1', '2', '3' -> {
        at--;
        octets.write(digits(start, 8, 3));
      }
      default ->
          throw new FilterError(
              "\\" + kind + " is not a valid character escape sequence", filter, start, 2);
    }
  }

  private int digits(int start, int base, int most) throws FilterError {
    int value = 0;
    int from = at;
    while (at < filter.length()
        && at - from < most
        && Character.digit(filter.charAt(at), base) >= 0) {
      value = value * base + Character.digit(filter.charAt(at++), base);
    }
    if (at == from) {
      throw new FilterError("An escape without digits.", filter, start, 2);
    }
    return value & 0xFF;
  }

  private FilterError unfinished() {
    return new FilterError(
        "The final quote was missing from a quoted string.", filter, filter.length(), 1);
  }
}
