package io.smbscope.report;

/** What a reader should take a text for; colours follow from it. */
enum Style {
  PLAIN,
  /** Protected as it should be. */
  GOOD,
  /** Worth a look: something was lost, or could be better. */
  WARN,
  /** A weakness or a failure. */
  BAD,
  /** Beside the point. */
  FAINT
}
