package io.smbscope.detect.sigma;

import java.util.List;

/** Rules that cannot be run. */
public final class SigmaErrors extends Exception {
  private static final long serialVersionUID = 1L;

  /** One for each that is wrong, with file and line. */
  private final transient List<String> lines;

  SigmaErrors(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /** One for each that is wrong: file, line, and what. */
  public List<String> lines() {
    return lines;
  }
}
