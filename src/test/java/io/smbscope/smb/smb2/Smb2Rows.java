package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.smb.FileContent;
import io.smbscope.smb.SmbDecoder;
import io.smbscope.smb.SmbRecorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages of real clients and servers, by name, and how a test has them decoded. */
public final class Smb2Rows {
  public static final Stamp AT = new Stamp(7, 0);

  private static final Map<String, byte[]> ROWS = load();

  private Smb2Rows() {}

  public static Map<String, byte[]> all() {
    return ROWS;
  }

  public static byte[] row(String name) {
    return ROWS.get(name).clone();
  }

  public static byte[] hex(String... octets) {
    return HexFormat.of().parseHex(String.join("", octets).replace(" ", ""));
  }

  /** Decodes a message that is there wholly. */
  public static SmbRecorder decode(byte[] message) {
    return decode(message, message.length, 0);
  }

  /**
   * Decodes the start of a message.
   *
   * @param length octets that its frame says
   */
  public static SmbRecorder decode(byte[] start, int length, int missing) {
    SmbRecorder recorder = new SmbRecorder();
    new SmbDecoder(SmbRecorder.FLOW, Limits.DEFAULT, FileContent.NONE, recorder)
        .message(true, Bytes.of(start), length, missing, AT);
    return recorder;
  }

  private static Map<String, byte[]> load() {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Smb2Rows.class.getResourceAsStream("messages.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int space = line.indexOf(' ');
          rows.put(line.substring(0, space), hex(line.substring(space + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
