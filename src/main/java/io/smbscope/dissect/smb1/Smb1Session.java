package io.smbscope.dissect.smb1;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a connection's messages have told: requests that wait, opens, trees, users. */
public final class Smb1Session {
  static final int MOST = 4096;

  private final Opens opens = new Opens();

  /** Files and pipes by tree and FID. */
  public Opens opens() {
    return opens;
  }

  /** A table that forgets its oldest entry beyond {@link #MOST}. */
  static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
      }
    };
  }
}
