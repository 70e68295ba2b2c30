package io.smbscope.report;

/**
 * One column of a table.
 *
 * @param title short, or empty
 * @param kind how it is set
 * @param rank 0 always stands; where the width does not suffice the highest rank goes first
 */
record Column(String title, Kind kind, int rank) {
  /** How a column is set. */
  enum Kind {
    /** To the right, never cut. */
    NUMBER,
    /** To the left, never cut: words of ours. */
    WORD,
    /** To the left, cut in the middle where it must be: text from the wire. */
    TEXT,
    /** To the left, wrapped; the last column only. */
    PROSE
  }

  static Column number(String title, int rank) {
    return new Column(title, Kind.NUMBER, rank);
  }

  static Column word(String title, int rank) {
    return new Column(title, Kind.WORD, rank);
  }

  static Column text(String title, int rank) {
    return new Column(title, Kind.TEXT, rank);
  }

  static Column prose(String title) {
    return new Column(title, Kind.PROSE, 0);
  }
}
