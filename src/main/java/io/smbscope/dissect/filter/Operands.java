package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.field.SimilarNames;
import io.smbscope.dissect.filter.SliceOperand.Range;
import io.smbscope.dissect.filter.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what stands at a side of a relation: fields, slices, functions, calculations, values. */
final class Operands {
  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private final Set<String> fields = new LinkedHashSet<>();
  private int depth;

  Operands(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * One side of a relation.
   *
   * @param operand null when it is a mere value, which only the other side gives a type
   * @param start its first piece; the value
   */
  record Side(Operand operand, Token start) {}

  /** A value of the filter itself. */
  private record Literal(Object value, FieldType type) implements Operand {
    @Override
    public List<Object> values(FrameTree tree) {
      return List.of(value);
    }
  }

  /** The names of all fields seen. */
  Set<String> fields() {
    return fields;
  }

  Side side() throws FilterError {
    Side left = sum();
    while (tokens.take("&", "bitwise_and")) {
      left = calculation('&', left, sum());
    }
    return left;
  }

  private Side sum() throws FilterError {
    Side left = product();
    while (tokens.peek().is("+", "-")) {
      char operator = tokens.next().text().charAt(0);
      left = calculation(operator, left, product());
    }
    return left;
  }

  private Side product() throws FilterError {
    Side left = factor();
    while (tokens.peek().is("*", "/", "%")) {
      char operator = tokens.next().text().charAt(0);
      left = calculation(operator, left, factor());
    }
    return left;
  }

  private Side calculation(char operator, Side left, Side right) throws FilterError {
    Operand first = left.operand();
    Operand second = right.operand();
    if (first == null) {
      Operand number = second == null ? number(left.start()) : second;
      first = literal(left, number);
    }
    if (second == null) {
      second = literal(right, first);
    }
    boolean numbers = isNumber(first.type()) && isNumber(second.type());
    if (!numbers && (operator != '&' || !isOctets(first.type()) || !isOctets(second.type()))) {
      throw tokens.error("\"" + operator + "\" cannot be done with this.", left.start());
    }
    return new Side(new Calculation(operator, first, second), left.start());
  }

  /** A number that no field is beside. */
  private Operand number(Token token) throws FilterError {
    Long value = token.isWord() ? Literals.integer(token.text()) : null;
    if (value == null) {
      throw tokens.error(token.text() + " is neither a field nor a number.", token);
    }
    return new Literal(value, FieldType.FT_UINT);
  }

  private Side factor() throws FilterError {
    if (++depth > DEEPEST) {
      throw tokens.error("This is nested too deeply.", tokens.peek());
    }
    Token start = tokens.peek();
    Side side;
    if (tokens.take("-")) {
      Side of = factor();
      Operand operand = of.operand() == null ? number(of.start()) : of.operand();
      Operand zero = new Literal(0L, operand.type());
      side = calculation('-', new Side(zero, start), new Side(operand, of.start()));
    } else if (tokens.take("{")) {
      side = side();
      tokens.want("}");
    } else {
      side = atom(tokens.next());
    }
    depth--;
    return side;
  }

  private Side atom(Token token) throws FilterError {
    switch (token.kind()) {
      case WORD -> {
        if (tokens.peek().is("(")) {
          return sliced(new Side(function(token), token));
        }
        List<Field> definitions = Fields.all().of(token.text());
        if (definitions.isEmpty()) {
          return new Side(null, token);
        }
        fields.add(token.text());
        return sliced(new Side(new FieldOperand(definitions.get(0)), token));
      }
      case STRING, RAW, CHARACTER -> {
        return new Side(null, token);
      }
      default ->
          throw token.kind() == Kind.END
              ? tokens.error("Unexpected end of filter expression.", token)
              : tokens.error("\"" + token.text() + "\" was unexpected in this context.", token);
    }
  }

  private Operand function(Token token) throws FilterError {
    Function.Name name = Function.Name.of(token.text());
    if (name == null) {
      throw tokens.error("Function '" + token.text() + "' does not exist", token);
    }
    tokens.want("(");
    List<Operand> of = new ArrayList<>();
    do {
      Side side = side();
      if (side.operand() == null && of.isEmpty()) {
        throw tokens.error(
            "Only fields can be used as parameter for " + token.text() + "()", side.start());
      }
      of.add(side.operand() == null ? literal(side, of.get(0)) : side.operand());
      check(token, name, side, of);
    } while (tokens.take(","));
    tokens.want(")");
    return new Function(name, of);
  }

  private void check(Token token, Function.Name name, Side side, List<Operand> of)
      throws FilterError {
    FieldType type = of.get(of.size() - 1).type();
    String problem =
        switch (name) {
          case LOWER, UPPER ->
              type == FieldType.FT_STRING && of.size() == 1 ? null : "one string type field";
          case COUNT, STRING ->
              of.get(0) instanceof FieldOperand && of.size() == 1 ? null : "one field";
          case LEN -> of.size() == 1 ? null : "one field";
          case ABS -> isNumber(type) && of.size() == 1 ? null : "one number";
          default -> {
            checkComparable(of.get(0), of.get(of.size() - 1), side.start());
            yield null;
          }
        };
    if (problem != null) {
      throw tokens.error(
          "Only " + problem + " can be used as parameter for " + token.text() + "()", side.start());
    }
  }

  /**
   * {@code [0:4]}, {@code [1-2]}, {@code [3]}, {@code [:2]}, {@code [-3:]}, several with commas.
   */
  private Side sliced(Side side) throws FilterError {
    Side sliced = side;
    while (tokens.take("[")) {
      if (!hasOctets(sliced.operand().type()) && sliced.operand().type() != FieldType.FT_GUID) {
        throw tokens.error(
            "\"" + side.start().text() + "\" cannot be sliced into a sequence of bytes.",
            side.start());
      }
      List<Range> ranges = new ArrayList<>();
      do {
        ranges.add(range());
      } while (tokens.take(","));
      tokens.want("]");
      sliced = new Side(new SliceOperand(sliced.operand(), List.copyOf(ranges)), side.start());
    }
    return sliced;
  }

  private Range range() throws FilterError {
    if (tokens.take(":")) {
      return new Range(0, 0, sliceNumber());
    }
    int from = sliceNumber();
    if (tokens.take(":")) {
      return tokens.peek().is("]", ",")
          ? new Range(from, Range.END, -1)
          : new Range(from, 0, sliceNumber());
    }
    return tokens.take("-") ? new Range(from, sliceNumber(), -1) : new Range(from, 0, 1);
  }

  private int sliceNumber() throws FilterError {
    boolean negative = tokens.take("-");
    Token token = tokens.peek();
    Long number = token.isWord() ? Literals.integer(token.text()) : null;
    if (number == null || number < 0 || number > Integer.MAX_VALUE) {
      throw tokens.unexpected();
    }
    tokens.next();
    return negative ? -number.intValue() : number.intValue();
  }

  /** The value of a side that is none of a field, as the other side wants it. */
  Operand literal(Side side, Operand beside) throws FilterError {
    try {
      return new Literal(Literals.of(side.start(), beside), beside.type());
    } catch (IllegalArgumentException e) {
      throw tokens.error(e.getMessage(), side.start());
    }
  }

  /** A value that another may contain: of an address some of its octets. */
  Operand part(Side side, Operand whole) throws FilterError {
    Operand octets = new SliceOperand(whole, List.of());
    return literal(side, whole.type() == FieldType.FT_STRING ? whole : octets);
  }

  void checkComparable(Operand first, Operand second, Token at) throws FilterError {
    boolean same =
        first.type() == second.type()
            || (isNumber(first.type()) && isNumber(second.type()))
            || (isOctets(first.type()) && isOctets(second.type()));
    if (!same) {
      throw tokens.error("These two are not of compatible types.", at);
    }
  }

  /** Names that may have been meant. */
  String similar(Token token) {
    List<String> names = token.isWord() ? SimilarNames.of(token.text()) : List.of();
    return names.isEmpty() ? "" : " Did you mean " + String.join(", ", names) + "?";
  }

  static boolean isNumber(FieldType type) {
    return switch (type) {
      case FT_UINT, FT_INT, FT_FRAMENUM, FT_BOOLEAN, FT_RELATIVE_TIME -> true;
      default -> false;
    };
  }

  private static boolean isOctets(FieldType type) {
    return (hasOctets(type) && type != FieldType.FT_STRING) || type == FieldType.FT_GUID;
  }

  /** What can be sliced, contain something, or match. */
  static boolean hasOctets(FieldType type) {
    return switch (type) {
      case FT_STRING, FT_BYTES, FT_PROTOCOL, FT_ETHER, FT_IPV4, FT_IPV6, FT_GUID -> true;
      default -> false;
    };
  }
}
