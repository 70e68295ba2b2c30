package io.smbscope.output.eve;

import static io.smbscope.output.eve.EveScene.DISK;
import static io.smbscope.output.eve.EveScene.NT_STATUS;
import static io.smbscope.output.eve.EveScene.step;
import static io.smbscope.output.eve.ExpectedSmb.SMB1_OK;
import static io.smbscope.output.eve.ExpectedSmb.smb1;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Suricata makes of SMB1 commands: its rust/src/smb/smb1.rs and log.rs. */
class Smb1TransactionsTest {
  private static final Smb1Body EMPTY = new Smb1Body.Empty();

  /** Of a response whose UID and TID count. */
  private static final String OK_NEW =
      "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":2052,\"tree_id\":2051";

  private final EveScene scene = new EveScene();

  private void exchange(int command, Smb1Body request, Smb1Body response) {
    scene.smb1(NT_STATUS, 0, DISK, step(command, request, response));
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
    assertThat(scene.smb()).containsExactly(smb1(1, name, SMB1_OK));
  }

  @ParameterizedTest
  @CsvSource({"0x24, LOCKING_ANDX", "0xA4, NT_CANCEL", "0x33, TRANS2_SECONDARY"})
  void someExpectNoAnswer(String code, String name) {
    exchange(Integer.decode(code), EMPTY, EMPTY);
    assertThat(scene.smb()).containsExactly(smb1(1, name, "\"session_id\":2050,\"tree_id\":2049"));
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
            smb1(
                    1,
                    "SESSION_SETUP_ANDX",
                    OK_NEW
                        + ",\"request\":{\"native_os\":\"nt\",\"native_lm\":\"pysmb\"},"
                        + "\"response\":{\"native_os\":\"Unix\",\"native_lm\":\"Samba\"}")
                + ",\"metadata\":{\"flowvars\":[{\"smbscope\":{\"user\":\"LAB\\\\alice\","
                + "\"signed\":false,\"guest\":true}}]}");
    assertThat(scene.smb().get(1))
        .startsWith(
            smb1(
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
            smb1(
                2,
                "TREE_CONNECT_ANDX",
                "\"session_id\":2050,\"tree_id\":0,\"share\":\"\\\\SRV\\\\IPC$\","
                    + "\"service\":{\"request\":\"?????\"}"));
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
