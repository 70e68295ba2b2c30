package io.smbscope.output.eve;

import static io.smbscope.output.eve.EveScene.DISK;
import static io.smbscope.output.eve.EveScene.NT_STATUS;
import static io.smbscope.output.eve.EveScene.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Rename;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetFileInformation;
import io.smbscope.smb.smb1.SetPathInformation;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb1.Write;
import io.smbscope.smb.smb1.WriteAndClose;
import io.smbscope.smb.smb1.WriteAndX;
import io.smbscope.smb.smb2.Smb2Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Suricata makes of SMB1 commands: its rust/src/smb/smb1.rs and log.rs. */
class Smb1TransactionsTest {
  private static final Smb1Body EMPTY = new Smb1Body.Empty();
  private static final String OK =
      "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":2050,\"tree_id\":2049";

  /** Of a response whose UID and TID count. */
  private static final String OK_NEW =
      "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":2052,\"tree_id\":2051";

  private final EveScene scene = new EveScene();

  private static String smb(int id, String command, String rest) {
    return "\"smb\":{\"id\":"
        + id
        + ",\"dialect\":\"unknown\",\"command\":\"SMB1_COMMAND_"
        + command
        + "\","
        + rest
        + "}";
  }

  private void exchange(int command, Smb1Body request, Smb1Body response) {
    scene.smb1(NT_STATUS, 0, DISK, step(command, request, response));
  }

  private void on(String file, int command, Smb1Body request, Smb1Body response) {
    scene.smb1(
        NT_STATUS, 0, DISK, new Step(command, request, response, EveScene.fid(0x4001, file)));
  }

  @ParameterizedTest
  @CsvSource({
    "0x00, CREATE_DIRECTORY",
    "0x2B, ECHO",
    "0x71, TREE_DISCONNECT",
    "0x74, LOGOFF_ANDX",
    "0x80, QUERY_INFO_DISK",
    "0xA0, NT_TRANS",
  })
  void otherCommandsAreATransactionEach(String code, String name) {
    exchange(Integer.decode(code), EMPTY, EMPTY);
    assertThat(scene.smb()).containsExactly(smb(1, name, OK));
  }

  @ParameterizedTest
  @CsvSource({"0x24, LOCKING_ANDX", "0xA4, NT_CANCEL", "0x33, TRANS2_SECONDARY"})
  void someExpectNoAnswer(String code, String name) {
    exchange(Integer.decode(code), EMPTY, EMPTY);
    assertThat(scene.smb()).containsExactly(smb(1, name, "\"session_id\":2050,\"tree_id\":2049"));
  }

  @Test
  void transactionsAreNoneBySelf() {
    exchange(0x25, EMPTY, EMPTY);
    exchange(0x32, new Transaction2.Request(1, 0, 0, 0, new Transaction2.Undecoded()), EMPTY);
    assertThat(scene.smb()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x00020001, DOS_BAD_FILE, 0x0002",
    "0x00050002, 5, 0x0005",
    "0x005B0002, SRV_BADUID, 0x005b",
    "0x00100003, UNKNOWN_03_0010, 0x0010",
    "0x00000000, UNKNOWN_00_0000, 0x0000",
  })
  void serversWithoutNtStatusHaveClassAndCode(String status, String name, String code) {
    scene.smb1(0, Long.decode(status), DISK, step(0x2B, EMPTY, EMPTY));
    assertThat(scene.lastSmb())
        .contains("\"status\":\"" + name + "\",\"status_code\":\"" + code + "\"");
  }

  private static Negotiate.Response choice(int index, UUID guid) {
    return new Negotiate.Response(
        17,
        index,
        3,
        50,
        1,
        16_644,
        65_536,
        0,
        0,
        0,
        null,
        0,
        Bytes.EMPTY,
        null,
        null,
        guid,
        Bytes.EMPTY);
  }

  @Test
  void negotiateTellsWhatWasOfferedAndAgreed() {
    UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    exchange(0x72, new Negotiate.Request(List.of("LANMAN1.0", "NT LM 0.12")), choice(1, guid));
    assertThat(scene.lastSmb())
        .isEqualTo(
            "\"smb\":{\"id\":1,\"dialect\":\"NT LM 0.12\","
                + "\"command\":\"SMB1_COMMAND_NEGOTIATE_PROTOCOL\","
                + "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":0,"
                + "\"tree_id\":0,\"client_dialects\":[\"LANMAN1.0\",\"NT LM 0.12\"],"
                + "\"server_guid\":\"00112233-4455-6677-9988-bbaaffeeddcc\"}");
  }

  @Test
  void withoutExtendedSecurityTheServerHasNoGuid() {
    exchange(0x72, new Negotiate.Request(List.of("NT LM 0.12")), choice(0xFFFF, null));
    assertThat(scene.lastSmb())
        .contains("\"dialect\":\"unknown\"")
        .endsWith("\"server_guid\":\"\"}");
  }

  private static Smb1Header header() {
    return new Smb1Header(0x72, 0, 0, NT_STATUS, 1, 0, 0, 3, true);
  }

  @Test
  void smb2MayAnswerAnSmb1Negotiate() {
    Negotiate.Request request = new Negotiate.Request(List.of("NT LM 0.12", "SMB 2.002"));
    scene.tell(
        new MessageEvent(
            EveScene.at(1),
            EveScene.flow(),
            true,
            new Smb1Message(100, header(), List.of(new Smb1Message.Block(0x72, request)), 0)));
    scene
        .smb2(
            Smb2Command.NEGOTIATE,
            null,
            new io.smbscope.smb.smb2.Negotiate.Response(
                1, 0x0202, new UUID(1, 2), 0, 1, 2, 3, 0, 0, Bytes.EMPTY, List.of(), null))
        .unasked()
        .told();
    scene.tell(
        new Smb1CommandEvent(
            EveScene.at(9),
            EveScene.flow(),
            "2.0.2",
            null,
            EveScene.at(1),
            header(),
            null,
            null,
            null,
            List.of(step(0x72, request, null))));
    assertThat(scene.smb())
        .containsExactly(
            "\"smb\":{\"id\":1,\"dialect\":\"2.02\","
                + "\"command\":\"SMB1_COMMAND_NEGOTIATE_PROTOCOL\","
                + "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":0,"
                + "\"tree_id\":0,\"client_dialects\":[\"NT LM 0.12\",\"SMB 2.002\"],"
                + "\"server_guid\":\"00000000-0000-0001-0000-000002000000\","
                + "\"max_read_size\":2,\"max_write_size\":3}");
  }

  private static final SessionSetupAndX.Request LOGON =
      new SessionSetupAndX.Request(
          SessionSetupAndX.Form.NT_LM,
          65_535,
          2,
          1,
          0,
          0,
          Bytes.EMPTY,
          Bytes.EMPTY,
          "",
          "",
          "nt",
          "pysmb",
          Bytes.EMPTY);

  private static final TreeConnectAndX.Request CONNECT =
      new TreeConnectAndX.Request(0, Bytes.EMPTY, "\\\\SRV\\IPC$", "?????");

  /** Also expected by its test smb2-09. */
  @Test
  void eachCommandOfAChainIsATransaction() {
    scene.smb1(
        NT_STATUS,
        0,
        null,
        step(0x73, LOGON, new SessionSetupAndX.Response(1, "Unix", "Samba", "LAB", Bytes.EMPTY)),
        step(0x75, CONNECT, new TreeConnectAndX.Response(1, null, null, "IPC", "IPC")));
    assertThat(scene.smb().get(0))
        .isEqualTo(
            smb(
                    1,
                    "SESSION_SETUP_ANDX",
                    OK_NEW
                        + ",\"request\":{\"native_os\":\"nt\",\"native_lm\":\"pysmb\"},"
                        + "\"response\":{\"native_os\":\"Unix\",\"native_lm\":\"Samba\"}")
                + ",\"metadata\":{\"flowvars\":[{\"smbscope\":{\"user\":\"LAB\\\\alice\","
                + "\"signed\":false,\"guest\":true}}]}");
    assertThat(scene.smb().get(1))
        .startsWith(
            smb(
                2,
                "TREE_CONNECT_ANDX",
                OK_NEW
                    + ",\"named_pipe\":\"\\\\SRV\\\\IPC$\","
                    + "\"service\":{\"request\":\"?????\",\"response\":\"IPC\"}"));
  }

  @Test
  void aChainThatBreaksOffLeavesItsRestUnanswered() {
    scene.smb1(NT_STATUS, 0xC000_006DL, null, step(0x73, LOGON, EMPTY), step(0x75, CONNECT, null));
    assertThat(scene.smb().get(0))
        .contains("\"status\":\"STATUS_LOGON_FAILURE\"")
        .endsWith("\"response\":{\"native_os\":\"\",\"native_lm\":\"\"}}");
    assertThat(scene.smb().get(1))
        .isEqualTo(
            smb(
                2,
                "TREE_CONNECT_ANDX",
                "\"session_id\":2050,\"tree_id\":0,\"share\":\"\\\\SRV\\\\IPC$\","
                    + "\"service\":{\"request\":\"?????\"}"));
  }

  private static NtCreateAndX.Request wish(String name) {
    return new NtCreateAndX.Request(0, 0, 0, 0, 0, 7, 3, 0x1000, 2, 0, name);
  }

  @Test
  void createTellsWhatWasAskedAndWhatIsThere() {
    Instant time = Instant.ofEpochSecond(1_500_000_000);
    exchange(
        0xA2,
        wish("\\a.txt"),
        new NtCreateAndX.Response(
            0,
            0x4001,
            1,
            time,
            null,
            Instant.EPOCH.minusSeconds(9),
            time,
            0,
            4096,
            1234,
            0,
            0,
            false,
            null,
            null,
            null,
            null));
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb(
                1,
                "NT_CREATE_ANDX",
                OK
                    + ",\"filename\":\"\\\\a.txt\",\"disposition\":\"FILE_OPEN_IF\","
                    + "\"access\":\"delete on close\",\"created\":1500000000,\"accessed\":0,"
                    + "\"modified\":0,\"changed\":1500000000,\"size\":4096,\"fuid\":\"4001\""));
    scene.smb1(NT_STATUS, 0xC000_0034L, DISK, step(0xA2, wish("\\b"), EMPTY));
    assertThat(scene.lastSmb()).endsWith("\"changed\":0,\"size\":0,\"fuid\":\"\"}");
  }

  @Test
  void renameTellsBothNames() {
    exchange(0x07, new Rename.Request(0, "\\a", "\\b"), EMPTY);
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb(
                1,
                "RENAME",
                OK + ",\"rename\":{\"from\":\"\\\\a\",\"to\":\"\\\\b\"},\"fuid\":\"\""));
  }

  @Test
  void readsAndWritesOfAFileAreATransactionEachThatCloseCompletes() {
    WriteAndX.Request write = new WriteAndX.Request(0x4001, 0, 0, 0, 0, 9, 64, Bytes.EMPTY);
    on("\\f", 0x2F, write, new WriteAndX.Response(9, 0));
    on("\\f", 0x2F, write, new WriteAndX.Response(9, 0));
    ReadAndX.Request read = new ReadAndX.Request(0x4001, 0, 9, 0);
    on("\\f", 0x2E, read, new ReadAndX.Response(0, 9, 64, Bytes.EMPTY));
    assertThat(scene.smb()).isEmpty();
    on("\\f", 0x04, new Close.Request(0x4001, null), EMPTY);
    String file =
        "\"session_id\":2050,\"tree_id\":2049,\"filename\":\"\\\\f\","
            + "\"share\":\"\\\\srv\\\\data\",\"fuid\":\"4001\"";
    assertThat(scene.smb())
        .containsExactly(
            smb(1, "WRITE_ANDX", file), smb(2, "READ_ANDX", file), smb(3, "CLOSE", OK));
  }

  @Test
  void coreWritesAreATransactionThemselvesToo() {
    on("f", 0x0B, new Write.Request(0x4001, 9, 0, Bytes.EMPTY), new Write.Response(9));
    on(
        "f",
        0x2C,
        new WriteAndClose.Request(0x4001, 9, 0, null, Bytes.EMPTY),
        new WriteAndClose.Response(9));
    assertThat(scene.smb())
        .extracting(line -> line.replaceAll(".*SMB1_COMMAND_(\\w+).*", "$1"))
        .containsExactly("WRITE", "WRITE_ANDX", "WRITE_AND_CLOSE");
  }

  @Test
  void pipesMakeNoFiles() {
    scene.smb1(
        NT_STATUS,
        0,
        EveScene.IPC,
        step(
            0x2F,
            new WriteAndX.Request(0x4001, 0, 0, 0, 0, 9, 64, Bytes.EMPTY),
            new WriteAndX.Response(9, 0)));
    scene.end();
    assertThat(scene.smb()).isEmpty();
  }

  private static Transaction2.Request set(int subcommand, Transaction2.Parameters parameters) {
    return new Transaction2.Request(subcommand, 0, 0, 0, parameters);
  }

  @Test
  void passThroughLevelsOfSetInformationAreATransaction() {
    on(
        "\\f",
        0x32,
        set(8, new SetFileInformation.Request(0x4001, 1013, new SetFileData.Disposition(true))),
        EMPTY);
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb(
                1,
                "TRANS2",
                OK
                    + ",\"filename\":\"\\\\f\",\"access\":\"delete on close\","
                    + "\"subcmd\":\"SET_FILE_INFO\","
                    + "\"level_of_interest\":\"Set Disposition Information\",\"fuid\":\"4001\""));
    exchange(
        0x32,
        set(6, new SetPathInformation.Request(1010, "\\a", new SetFileData.Rename(false, 0, "b"))),
        EMPTY);
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb(2, "TRANS2", OK + ",\"rename\":{\"from\":\"\\\\a\",\"to\":\"b\"},\"fuid\":\"\""));
    exchange(
        0x32,
        set(6, new SetPathInformation.Request(0x102, "\\a", new SetFileData.Disposition(true))),
        EMPTY);
    assertThat(scene.smb()).hasSize(2);
  }

  @Test
  void responsesWithoutRequestAreNone() {
    scene.tell(
        new Smb1CommandEvent(
            EveScene.at(1),
            EveScene.flow(),
            null,
            null,
            null,
            null,
            EveScene.at(1),
            header(),
            null,
            List.of(step(0x2B, null, EMPTY))));
    assertThat(scene.smb()).isEmpty();
  }
}
