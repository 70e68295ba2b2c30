package io.smbscope.netbios;

import java.util.Arrays;

/**
 * The fragments of one NetBIOS datagram, in order; a sender sends one datagram after the other, and
 * its fragments in one go. RFC 1002 4.4.1
 */
final class DatagramFragments {
  /** Octets of user data; a mailslot message in a datagram has 424 at most. [MS-MAIL] 1.3 */
  private static final int LONGEST = 2048;

  private static final byte[] NONE = {};

  enum Outcome {
    /** Others are to follow. */
    INCOMPLETE,
    /** It was the last. */
    COMPLETE,
    /** What should come before it did not, or the datagram is too long. */
    UNRELATED
  }

  private final long idle;
  private byte[] userData = NONE;
  private int datagramId;
  private boolean open;
  private long begun;

  DatagramFragments(long idle) {
    this.idle = idle;
  }

  /** Adds the fragment whose user data begin at {@code offset} of the whole. */
  Outcome add(int datagramId, int offset, byte[] fragment, boolean more, long nanos) {
    if (offset == 0) {
      this.datagramId = datagramId;
      userData = NONE;
      open = true;
      begun = nanos;
    }
    boolean follows =
        open
            && datagramId == this.datagramId
            && offset == userData.length
            && offset + fragment.length <= LONGEST
            && nanos - begun <= idle;
    if (!follows) {
      open = false;
      userData = NONE;
      return Outcome.UNRELATED;
    }
    userData = Arrays.copyOf(userData, offset + fragment.length);
    System.arraycopy(fragment, 0, userData, offset, fragment.length);
    open = more;
    return more ? Outcome.INCOMPLETE : Outcome.COMPLETE;
  }

  /** The user data of the completed datagram. */
  byte[] take() {
    byte[] whole = userData;
    userData = NONE;
    return whole;
  }
}
