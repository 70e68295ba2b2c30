package io.smbscope.session;

import io.smbscope.base.Stamp;

/**
 * One READ or WRITE that succeeded.
 *
 * @param at packet with the octets
 * @param offset in the file
 * @param count octets read or written
 * @param missing how many of them, at their end, the capture does not hold
 * @param payload of the message that carries them; null when there is none
 * @param command index in the message's chain
 */
record Transfer(Stamp at, long offset, long count, long missing, Payload payload, int command) {
  long end() {
    return offset + count;
  }

  /** Octets that the capture holds. */
  long present() {
    return Math.max(0, count - missing);
  }
}
