package io.smbscope.dissect.filter;

import io.smbscope.dissect.filter.Comparison.Relation;
import io.smbscope.dissect.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a filter: tests joined by {@code or}, {@code xor}, {@code and}, {@code not}, in this order
 * of binding, the last the closest. wireshark-filter(4)
 */
final class Parser {
  private static final int DEEPEST = 100;

  private final Operands operands;
  private final Tokens tokens;
  private int depth;

  Parser(String text) throws FilterError {
    this.tokens = new Tokens(text);
    this.operands = new Operands(tokens);
  }

  Filter filter() throws FilterError {
    if (tokens.peek().kind() == Kind.END) {
      throw tokens.error("The filter is empty.", tokens.peek());
    }
    Test test = or();
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.unexpected();
    }
    return new Filter(test, operands.fields());
  }

  private Test or() throws FilterError {
    List<Test> tests = new ArrayList<>(List.of(xor()));
    while (tokens.take("||", "or")) {
      tests.add(xor());
    }
    return tests.size() == 1 ? tests.get(0) : tree -> tests.stream().anyMatch(t -> t.matches(tree));
  }

  private Test xor() throws FilterError {
    List<Test> tests = new ArrayList<>(List.of(and()));
    while (tokens.take("^^", "xor")) {
      tests.add(and());
    }
    return tests.size() == 1
        ? tests.get(0)
        : tree -> tests.stream().filter(t -> t.matches(tree)).count() % 2 == 1;
  }

  private Test and() throws FilterError {
    List<Test> tests = new ArrayList<>(List.of(not()));
    while (tokens.take("&&", "and")) {
      tests.add(not());
    }
    return tests.size() == 1 ? tests.get(0) : tree -> tests.stream().allMatch(t -> t.matches(tree));
  }

  private Test not() throws FilterError {
    boolean negated = false;
    while (tokens.take("!", "not")) {
      negated = !negated;
    }
    Test test = primary();
    return negated ? tree -> !test.matches(tree) : test;
  }

  private Test primary() throws FilterError {
    if (!tokens.peek().is("(")) {
      return relation();
    }
    if (++depth > DEEPEST) {
      throw tokens.error("This is nested too deeply.", tokens.peek());
    }
    tokens.next();
    Test test = or();
    tokens.want(")");
    depth--;
    return test;
  }

  private Test relation() throws FilterError {
    Token quantifier =
        tokens.peek().is("any", "all") && tokens.beyond().isWord() ? tokens.next() : null;
    Token start = tokens.peek();
    Operands.Side left = operands.side();
    List<Test> chain = new ArrayList<>();
    while (true) {
      Token operator = tokens.peek();
      if (tokens.take("in")) {
        chain.add(members(left, start));
        break;
      }
      if (operator.is("not") && tokens.beyond().is("in")) {
        tokens.next();
        tokens.next();
        Test in = members(left, start);
        chain.add(tree -> !in.matches(tree));
        break;
      }
      if (tokens.take("matches", "~")) {
        chain.add(matching(left, start));
        break;
      }
      Relation relation = relation(operator);
      if (relation == null) {
        break;
      }
      tokens.next();
      Operands.Side right = operands.side();
      chain.add(comparison(relation, operator, quantifier, left, right));
      left = right;
    }
    if (chain.isEmpty()) {
      return existence(left, start);
    }
    return chain.size() == 1 ? chain.get(0) : tree -> chain.stream().allMatch(t -> t.matches(tree));
  }

  private static Relation relation(Token token) {
    if (token.kind() != Kind.OPERATOR && token.kind() != Kind.WORD) {
      return null;
    }
    return switch (token.text()) {
      case "==", "eq", "any_eq", "===", "all_eq" -> Relation.EQUAL;
      case "!=", "ne", "all_ne", "!==", "any_ne" -> Relation.UNEQUAL;
      case "<", "lt" -> Relation.LESS;
      case "<=", "le" -> Relation.LESS_OR_EQUAL;
      case ">", "gt" -> Relation.GREATER;
      case ">=", "ge" -> Relation.GREATER_OR_EQUAL;
      case "contains" -> Relation.CONTAINS;
      default -> null;
    };
  }

  private Test comparison(
      Relation relation, Token operator, Token quantifier, Operands.Side left, Operands.Side right)
      throws FilterError {
    boolean all =
        quantifier == null
            ? operator.is("!=", "ne", "all_ne", "===", "all_eq")
            : quantifier.is("all");
    if (left.operand() == null && right.operand() == null) {
      throw tokens.error(
          "Left side of \""
              + operator.text()
              + "\" expression must be a field or function, not "
              + left.start().text()
              + "."
              + operands.similar(left.start()),
          left.start());
    }
    Operand first =
        left.operand() == null ? operands.literal(left, right.operand()) : left.operand();
    if (relation == Relation.CONTAINS && !Operands.hasOctets(first.type())) {
      throw tokens.error("Numbers and times contain nothing.", left.start());
    }
    Operand second = right.operand();
    if (second == null) {
      second =
          relation == Relation.CONTAINS
              ? operands.part(right, first)
              : operands.literal(right, first);
    }
    operands.checkComparable(first, second, right.start());
    return new Comparison(relation, all, first, second);
  }

  private Test matching(Operands.Side left, Token start) throws FilterError {
    if (left.operand() == null || !Operands.hasOctets(left.operand().type())) {
      throw tokens.error("Only strings and octets can be matched.", start);
    }
    Token pattern = tokens.next();
    if (!pattern.isString()) {
      throw tokens.error("Matches requires a double quoted string on the right side.", pattern);
    }
    try {
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return new Matching(left.operand(), Pattern.compile(Literals.pattern(pattern), flags));
    } catch (PatternSyntaxException e) {
      throw tokens.error("Regex compilation error: " + e.getDescription() + ".", pattern);
    } catch (StackOverflowError e) {
      throw tokens.error("Regex compilation error: nested too deeply.", pattern);
    }
  }

  /** {@code {1, 5..7}} */
  private Test members(Operands.Side left, Token start) throws FilterError {
    if (left.operand() == null) {
      throw tokens.error("Left side of \"in\" must be a field or function.", start);
    }
    tokens.want("{");
    List<Test> members = new ArrayList<>();
    do {
      Operand low = member(left);
      if (tokens.take("..")) {
        Operand high = member(left);
        members.add(new Between(left.operand(), low, high));
      } else {
        members.add(new Comparison(Relation.EQUAL, false, left.operand(), low));
      }
    } while (tokens.take(","));
    tokens.want("}");
    return tree -> members.stream().anyMatch(t -> t.matches(tree));
  }

  private Operand member(Operands.Side left) throws FilterError {
    Operands.Side side = operands.side();
    Operand member =
        side.operand() == null ? operands.literal(side, left.operand()) : side.operand();
    operands.checkComparable(left.operand(), member, side.start());
    return member;
  }

  /** A field alone, a slice that is there, or bits of which one is set. */
  private Test existence(Operands.Side side, Token start) throws FilterError {
    Operand operand = side.operand();
    if (operand instanceof FieldOperand field) {
      return field::isIn;
    }
    if (operand instanceof SliceOperand slice) {
      return tree -> !slice.values(tree).isEmpty();
    }
    if (operand instanceof Calculation bits && bits.operator() == '&') {
      return tree -> bits.values(tree).stream().anyMatch(Parser::isSet);
    }
    if (operand != null) {
      throw tokens.error("You cannot test whether a function is present.", start);
    }
    throw tokens.error(
        start.text() + " is neither a field nor a protocol name." + operands.similar(start), start);
  }

  private static boolean isSet(Object value) {
    if (value instanceof Long number) {
      return number != 0;
    }
    for (byte octet : (byte[]) value) {
      if (octet != 0) {
        return true;
      }
    }
    return false;
  }
}
