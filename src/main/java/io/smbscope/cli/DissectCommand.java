package io.smbscope.cli;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.filter.Filter;
import io.smbscope.dissect.filter.FilterError;
import io.smbscope.dissect.print.FieldDescription;
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
      if (options.listFields() || options.describe() != null) {
        describe(out);
        return DONE;
      }
      DissectOutput output = DissectOutput.of(options, terminal.outIsTerminal());
      if (options.captures().isEmpty()) {
        throw new IllegalArgumentException("which capture? (smbscope dissect --help)");
      }
      return dissect(output, out);
    } catch (FilterError e) {
      complain(e);
      return WRONG_USAGE;
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

  private void describe(OutputStream out) throws IOException {
    Utf8 lines = new Utf8(BUFFER);
    if (options.describe() != null) {
      DissectOutput.known(List.of(options.describe()));
      FieldDescription.append(options.describe(), lines);
    } else {
      Fields.all().names().forEach(name -> lines.add(name).put('\n'));
    }
    lines.drainTo(out);
  }

  /** The mark stands below its place. */
  private void complain(FilterError e) {
    List<String> lines = e.lines();
    terminal.complain("-Y: " + lines.get(0));
    lines.subList(1, lines.size()).forEach(terminal.err()::println);
    terminal.err().flush();
  }

  private int dissect(DissectOutput output, OutputStream out) throws IOException {
    FrameDissector dissector = new FrameDissector(output.wanted(), Ports.withTcp(options.ports()));
    Filter filter = output.filter();
    FramePrinter printer = output.printer();
    Packet packet = new Packet();
    Utf8 lines = new Utf8(2 * BUFFER);
    try (CaptureFiles source = CaptureFiles.of(options.captures(), terminal.in())) {
      printer.begin(lines);
      while (source.next(packet)) {
        FrameTree tree = dissector.dissect(packet);
        if (filter == null || filter.matches(tree)) {
          printer.frame(tree, lines);
          dissector.displayed();
        }
        if (lines.length() >= BUFFER) {
          lines.drainTo(out);
        }
      }
      printer.end(lines);
      lines.drainTo(out);
      source.failures().forEach(failure -> terminal.complain(failure.message()));
      List<String> unknown = Captured.unknownLinkTypes(dissector.stats());
      unknown.forEach(terminal::complain);
      if (source.failures().stream().anyMatch(f -> f.problem() == Problem.NOT_OPENED)) {
        return WRONG_USAGE;
      }
      return source.failures().isEmpty() && unknown.isEmpty() ? DONE : UNREADABLE;
    }
  }
}
