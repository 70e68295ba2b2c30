package io.smbscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** smbscope started within a test, without a terminal. */
public final class InProcess {
  private static final int COLUMNS = 200;

  private InProcess() {}

  /**
   * What a run left behind.
   *
   * @param status exit status
   */
  public record Run(int status, String out, String err) {}

  public static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            false,
            false,
            COLUMNS,
            false);
    int status = Main.run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
