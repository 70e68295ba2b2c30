package io.smbscope.cli;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.FrameDissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Wanted;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.field.SimilarNames;
import io.smbscope.dissect.filter.Filter;
import io.smbscope.dissect.filter.FilterError;
import io.smbscope.dissect.print.FieldsLayout;
import io.smbscope.dissect.print.FieldsPrinter;
import io.smbscope.dissect.print.FramePrinter;
import io.smbscope.dissect.print.Utf8;
import io.smbscope.net.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
      Filter filter = options.filter() == null ? null : Filter.of(options.filter());
      Wanted wanted = wanted(filter);
      FramePrinter printer = printer();
      if (options.captures().isEmpty()) {
        throw new IllegalArgumentException("which capture? (smbscope dissect --help)");
      }
      FrameDissector dissector = new FrameDissector(wanted, Ports.withTcp(options.ports()));
      return dissect(dissector, filter, printer, out);
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

  private static void list(OutputStream out) throws IOException {
    Utf8 lines = new Utf8(BUFFER);
    for (String name : Fields.all().names()) {
      lines.add(name).put('\n');
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

  private Wanted wanted(Filter filter) {
    List<String> unknown =
        options.fields().stream().filter(name -> Fields.all().of(name).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no such field: " + String.join(", ", unknown) + meant(unknown.get(0)));
    }
    Set<String> names = new LinkedHashSet<>(options.fields());
    if (filter != null) {
      names.addAll(filter.fields());
    }
    return Wanted.of(names);
  }

  private static String meant(String unknown) {
    List<String> similar = SimilarNames.of(unknown);
    return similar.isEmpty()
        ? " (--list-fields names all)"
        : " (did you mean " + String.join(", ", similar) + "?)";
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

  private int dissect(FrameDissector dissector, Filter filter, FramePrinter printer, OutputStream out)
      throws IOException {
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
      if (source.failures().stream().anyMatch(f -> f.problem() == Problem.NOT_OPENED)) {
        return WRONG_USAGE;
      }
      return source.failures().isEmpty() ? DONE : UNREADABLE;
    }
  }
}
