package io.smbscope.dissect;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.print.FieldsLayout;
import io.smbscope.dissect.print.FieldsPrinter;
import io.smbscope.dissect.print.Utf8;
import io.smbscope.net.Ports;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A sample capture, dissected, for tests: its cells as {@code -T fields} prints them. */
public final class Dissected {
  private Dissected() {}

  /** The cell of each frame in which a field is, as {@code frame number: cell}. */
  public static List<String> cells(String capture, String field) {
    List<String> cells = new ArrayList<>();
    for (String line : lines(capture, "frame.number", field)) {
      String[] columns = line.split("\t", -1);
      if (!columns[1].isEmpty()) {
        cells.add(columns[0] + ": " + columns[1]);
      }
    }
    return cells;
  }

  /** The cells of one frame. */
  public static List<String> frame(String capture, int number, String... fields) {
    return List.of(lines(capture, fields).get(number - 1).split("\t", -1));
  }

  /** A line a frame. */
  public static List<String> lines(String capture, String... fields) {
    return lines(capture, FieldsLayout.DEFAULT, fields);
  }

  /** A line a frame, and what the layout puts before them. */
  public static List<String> lines(String capture, FieldsLayout layout, String... fields) {
    FrameDissector dissector =
        new FrameDissector(Wanted.of(List.of(fields)), Ports.withTcp(List.of()));
    FieldsPrinter printer = new FieldsPrinter(List.of(fields), layout, false);
    Utf8 out = new Utf8(1 << 16);
    Packet packet = new Packet();
    try (CaptureFiles source =
        CaptureFiles.of(List.of("sample-captures/" + capture), InputStream.nullInputStream())) {
      printer.begin(out);
      while (source.next(packet)) {
        printer.frame(dissector.dissect(packet), out);
      }
    }
    return out.toString().lines().toList();
  }
}
