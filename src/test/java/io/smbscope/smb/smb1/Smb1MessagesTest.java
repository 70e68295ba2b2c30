package io.smbscope.smb.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real messages of every command, against tshark's reading. */
class Smb1MessagesTest {

  static List<Smb1Rows.Row> rows() {
    return Smb1Rows.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsWhatTsharkReads(Smb1Rows.Row row) throws ReflectiveOperationException {
    Smb1Rows.Recorder recorder = new Smb1Rows.Recorder();
    if (row.answers()) {
      recorder.decode(row.request());
    }

    Smb1Message message = recorder.decode(row.message());

    assertThat(recorder.anomalies).isEmpty();
    assertThat(Smb1Command.name(message.header().command()) + (response(message) ? " <" : " >"))
        .isEqualTo("SMB_COM_" + row.name());
    Smb1Body body = message.blocks().get(0).body();
    for (String expectation : row.expected().split("; ", -1)) {
      String[] sides = expectation.split("=", 2);
      assertThat(text(component(body, sides[0]), sides[1])).as(sides[0]).isEqualTo(sides[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void cutAnywhereItIsReadAsFarAsItGoes(Smb1Rows.Row row) {
    byte[] message = row.message();
    for (int end = 0; end < message.length; end++) {
      byte[] start = Arrays.copyOf(message, end);
      Smb1Rows.Recorder damaged = new Smb1Rows.Recorder();
      Smb1Message whole = damaged.decode(start);
      assertThat(whole == null).isEqualTo(end < Smb1Header.SIZE);

      Smb1Rows.Recorder lossy = new Smb1Rows.Recorder();
      int missing = message.length - end;
      Smb1Message lost = lossy.decode(start, message.length, missing);
      assertThat(lost == null).isEqualTo(end < Smb1Header.SIZE);
      assertThat(lossy.anomalies).as("what was lost is not malformed").isEmpty();
    }
  }

  private static boolean response(Smb1Message message) {
    return message.header().response();
  }

  /** A component of a transaction's parameters, else of the body itself. */
  private static Object component(Smb1Body body, String name) throws ReflectiveOperationException {
    Object parameters = own(body, "parameters");
    Object inner = parameters instanceof Record ? own(parameters, name) : null;
    Object found = inner == null ? own(body, name) : inner;
    assertThat(found).as(name + " in " + body).isNotNull();
    return found;
  }

  private static Object own(Object value, String name) throws ReflectiveOperationException {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component.getAccessor().invoke(value);
      }
    }
    return null;
  }

  /** In the notation of the expectation. */
  private static String text(Object value, String expected) {
    if (value instanceof Bytes bytes) {
      return HexFormat.of().formatHex(bytes.copy());
    }
    if (value instanceof Boolean bool) {
      return bool ? "1" : "0";
    }
    if (value instanceof Number number && expected.startsWith("0x")) {
      return String.format("0x%0" + (expected.length() - 2) + "x", number.longValue());
    }
    return value.toString();
  }
}
