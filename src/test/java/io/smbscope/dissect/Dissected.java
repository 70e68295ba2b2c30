package io.smbscope.dissect;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.Packet;
import io.smbscope.dissect.print.FieldsLayout;
import io.smbscope.dissect.print.FieldsPrinter;
import io.smbscope.dissect.print.Utf8;
import io.smbscope.net.Ports;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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
    return lines(
        CaptureFiles.of(List.of("sample-captures/" + capture), InputStream.nullInputStream()),
        layout,
        fields);
  }

  /**
   * The cells of frames that are in no capture.
   *
   * @param linkType LINKTYPE_ value
   * @param hex octets of each
   * @param cut how many the capture left out at the end of each
   */
  public static List<String> frames(int linkType, List<String> hex, int cut, String... fields) {
    ByteBuffer file = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.putInt(1 << 16).putInt(linkType);
    for (String frame : hex) {
      byte[] octets = HexFormat.of().parseHex(frame.replace(" ", ""));
      int kept = octets.length - cut;
      file.putLong(0).putInt(kept).putInt(octets.length).put(octets, 0, kept);
    }
    byte[] capture = Arrays.copyOf(file.array(), file.position());
    CaptureFiles source = CaptureFiles.of(List.of("-"), new ByteArrayInputStream(capture));
    return lines(source, FieldsLayout.DEFAULT, fields);
  }

  /** The cells of one frame that is in no capture. */
  public static List<String> octets(int linkType, String hex, String... fields) {
    return List.of(frames(linkType, List.of(hex), 0, fields).get(0).split("\t", -1));
  }

  private static List<String> lines(CaptureFiles capture, FieldsLayout layout, String... fields) {
    FrameDissector dissector =
        new FrameDissector(Wanted.of(List.of(fields)), Ports.withTcp(List.of()));
    FieldsPrinter printer = new FieldsPrinter(List.of(fields), layout, false);
    Utf8 out = new Utf8(1 << 16);
    Packet packet = new Packet();
    try (capture) {
      printer.begin(out);
      while (capture.next(packet)) {
        printer.frame(dissector.dissect(packet), out);
      }
    }
    return out.toString().lines().toList();
  }
}
