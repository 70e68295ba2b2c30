package io.smbscope.output;

/**
 * The written forms of texts that were written lately: most texts come again soon. Each text has
 * two places, by its hash; a new one takes the place of the older of those that share them.
 */
public final class KnownTexts {
  /** A power of two. */
  private static final int PLACES = 1 << 10;

  /** Characters of the longest text that is kept. */
  private static final int LONGEST = 64;

  private final String[] texts = new String[PLACES];
  private final byte[][] written = new byte[PLACES][];

  /** The written form of a text, not to be changed; null when it is not known. */
  public byte[] get(String text) {
    int place = place(text);
    if (text.equals(texts[place])) {
      return written[place];
    }
    return text.equals(texts[place + 1]) ? written[place + 1] : null;
  }

  public void put(String text, byte[] form) {
    if (text.length() <= LONGEST) {
      int place = place(text);
      texts[place + 1] = texts[place];
      written[place + 1] = written[place];
      texts[place] = text;
      written[place] = form;
    }
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return ((hash ^ (hash >>> 16)) << 1) & (PLACES - 1);
  }
}
