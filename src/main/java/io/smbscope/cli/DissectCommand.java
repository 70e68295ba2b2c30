package io.smbscope.cli;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Wanted;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.print.FieldsLayout;
import io.smbscope.dissect.print.FieldsPrinter;
import io.smbscope.dissect.print.FramePrinter;
import io.smbscope.net.Ports;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), BUFFER)) {
      if (options.listFields()) {
        for (String name : Fields.all().names()) {
          out.write(name + "\n");
        }
        return DONE;
      }
      List<String> unknown =
          options.fields().stream().filter(name -> Fields.all().of(name).isEmpty()).toList();
      if (!unknown.isEmpty()) {
        terminal.complain(
            "no such field: " + String.join(", ", unknown) + " (--list-fields names all)");
        return WRONG_USAGE;
      }
      if (options.captures().isEmpty()) {
        terminal.complain("which capture? (smbscope dissect --help)");
        return WRONG_USAGE;
      }
      return dissect(out);
    } catch (IOException e) {
      if (Outputs.readerLeft(e)) {
        return DONE;
      }
      terminal.complain("cannot write: " + e.getMessage());
      return UNREADABLE;
    }
  }

  private int dissect(Writer out) throws IOException {
    FramePrinter printer = new FieldsPrinter(options.fields(), FieldsLayout.DEFAULT);
    FrameDissector dissector =
        new FrameDissector(Wanted.of(options.fields()), Ports.withTcp(options.ports()));
    Packet packet = new Packet();
    try (CaptureFiles source = CaptureFiles.of(options.captures(), terminal.in())) {
      printer.begin(out);
      while (source.next(packet)) {
        FrameTree tree = dissector.dissect(packet);
        printer.frame(tree, out);
      }
      printer.end(out);
      out.flush();
      source.failures().forEach(failure -> terminal.complain(failure.message()));
      if (source.failures().stream().anyMatch(f -> f.problem() == Problem.NOT_OPENED)) {
        return WRONG_USAGE;
      }
      return source.failures().isEmpty() ? DONE : UNREADABLE;
    }
  }
}
