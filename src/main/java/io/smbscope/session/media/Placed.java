package io.smbscope.session.media;

/** A condition on the octets at one of a range of offsets, both included. */
sealed interface Placed extends Clause permits OctetMatch, RegexMatch {

  int from();

  int to();

  boolean matchesAt(byte[] start, int offset);

  /** Whether a match can begin with an octet. */
  boolean canBeginWith(int octet);

  /** Whether a match can begin with two octets; true where that is not known. */
  boolean canBeginWith(int first, int second);

  /** Behind the file's octets it is tried only when it can begin with the zeros there. */
  @Override
  default boolean matches(byte[] start) {
    int last = canBeginWith(0) ? to() : Math.min(to(), start.length - 1);
    for (int offset = from(); offset <= last; offset++) {
      int octet = offset < start.length ? start[offset] & 0xFF : 0;
      if (canBeginWith(octet) && matchesAt(start, offset)) {
        return true;
      }
    }
    return false;
  }
}
