package io.smbscope.session.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression at an offset, or at any of a range of offsets; each octet is a character.
 */
final class RegexMatch implements Placed {
  /** Octets that an expression is shown. */
  private static final int WINDOW = 8192;

  private final int from;
  private final int to;
  private final Pattern pattern;
  private final int size;

  /** Octets that a match can begin with. */
  private final boolean[] first = new boolean[256];

  RegexMatch(int from, int to, String expression) {
    this.from = from;
    this.to = to;
    this.pattern = Pattern.compile(expression);
    this.size = expression.length();
    for (int octet = 0; octet < first.length; octet++) {
      first[octet] = canBeginWith(String.valueOf((char) octet));
    }
  }

  /** It matches, or with more behind it would. */
  private boolean canBeginWith(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() || matcher.hitEnd();
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public boolean canBeginWith(int octet) {
    return first[octet];
  }

  @Override
  public boolean canBeginWith(int one, int other) {
    return first[one] && canBeginWith(new String(new char[] {(char) one, (char) other}));
  }

  @Override
  public boolean matchesAt(byte[] start, int offset) {
    return from <= start.length
        && first[offset < start.length ? start[offset] & 0xFF : 0]
        && pattern.matcher(new Window(start, offset, WINDOW)).lookingAt();
  }

  @Override
  public int size() {
    return size;
  }

  private static final class Window implements CharSequence {
    private final byte[] octets;
    private final int from;
    private final int length;

    Window(byte[] octets, int from, int length) {
      this.octets = octets;
      this.from = from;
      this.length = length;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      int at = from + index;
      return at < octets.length ? (char) (octets[at] & 0xFF) : 0;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Window(octets, from + start, end - start);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(length);
      for (int i = 0; i < length; i++) {
        text.append(charAt(i));
      }
      return text.toString();
    }
  }
}
