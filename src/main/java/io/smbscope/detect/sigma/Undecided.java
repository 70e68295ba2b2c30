package io.smbscope.detect.sigma;

/**
 * It cannot be said whether a row matches: a text from the wire is more than a regular expression
 * of a rule can be tried on, or of a column the value is not known.
 */
final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Undecided() {
    super("too long to be tried", null, false, false);
  }
}
