package io.smbscope.report;

/**
 * One column of a table.
 *
 * @param title short, or empty
 * @param kind how it is set
 * @param rank 0 always stands; where the width does not suffice the highest rank goes first
 * @param least terminal columns below which it is not cut while another column can go instead
 */
record Column(String title, Kind kind, int rank, int least) {
  /** Holds {@code 255.255.255.255}. */
  private static final int ADDRESS = 15;

  /** Holds that with port 445. */
  private static final int ENDPOINT = 19;

  private static final int PROSE = 24;
  private static final int TEXT = 12;

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
    return new Column(title, Kind.NUMBER, rank, 0);
  }

  static Column word(String title, int rank) {
    return new Column(title, Kind.WORD, rank, 0);
  }

  static Column text(String title, int rank) {
    return new Column(title, Kind.TEXT, rank, TEXT);
  }

  static Column address(String title, int rank) {
    return new Column(title, Kind.TEXT, rank, ADDRESS);
  }

  static Column endpoint(String title, int rank) {
    return new Column(title, Kind.TEXT, rank, ENDPOINT);
  }

  static Column prose(String title) {
    return new Column(title, Kind.PROSE, 0, PROSE);
  }

  boolean canBeCut() {
    return kind == Kind.TEXT || kind == Kind.PROSE;
  }
}
