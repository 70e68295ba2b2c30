package io.smbscope.session;

import io.smbscope.smb.smb2.Smb2Header;

/**
 * Which MessageIds a client may use, and which it has used, as far as that shows: nothing is said
 * once messages were lost or encrypted. [MS-SMB2] 3.3.1.1, 3.3.5.2.3
 */
final class SequenceWindow {
  /** MessageIds that are remembered behind the highest one; a power of two. */
  private static final int REMEMBERED = 4096;

  /** One bit for each of the {@link #REMEMBERED} ids up to {@link #next}. */
  private long[] used;

  /** Behind the highest MessageId used. */
  private long next;

  /** Behind the highest MessageId that the server granted. */
  private long granted = 1;

  private boolean blind;

  /** Messages were lost or hidden: what is granted and used is not known any more. */
  void lose() {
    blind = true;
    used = null;
  }

  /** Not all requests and responses so far were seen. */
  boolean blind() {
    return blind;
  }

  /** Credits of any response. */
  void grant(Smb2Header header) {
    granted += header.credits();
  }

  /** Takes in a request's MessageIds; returns what is wrong with them, or null. */
  String use(Smb2Header header) {
    if (blind) {
      return null;
    }
    long id = header.messageId();
    long end = id + Math.max(1, header.creditCharge());
    if (id < 0 || end > granted) {
      lose();
      return "request with MessageId " + id + " where credits go up to " + (granted - 1);
    }
    boolean again = false;
    for (long each = id; each < end; each++) {
      again |= !mark(each);
    }
    return again ? "request with MessageId " + id + " again" : null;
  }

  /** Returns false when it was used before, or lies too far back to tell. */
  private boolean mark(long id) {
    if (used == null) {
      used = new long[REMEMBERED / Long.SIZE];
    }
    while (next <= id) {
      if (id - next >= REMEMBERED) {
        java.util.Arrays.fill(used, 0);
        next = id;
      }
      clear(next++);
    }
    if (id < next - REMEMBERED) {
      return false;
    }
    int word = (int) (id & REMEMBERED - 1) / Long.SIZE;
    long bit = 1L << id;
    boolean fresh = (used[word] & bit) == 0;
    used[word] |= bit;
    return fresh;
  }

  private void clear(long id) {
    used[(int) (id & REMEMBERED - 1) / Long.SIZE] &= ~(1L << id);
  }
}
