package io.smbscope.rpc.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are what was asked for, as tshark reads it too, or the specifications'. */
class StubsTest {
  private static final String EFSRPC = "df1941c5-fe89-4e79-bf10-463657acf44d";
  private static final String LSARPC = "12345778-1234-abcd-ef00-0123456789ab";
  private static final String WINREG = "338cd001-2244-31f1-aaaa-900038001003";
  private static final String TASKS = "86d35949-83c9-4044-b424-db363231fd0c";
  private static final int ENCRYPT_FILE = 4;
  private static final int REGISTER_TASK = 1;
  private static final int SET_VALUE = 22;
  private static final int LOOKUP_NAMES_4 = 77;
  private static final int LOOKUP_SIDS_3 = 76;

  static List<StubRows.Row> rows() {
    return StubRows.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsWhatACallSays(StubRows.Row row) {
    assertThat(row.told(row.stub().length())).isEqualTo(row.arguments());
  }

  /** As a capture with a snap length has them. */
  @ParameterizedTest
  @MethodSource("rows")
  void cutAnywhereTellsWhatComesBefore(StubRows.Row row) {
    for (int cut = 0; cut < row.stub().length(); cut++) {
      List<String> told = row.told(cut);
      assertThat(row.arguments()).hasSizeGreaterThanOrEqualTo(told.size());
      assertThat(told).isEqualTo(row.arguments().subList(0, told.size()));
    }
  }

  private static List<Argument> ask(String interfaceId, int opnum, UUID syntax, Bytes stub) {
    return Stubs.arguments(
        StubRows.bound(interfaceId, syntax),
        new RpcPdu.Request(1, 1, 0, opnum, null, stub.length(), stub, true));
  }

  private static List<Argument> ask(String interfaceId, int opnum, Bytes stub) {
    return ask(interfaceId, opnum, StubRows.NDR, stub);
  }

  private static ByteBuffer stub() {
    return ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Bytes written(ByteBuffer stub) {
    return new Bytes(stub, 0, stub.position());
  }

  /** A conformant and varying array of characters. */
  private static ByteBuffer text(ByteBuffer to, String text) {
    to.putInt(text.length()).putInt(0).putInt(text.length());
    text.chars().forEach(each -> to.putShort((short) each));
    return to.position(to.position() + 3 & ~3);
  }

  @Test
  void whatIsNotInATableTellsNothing() {
    Bytes octets = written(text(stub(), "x\0"));
    UUID featureNegotiation = UUID.fromString("6cb71c2c-9812-4540-0300-000000000000");
    assertThat(ask(EFSRPC, ENCRYPT_FILE, octets)).hasSize(1);
    assertThat(ask(EFSRPC, 999, octets)).isEmpty();
    assertThat(ask("00000000-0000-0000-0000-000000000001", ENCRYPT_FILE, octets)).isEmpty();
    assertThat(ask(EFSRPC, ENCRYPT_FILE, featureNegotiation, octets)).isEmpty();
    assertThat(ask(EFSRPC, ENCRYPT_FILE, null, octets)).isEmpty();
  }

  @Test
  void anEncryptedStubTellsNothing() {
    RpcPdu.Context bound = StubRows.bound(EFSRPC, StubRows.NDR);
    RpcPdu.Response sealed = new RpcPdu.Response(1, 1, 0, 4, Bytes.EMPTY, true);
    assertThat(ask(EFSRPC, ENCRYPT_FILE, Bytes.EMPTY)).isEmpty();
    assertThat(Stubs.results(bound, ENCRYPT_FILE, sealed)).isEmpty();
  }

  @Test
  void theStatusIsTheLast32Bits() {
    RpcPdu.Context bound = StubRows.bound(EFSRPC, StubRows.NDR);
    byte[] badNetPath = {0, 0, 0, 0, 0x35, 0, 0, 0};
    RpcPdu.Response response = new RpcPdu.Response(1, 1, 0, 8, Bytes.of(badNetPath), true);
    assertThat(Stubs.results(bound, ENCRYPT_FILE, response))
        .containsExactly(new Argument(Argument.STATUS, "0x00000035"));
    RpcPdu.Response cut = new RpcPdu.Response(1, 2, 0, 9, Bytes.of(badNetPath), true);
    assertThat(Stubs.results(bound, ENCRYPT_FILE, cut)).as("its end was not seen").isEmpty();
  }

  @Test
  void aLongTextIsCutAndHostileOneKept() {
    assertThat(ask(EFSRPC, ENCRYPT_FILE, written(text(stub(), "a".repeat(5000)))))
        .containsExactly(new Argument("FileName", "a".repeat(Argument.MAX_VALUE)));
    String hostile = "\\\\e\u001b[2J\r\n\u202e\0hidden\ud800";
    assertThat(ask(EFSRPC, ENCRYPT_FILE, written(text(stub(), hostile + "\0\0"))))
        .containsExactly(new Argument("FileName", hostile));
  }

  @Test
  void ofATaskMoreIsKept() {
    String xml = "<Task>" + "x".repeat(5000) + "<Command>cmd.exe</Command></Task>";
    assertThat(ask(TASKS, REGISTER_TASK, written(text(stub().putInt(0), xml + "\0"))))
        .containsExactly(new Argument("xml", xml));
    String endless = "y".repeat(20_000);
    assertThat(ask(TASKS, REGISTER_TASK, written(text(stub().putInt(0), endless))))
        .containsExactly(new Argument("xml", "y".repeat(Argument.MAX_XML)));
  }

  @Test
  void ofAnArrayTheFirstElementsAreTold() {
    ByteBuffer stub = stub().putInt(200).putInt(200);
    for (int i = 0; i < 200; i++) {
      stub.putShort((short) 2).putShort((short) 2).putInt(i + 1);
    }
    for (int i = 0; i < 200; i++) {
      text(stub, Character.toString('a' + i % 26));
    }
    assertThat(ask(LSARPC, LOOKUP_NAMES_4, written(stub)))
        .hasSize(Argument.MAX_SAME_NAME)
        .startsWith(new Argument("Names", "a"), new Argument("Names", "b"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MAX_VALUE, 1 << 30, 9})
  void aCountOfMoreThanThereIsEndsTheReading(int count) {
    Bytes text = written(stub().putInt(count).putInt(0).putInt(count).putLong(0).putLong(0));
    assertThat(ask(EFSRPC, ENCRYPT_FILE, text)).isEmpty();
    Bytes wide = written(stub().putLong(count).putLong(0).putLong(count).putLong(0).putLong(0));
    assertThat(ask(EFSRPC, ENCRYPT_FILE, StubRows.NDR64, wide)).isEmpty();
    Bytes array = written(stub().putInt(count).putInt(count));
    assertThat(ask(LSARPC, LOOKUP_NAMES_4, array)).isEmpty();
  }

  @Test
  void aSidHasAtMostFifteenParts() {
    ByteBuffer stub = stub().putInt(1).putInt(1).putInt(1).putInt(1).putInt(255);
    stub.put((byte) 1).put((byte) 255).put(new byte[6 + 4 * 255]);
    assertThat(ask(LSARPC, LOOKUP_SIDS_3, written(stub))).isEmpty();
  }

  @Test
  void aValueOfTheRegistryIsShownByItsType() {
    assertThat(setValue(1, "evil.exe\0".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("evil.exe");
    assertThat(setValue(2, "%a%".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("%a%");
    assertThat(setValue(1, new byte[] {65, 0, 66})).isEqualTo("A");
    assertThat(setValue(4, new byte[] {1, 2, 0, (byte) 0x80})).isEqualTo("2147484161");
    assertThat(setValue(4, new byte[] {1, 2})).isEqualTo("0102");
    assertThat(setValue(3, new byte[1000])).isEqualTo("00".repeat(256));
    assertThat(setValue(-1, new byte[0])).isEmpty();
  }

  private static String setValue(int type, byte[] data) {
    ByteBuffer stub = stub().put(new byte[20]).putInt(0).putInt(0).putInt(type);
    stub.putInt(data.length).put(data);
    List<Argument> told = ask(WINREG, SET_VALUE, written(stub));
    assertThat(told).last().extracting(Argument::name).isEqualTo("lpData");
    return told.get(told.size() - 1).value();
  }
}
