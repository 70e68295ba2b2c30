package io.smbscope.output.eve;

import static io.smbscope.output.eve.ExpectedSmb.SMB2_OK;
import static io.smbscope.output.eve.ExpectedSmb.smb2;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.KerberosMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.auth.Version;
import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.TokenEvent;
import io.smbscope.smb.smb2.ErrorResponse;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.TreeConnect;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Suricata makes of SMB2 commands: expectations of its own test suite (suricata-verify) and of
 * rust/src/smb/smb2.rs and log.rs.
 */
class Smb2TransactionsTest {
  private static final Smb2Body ERROR = new ErrorResponse(0, 0, null, -1, null);
  private static final Smb2Body NOTHING = new Smb2Body.Unparsed(4);

  private final EveScene scene = new EveScene();

  @Test
  void eachEventSaysWhereItWasSeen() {
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).told();
    assertThat(scene.target.lines.get(0))
        .matches(
            "\\{\"timestamp\":\"2024-05-02T10:11:12.002000\\+0000\",\"flow_id\":\\d+,\"pcap_cnt\":2,"
                + "\"event_type\":\"smb\",\"src_ip\":\"10.0.0.1\",\"src_port\":50000,"
                + "\"dest_ip\":\"10.0.0.2\",\"dest_port\":445,\"proto\":\"TCP\",\"ip_v\":4,"
                + "\"pkt_src\":\"wire/pcap\",\"community_id\":\"1:[^\"]+\",\"smb\":\\{.*}}");
    assertThat(scene.lastSmb()).isEqualTo(smb2("KEEPALIVE", SMB2_OK));
  }

  @ParameterizedTest
  @CsvSource({
    "LOGOFF, SESSION_LOGOFF",
    "TREE_DISCONNECT, TREE_DISCONNECT",
    "FLUSH, FLUSH",
    "LOCK, LOCK",
    "QUERY_DIRECTORY, FIND",
    "CHANGE_NOTIFY, CHANGE_NOTIFY",
    "OPLOCK_BREAK, OPLOCK_BREAK",
  })
  void otherCommandsAreATransactionEach(Smb2Command command, String name) {
    scene.smb2(command, NOTHING, NOTHING).told();
    assertThat(scene.smb()).containsExactly(smb2(name, SMB2_OK));
  }

  @Test
  void queriesOfInformationAreNone() {
    scene.smb2(Smb2Command.QUERY_INFO, NOTHING, NOTHING).told();
    assertThat(scene.smb()).isEmpty();
  }

  @Test
  void responsesWithoutRequestAreNone() {
    scene.smb2(Smb2Command.CREATE, NOTHING, NOTHING).unasked().told();
    assertThat(scene.smb()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0xC0000022, STATUS_ACCESS_DENIED, 0xc0000022",
    "0x80000006, STATUS_NO_MORE_FILES, 0x80000006",
    "0xE1234567, 3777185127, 0xe1234567",
  })
  void statusesHaveANameAndACode(String status, String name, String code) {
    scene.smb2(Smb2Command.QUERY_DIRECTORY, NOTHING, ERROR).status(Long.decode(status)).told();
    assertThat(scene.lastSmb())
        .contains("\"status\":\"" + name + "\",\"status_code\":\"" + code + "\"");
  }

  @Test
  void anUnansweredRequestIsToldAtTheEndWithoutStatus() {
    scene.smb2(Smb2Command.CHANGE_NOTIFY, NOTHING, null).unanswered().told();
    assertThat(scene.lastSmb())
        .isEqualTo(smb2("CHANGE_NOTIFY", "\"session_id\":4398046511117,\"tree_id\":1"));
    assertThat(scene.target.lines.get(0))
        .contains("\"pkt_src\":\"stream (flow timeout)\"")
        .doesNotContain("pcap_cnt");
  }

  @Test
  void aRequestThatWasLeftPendingSaysSo() {
    scene.smb2(Smb2Command.CHANGE_NOTIFY, NOTHING, null).interim().unanswered().told();
    assertThat(scene.lastSmb()).contains("\"status\":\"STATUS_PENDING\",\"status_code\":\"0x103\"");
  }

  @Test
  void sessionIdsHaveNoSign() {
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).session(-2).told();
    assertThat(scene.lastSmb()).contains("\"session_id\":18446744073709551614,");
  }

  @Test
  void unknownCodesAreNumbers() {
    assertThat(SmbNames.command(2, 0x20)).isEqualTo("32");
    assertThat(SmbNames.command(1, 0x99)).isEqualTo("153");
    assertThat(SmbNames.rpcType(77)).isEqualTo("77");
  }

  private static Negotiate.Request offer(Integer... dialects) {
    UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    return new Negotiate.Request(1, 0, guid, List.of(dialects), List.of(), null);
  }

  private static Negotiate.Response choice(int dialect) {
    UUID guid = UUID.fromString("aaaaaaaa-bbbb-cccc-0102-030405060708");
    return new Negotiate.Response(
        1, dialect, guid, 0, 65_536, 1_048_576, 8_388_608, 0, 0, Bytes.EMPTY, List.of(), null);
  }

  @Test
  void negotiateTellsWhatWasOfferedAndAgreed() {
    scene.smb2(Smb2Command.NEGOTIATE, offer(0x0202, 0x0210, 0x0311, 0x0999), choice(0x0210)).told();
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb2(
                1,
                "2.10",
                "NEGOTIATE_PROTOCOL",
                "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":0,"
                    + "\"tree_id\":0,\"client_dialects\":[\"2.02\",\"2.10\",\"3.11\",\"2457\"],"
                    + "\"client_guid\":\"00112233-4455-6677-9988-bbaaffeeddcc\","
                    + "\"server_guid\":\"aaaaaaaa-bbbb-cccc-0201-040308070605\","
                    + "\"max_read_size\":1048576,\"max_write_size\":8388608"));
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).told();
    assertThat(scene.lastSmb()).isEqualTo(smb2(2, "2.10", "KEEPALIVE", SMB2_OK));
  }

  private void token(NtlmMessage ntlm, KerberosMessage kerberos) {
    AuthToken token =
        new AuthToken(
            AuthToken.Framing.SPNEGO_INIT,
            List.of(),
            null,
            null,
            ntlm,
            kerberos,
            null,
            false,
            false);
    scene.tell(
        new TokenEvent(EveScene.at(1), EveScene.flow(), EveScene.at(1), true, false, false, token));
  }

  private void setup(int flags, int sessionFlags) {
    scene
        .smb2(
            Smb2Command.SESSION_SETUP,
            new SessionSetup.Request(flags, 1, 0, 0, Bytes.EMPTY),
            new SessionSetup.Response(sessionFlags, Bytes.EMPTY))
        .told();
  }

  @Test
  void sessionSetupTellsWhoLogsOn() {
    AuthenticateMessage authenticate =
        new AuthenticateMessage(
            0,
            "",
            "",
            NtlmResponse.NTLMV2,
            "CONTOSO",
            "Administrator",
            "SERVER01",
            new Version(6, 0, 6001, 15),
            null,
            null,
            AvPairs.NONE,
            AuthenticateMessage.Layout.USUAL);
    token(authenticate, null);
    setup(1, 4);
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb2(
                    "SESSION_SETUP",
                    SMB2_OK
                        + ",\"ntlmssp\":{\"domain\":\"CONTOSO\",\"user\":\"Administrator\","
                        + "\"host\":\"SERVER01\",\"version\":\"6.0 build 6001 rev 15\"}")
                + ",\"metadata\":{\"flowvars\":[{\"smbscope\":{\"user\":\"LAB\\\\alice\","
                + "\"binding\":true,\"signed\":false,\"guest\":false,\"anonymous\":false,"
                + "\"encryption_required\":true}}]}");
    setup(0, 0);
    assertThat(scene.lastSmb()).as("without a token of its own").doesNotContain("ntlmssp");
  }

  @Test
  void sessionSetupTellsTheTicketShown() {
    token(
        null,
        new KerberosMessage.ApReq(
            true, false, "LAB.EXAMPLE", "cifs/srv.lab.example", "aes256", 18, "aes256", 18));
    setup(0, 0);
    assertThat(scene.lastSmb())
        .contains(
            "\"kerberos\":{\"realm\":\"LAB.EXAMPLE\",\"snames\":[\"cifs\",\"srv.lab.example\"]}");
  }

  private EveScene.Smb2 connect(String path, int type) {
    return scene.smb2(
        Smb2Command.TREE_CONNECT,
        new TreeConnect.Request(0, path),
        new TreeConnect.Response(type, 0, 0, 0));
  }

  @Test
  void treeConnectTellsAShareOrAPipe() {
    connect("\\\\10.0.0.12\\smb2", 1).told();
    assertThat(scene.lastSmb())
        .startsWith(
            smb2(
                "TREE_CONNECT",
                SMB2_OK + ",\"share\":\"\\\\\\\\10.0.0.12\\\\smb2\",\"share_type\":\"FILE\""));
    connect("\\\\10.0.0.12\\IPC$", 2).on(EveScene.IPC).told();
    assertThat(scene.lastSmb())
        .contains(
            "\"tree_id\":5,\"named_pipe\":\"\\\\\\\\10.0.0.12\\\\IPC$\",\"share_type\":\"PIPE\"");
    connect("\\\\p\\lp", 3).told();
    assertThat(scene.lastSmb()).contains("\"share_type\":\"PRINT\"");
  }

  @Test
  void aRefusedTreeConnectHasNoTree() {
    scene
        .smb2(Smb2Command.TREE_CONNECT, new TreeConnect.Request(0, "\\\\s\\c$"), ERROR)
        .status(NtStatus.ACCESS_DENIED)
        .told();
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb2(
                "TREE_CONNECT",
                "\"status\":\"STATUS_ACCESS_DENIED\",\"status_code\":\"0xc0000022\","
                    + "\"session_id\":4398046511117,\"tree_id\":0,"
                    + "\"share\":\"\\\\\\\\s\\\\c$\",\"share_type\":\"UNKNOWN\""));
  }
}
