package io.smbscope.capture;

import java.io.EOFException;

/** The input ended within something. */
final class CutOff extends EOFException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is incomplete and by how much.
   *
   * @param part what is incomplete
   * @param missing octets
   */
  CutOff(String part, long missing) {
    super(part + " needs " + missing + " octets more");
  }
}
