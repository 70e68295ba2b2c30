package io.smbscope.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The standard streams, and what the launcher found out about them: Java cannot tell whether one of
 * them alone is a terminal.
 *
 * @param outIsTerminal standard output is one
 * @param errIsTerminal standard error is one
 * @param columns width of the terminal
 * @param colour colours are wanted: a terminal, and NO_COLOR is not set
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    boolean colour) {
  private static final int USUAL_COLUMNS = 80;

  /** Where no window bounds the width, names are not cut without need. */
  private static final int FILE_COLUMNS = 200;

  private static final int FEWEST_COLUMNS = 40;

  static Terminal ofProcess() {
    boolean outIsTerminal = Boolean.getBoolean("smbscope.stdout.terminal");
    String noColor = System.getenv("NO_COLOR");
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new StandardStream(FileDescriptor.out),
        new StandardStream(FileDescriptor.err),
        outIsTerminal,
        Boolean.getBoolean("smbscope.stderr.terminal"),
        columnsOfLauncher(),
        outIsTerminal && (noColor == null || noColor.isEmpty()));
  }

  private static int columnsOfLauncher() {
    int columns = Integer.getInteger("smbscope.columns", FILE_COLUMNS);
    return columns < FEWEST_COLUMNS ? USUAL_COLUMNS : columns;
  }

  /** Standard output for what is no text of ours: its failures are thrown. */
  OutputStream lines() {
    return out instanceof StandardStream stream ? stream.octets() : out;
  }

  /** One line for the user on standard error. */
  void complain(String message) {
    StringBuilder line = new StringBuilder("smbscope: ");
    // File names may hold anything.
    message
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(line::appendCodePoint);
    err.println(line);
    err.flush();
  }
}
