package io.smbscope.smb.smb1;

import io.smbscope.base.Anomaly;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.SmbRecorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The messages of {@code messages.txt}, and a decoder to give them to. */
final class Smb1Rows {
  private Smb1Rows() {}

  /** One line, its messages in hexadecimal; {@code requestHex} is {@code -} where there is none. */
  record Row(String name, String requestHex, String messageHex, String expected) {
    boolean answers() {
      return !requestHex.equals("-");
    }

    byte[] request() {
      return HexFormat.of().parseHex(requestHex);
    }

    byte[] message() {
      return HexFormat.of().parseHex(messageHex);
    }

    @Override
    public String toString() {
      return name + " " + expected;
    }
  }

  static List<Row> all() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Smb1Rows.class.getResourceAsStream("messages.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(Smb1Rows::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] columns = line.split(" \\| ", 4);
    return new Row(columns[0], columns[1], columns[2], columns[3]);
  }

  /** A decoder and what it reports. */
  static final class Recorder {
    final List<Anomaly> anomalies = new ArrayList<>();
    final SmbRecorder seen = new SmbRecorder();
    private final Smb1Decoder decoder;

    Recorder() {
      this(Limits.DEFAULT);
    }

    Recorder(Limits limits) {
      FlowInfo flow =
          new FlowInfo(7, true, null, 1025, null, 445, -1, -1, List.of(), List.of(), false);
      FileParts files = new FileParts(flow, FileContent.NONE, seen);
      decoder = new Smb1Decoder(flow, limits, files, anomalies::add);
    }

    int wanted(Bytes head, int length) {
      return decoder.wanted(true, head, length);
    }

    Smb1Message decode(byte[] message) {
      return decode(message, message.length, 0);
    }

    Smb1Message decode(byte[] message, int length, int missing) {
      return decoder.decode(Bytes.of(message), length, missing, new Stamp(1, 0));
    }

    Smb1Body body(String hex) {
      return body(HexFormat.of().parseHex(hex));
    }

    Smb1Body body(byte[] message) {
      List<Smb1Message.Block> blocks = decode(message).blocks();
      return blocks.get(0).body();
    }
  }
}
