package io.smbscope.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole program, run within the test's process. */
final class Program {
  static final int DONE = 0;
  static final int WRONG_USAGE = 2;
  static final int UNREADABLE = 3;

  private static final int COLUMNS = 120;

  private Program() {}

  /** What a call gave: on standard output, on standard error, and its exit status. */
  static final class Result {
    private final int status;
    private final byte[] out;
    private final byte[] err;

    private Result(int status, byte[] out, byte[] err) {
      this.status = status;
      this.out = out;
      this.err = err;
    }

    int status() {
      return status;
    }

    byte[] out() {
      return out;
    }

    byte[] err() {
      return err;
    }

    String outText() {
      return new String(out, StandardCharsets.UTF_8);
    }

    String errText() {
      return new String(err, StandardCharsets.UTF_8);
    }

    List<String> outLines() {
      return outText().lines().toList();
    }

    List<String> errLines() {
      return errText().lines().toList();
    }

    /** All JSON lines but the last one, which says how the input was named and stored. */
    String events() {
      String text = outText();
      int last = text.lastIndexOf("{\"type\":\"capture\"");
      return last < 0 ? text : text.substring(0, last);
    }

    /** The last JSON line without what the inputs are called. */
    String capture() {
      String last = outText().substring(events().length());
      return last.replaceFirst("\"inputs\":\\[[^]]*],", "");
    }
  }

  static Result run(String... arguments) {
    return run(InputStream.nullInputStream(), arguments);
  }

  static Result run(byte[] standardInput, String... arguments) {
    return run(new ByteArrayInputStream(standardInput), arguments);
  }

  static Result run(InputStream in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(in, outStream, errStream, false, false, COLUMNS, false);
    int status = Main.run(terminal, arguments);
    outStream.flush();
    errStream.flush();
    return new Result(status, out.toByteArray(), err.toByteArray());
  }

  /** {@code analyze --json -} of captures. */
  static Result json(List<Path> captures, String... options) {
    List<String> arguments = new ArrayList<>(List.of("analyze", "--json", "-"));
    arguments.addAll(List.of(options));
    captures.forEach(capture -> arguments.add(capture.toString()));
    return run(arguments.toArray(String[]::new));
  }
}
