package io.smbscope.rpc.stub;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The stubs of {@code stubs.txt}, and how a stub is asked for its arguments. */
final class StubRows {
  static final UUID NDR = UUID.fromString("8a885d04-1ceb-11c9-9fe8-08002b104860");
  static final UUID NDR64 = UUID.fromString("71710533-beba-4937-8319-b5dbef9ccc36");

  private StubRows() {}

  /** One line. */
  record Row(
      String operation,
      RpcPdu.Context bound,
      int opnum,
      boolean request,
      boolean littleEndian,
      Bytes stub,
      List<String> arguments) {

    /** What is told of the first octets, the others not having been captured. */
    List<String> told(int length) {
      Bytes start = stub.slice(0, length);
      return request
          ? shown(Stubs.arguments(bound, request(start)))
          : shown(Stubs.results(bound, opnum, response(start)));
    }

    private RpcPdu.Request request(Bytes start) {
      return new RpcPdu.Request(1, 1, 0, opnum, null, stub.length(), start, littleEndian);
    }

    private RpcPdu.Response response(Bytes start) {
      return new RpcPdu.Response(1, 1, 0, stub.length(), start, littleEndian);
    }

    @Override
    public String toString() {
      return operation + (request ? " request" : " response") + (littleEndian ? "" : " big-endian");
    }
  }

  static List<String> shown(List<Argument> arguments) {
    return arguments.stream()
        .map(each -> each.name() + "=" + each.value().replace('\0', '\u2400'))
        .toList();
  }

  static RpcPdu.Context bound(String interfaceId, UUID transferSyntax) {
    return new RpcPdu.Context(0, UUID.fromString(interfaceId), 1, 0, transferSyntax);
  }

  static List<Row> rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(StubRows.class.getResourceAsStream("stubs.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(StubRows::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] columns = line.split(" \\| ", 4);
    String[] call = columns[1].split(" ", -1);
    return new Row(
        columns[0],
        bound(call[0], call[4].equals("ndr64") ? NDR64 : NDR),
        Integer.parseInt(call[1]),
        call[2].equals("request"),
        call[3].equals("little"),
        Bytes.of(HexFormat.of().parseHex(columns[2])),
        List.of(columns[3].split("; ", -1)));
  }
}
