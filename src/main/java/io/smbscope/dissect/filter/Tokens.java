package io.smbscope.dissect.filter;

import io.smbscope.dissect.filter.Token.Kind;
import java.util.List;

/** A filter's pieces, from the first to the last. */
final class Tokens {
  private final String filter;
  private final List<Token> all;
  private int at;

  Tokens(String filter) throws FilterError {
    this.filter = filter;
    this.all = Lexer.tokens(filter);
  }

  Token peek() {
    return all.get(at);
  }

  /** The one behind the next. */
  Token beyond() {
    return all.get(Math.min(at + 1, all.size() - 1));
  }

  /** The last stays. */
  Token next() {
    Token token = all.get(at);
    at = Math.min(at + 1, all.size() - 1);
    return token;
  }

  /** Takes the next if it is one of these. */
  boolean take(String... operators) {
    boolean taken = peek().is(operators);
    if (taken) {
      next();
    }
    return taken;
  }

  void want(String operator) throws FilterError {
    if (!take(operator)) {
      throw unexpected();
    }
  }

  FilterError unexpected() {
    Token token = peek();
    return token.kind() == Kind.END
        ? error("Unexpected end of filter expression.", token)
        : error("\"" + text(token) + "\" was unexpected in this context.", token);
  }

  private String text(Token token) {
    return filter.substring(token.at(), token.at() + token.length());
  }

  FilterError error(String message, Token token) {
    return new FilterError(message, filter, token.at(), token.length());
  }
}
