package io.smbscope.dissect.filter;

import java.nio.charset.StandardCharsets;

/**
 * A piece of a filter.
 *
 * @param text of a string without quotes, its escapes resolved
 * @param octets of a string; escapes may make such as are no UTF-8
 * @param at column of its first character, from 0
 * @param length characters in the filter
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Token(Kind kind, String text, byte[] octets, int at, int length) {
  enum Kind {
    /** A name, or a value that is not quoted. */
    WORD,
    STRING,
    /** {@code r"..."} */
    RAW,
    CHARACTER,
    OPERATOR,
    END
  }

  Token(Kind kind, String text, int at, int length) {
    this(kind, text, text.getBytes(StandardCharsets.UTF_8), at, length);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isString() {
    return kind == Kind.STRING || kind == Kind.RAW;
  }

  /** One of these operators, or words in their place. */
  boolean is(String... texts) {
    if (kind != Kind.OPERATOR && kind != Kind.WORD) {
      return false;
    }
    for (String one : texts) {
      if (one.equals(text)) {
        return true;
      }
    }
    return false;
  }
}
