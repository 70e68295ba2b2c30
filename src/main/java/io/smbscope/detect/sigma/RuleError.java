package io.smbscope.detect.sigma;

/** A rule that cannot be run; the message says where it stands and what of it is wrong. */
final class RuleError extends Exception {
  private static final long serialVersionUID = 1L;

  RuleError(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
