package io.smbscope.cli;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.Wanted;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.print.FieldsLayout;
import io.smbscope.dissect.print.FieldsPrinter;
import io.smbscope.dissect.print.FramePrinter;
import io.smbscope.dissect.print.Utf8;
import io.smbscope.net.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** {@code smbscope dissect}. */
final class DissectCommand {
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;
  private static final int UNREADABLE = 3;
  private static final int BUFFER = 1 << 16;

  private final DissectOptions options;
  private final Terminal terminal;

  DissectCommand(DissectOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Returns the exit status. */
  int run() {
    try (OutputStream out = terminal.lines()) {
      if (options.listFields()) {
        list(out);
        return DONE;
      }
      Wanted wanted = wanted();
      FramePrinter printer = printer();
      if (options.captures().isEmpty()) {
        throw new IllegalArgumentException("which capture? (smbscope dissect --help)");
      }
      return dissect(new FrameDissector(wanted, Ports.withTcp(options.ports())), printer, out);
    } catch (IllegalArgumentException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    } catch (IOException e) {
      if (Outputs.readerLeft(e)) {
        return DONE;
      }
      terminal.complain("cannot write: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private static void list(OutputStream out) throws IOException {
    Utf8 lines = new Utf8(BUFFER);
    for (String name : Fields.all().names()) {
      lines.add(name).put('\n');
    }
    lines.drainTo(out);
  }

  private Wanted wanted() {
    List<String> unknown =
        options.fields().stream().filter(name -> Fields.all().of(name).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no such field: " + String.join(", ", unknown) + " (--list-fields names all)");
    }
    return Wanted.of(options.fields());
  }

  private FramePrinter printer() {
    FieldsLayout layout = FieldsLayout.of(options.layout());
    return switch (options.form()) {
      case "fields" -> {
        if (options.fields().isEmpty()) {
          throw new IllegalArgumentException("-T fields: which? (-e FIELD ...)");
        }
        yield new FieldsPrinter(options.fields(), layout);
      }
      default ->
          throw new IllegalArgumentException(
              "-T " + options.form() + ": no such form (text, fields, json, ek)");
    };
  }

  private int dissect(FrameDissector dissector, FramePrinter printer, OutputStream out)
      throws IOException {
    Packet packet = new Packet();
    Utf8 lines = new Utf8(2 * BUFFER);
    try (CaptureFiles source = CaptureFiles.of(options.captures(), terminal.in())) {
      printer.begin(lines);
      while (source.next(packet)) {
        printer.frame(dissector.dissect(packet), lines);
        if (lines.length() >= BUFFER) {
          lines.drainTo(out);
        }
      }
      printer.end(lines);
      lines.drainTo(out);
      source.failures().forEach(failure -> terminal.complain(failure.message()));
      if (source.failures().stream().anyMatch(f -> f.problem() == Problem.NOT_OPENED)) {
        return WRONG_USAGE;
      }
      return source.failures().isEmpty() ? DONE : UNREADABLE;
    }
  }
}
