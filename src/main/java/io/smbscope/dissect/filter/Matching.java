package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A value in which a regular expression is found; of octets each is a character. */
record Matching(Operand operand, Pattern pattern) implements Test {
  /** Looks at a text's characters before it is given up, as PCRE has its limit of matches. */
  private static final long MOST_LOOKS = 1_000_000;

  @Override
  public boolean matches(FrameTree tree) {
    for (Object value : operand.values(tree)) {
      String text =
          value instanceof byte[] octets
              ? new String(octets, StandardCharsets.ISO_8859_1)
              : (String) value;
      if (isIn(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(String text) {
    try {
      return pattern.matcher(new Looks(text, 0, text.length(), new long[1])).find();
    } catch (TooManyLooks | StackOverflowError e) {
      return false;
    }
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  @SuppressWarnings("ArrayRecordComponent") // The count is shared, and never compared.
  private record Looks(String text, int from, int to, long[] count) implements CharSequence {
    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (++count[0] > MOST_LOOKS) {
        throw new TooManyLooks();
      }
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Looks(text, from + start, from + end, count);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
