package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;

/** What a criterion looks at: the current row of a log. */
interface Row {
  Stamp at();

  /** As its column's kind says; null where it is unset. */
  Object value(int column);

  /** Null where it is unset; of several texts, joined by commas. */
  String text(int column);

  /** What patterns compare with when case counts: a name has no backslash before. */
  String plain(int column);

  /** What patterns compare with when it does not: the same, folded. */
  String folded(int column);

  /** The same for patterns that ask for a backslash first: a name with one, of a pipe as sent. */
  String rooted(int column, boolean cased);
}
