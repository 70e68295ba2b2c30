package io.smbscope.rpc;

import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The fragments of {@code pdus.txt}, and others that are made by the specification. */
public final class Pdus {
  public static final int REQUEST = 0;
  public static final int RESPONSE = 2;
  public static final int FIRST = 1;
  public static final int LAST = 2;

  private Pdus() {}

  /** One line. */
  record Row(String name, String hex, String expected) {
    byte[] octets() {
      return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Pdus.class.getResourceAsStream("pdus.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(Pdus::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The octets of one line. */
  public static byte[] recorded(String name) {
    return rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .octets();
  }

  private static Row row(String line) {
    String[] columns = line.split(" \\| ", 3);
    return new Row(columns[0], columns[1], columns[2]);
  }

  /** A fragment of a request with opnum 15 or of a response, in context 0. [C706] 12.6.4.9 */
  public static byte[] fragment(int type, int flags, int callId, byte[] stub) {
    ByteBuffer octets = ByteBuffer.allocate(24 + stub.length).order(ByteOrder.LITTLE_ENDIAN);
    octets.put(new byte[] {5, 0, (byte) type, (byte) flags, 0x10, 0, 0, 0});
    octets.putShort((short) octets.capacity()).putShort((short) 0).putInt(callId);
    octets.putInt(stub.length).putShort((short) 0).putShort((short) (type == REQUEST ? 15 : 0));
    return octets.put(stub).array();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static RpcStream stream() {
    return new RpcStream(new RpcBudget(Limits.DEFAULT));
  }

  /** What one write or read of all octets tells. */
  static RpcRecorder read(byte[] octets) {
    RpcRecorder recorder = new RpcRecorder();
    stream().take(Bytes.of(octets), 0, recorder);
    return recorder;
  }
}
