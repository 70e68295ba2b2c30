package io.smbscope.dissect.filter;

import java.util.List;

/** What is wrong with a filter, and where. */
public final class FilterError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String filter;
  private final int at;
  private final int length;

  FilterError(String message, String filter, int at, int length) {
    super(message);
    this.filter = filter;
    this.at = at;
    this.length = length;
  }

  /** Counted from 0. */
  public int column() {
    return at;
  }

  /** For a terminal: what is wrong, the filter, and a mark below the place. */
  public List<String> lines() {
    String mark = " ".repeat(at) + "^" + "~".repeat(Math.max(0, length - 1));
    return List.of(getMessage(), "    " + filter, "    " + mark);
  }
}
