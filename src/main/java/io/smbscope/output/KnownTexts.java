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
  private final int[] hashes = new int[PLACES];
  private final byte[][] written = new byte[PLACES][];

  /** The written form of a text, not to be changed; null when it is not known. */
  public byte[] get(String text) {
    int hash = text.hashCode();
    int place = place(hash);
    if (isAt(place, text, hash)) {
      return written[place];
    }
    return isAt(place + 1, text, hash) ? written[place + 1] : null;
  }

  private boolean isAt(int place, String text, int hash) {
    return hashes[place] == hash && text.equals(texts[place]);
  }

  public void put(String text, byte[] form) {
    if (text.length() <= LONGEST) {
      int hash = text.hashCode();
      int place = place(hash);
      texts[place + 1] = texts[place];
      hashes[place + 1] = hashes[place];
      written[place + 1] = written[place];
      texts[place] = text;
      hashes[place] = hash;
      written[place] = form;
    }
  }

  private static int place(int hash) {
    return ((hash ^ (hash >>> 16)) << 1) & (PLACES - 1);
  }
}
