package io.smbscope.detect.sigma;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a rule, found anywhere in a text. Texts are hostile: the characters
 * looked at are counted, and a text that takes too many stays undecided.
 */
final class Search {
  /** Characters looked at for one text. */
  private static final int STEPS = 1_000_000;

  private final Pattern pattern;

  private Search(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles one.
   *
   * @throws IllegalArgumentException it is none, or uses what other flavours read otherwise
   */
  static Search of(String regex, Modifiers modifiers) {
    if (regex.contains("[:") || (regex.contains("[.") && regex.contains(".]"))) {
      throw new IllegalArgumentException("POSIX classes in a regular expression: `" + regex + "`");
    }
    int flags = modifiers.has(Modifiers.Name.I) ? ignoreCase() : 0;
    flags |= modifiers.has(Modifiers.Name.M) ? Pattern.MULTILINE : 0;
    flags |= modifiers.has(Modifiers.Name.S) ? Pattern.DOTALL : 0;
    String placed = regex;
    if (modifiers.has(Modifiers.Name.STARTSWITH)) {
      placed = "\\A(?:" + regex + ")";
    } else if (modifiers.has(Modifiers.Name.ENDSWITH)) {
      placed = "(?:" + regex + ")\\z";
    }
    try {
      return new Search(Pattern.compile(placed, flags));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "no regular expression: `" + regex + "`: " + e.getDescription(), e);
    }
  }

  private static int ignoreCase() {
    return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  }

  boolean in(String text) {
    try {
      Matcher matcher = pattern.matcher(new Counted(text));
      return matcher.find();
    } catch (StackOverflowError e) {
      throw new Undecided();
    }
  }

  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > STEPS) {
        throw new Undecided();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
