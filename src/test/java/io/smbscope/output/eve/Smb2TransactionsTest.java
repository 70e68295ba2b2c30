package io.smbscope.output.eve;

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
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.ErrorResponse;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.TreeConnect;
import io.smbscope.smb.smb2.Write;
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
  private static final FileId FILE = new FileId(0x4D, 0xFFFF_FFFF_0000_0009L);
  private static final String FUID = "0000004d-0000-0000-0009-0000ffffffff";
  private static final Smb2Body ERROR = new ErrorResponse(0, 0, null, -1, null);
  private static final Smb2Body NOTHING = new Smb2Body.Unparsed(4);
  private static final String OK =
      "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":4398046511117,"
          + "\"tree_id\":1";

  private final EveScene scene = new EveScene();

  private static String smb(int id, String dialect, String command, String rest) {
    return "\"smb\":{\"id\":"
        + id
        + ",\"dialect\":\""
        + dialect
        + "\",\"command\":\"SMB2_COMMAND_"
        + command
        + "\","
        + rest
        + "}";
  }

  private static String smb(String command, String rest) {
    return smb(1, "unknown", command, rest);
  }

  @Test
  void eachEventSaysWhereItWasSeen() {
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).told();
    assertThat(scene.target.lines.get(0))
        .matches(
            "\\{\"timestamp\":\"2024-05-02T10:11:12.002000\\+0000\",\"flow_id\":\\d+,\"pcap_cnt\":2,"
                + "\"event_type\":\"smb\",\"src_ip\":\"10.0.0.1\",\"src_port\":50000,"
                + "\"dest_ip\":\"10.0.0.2\",\"dest_port\":445,\"proto\":\"TCP\",\"ip_v\":4,"
                + "\"pkt_src\":\"wire/pcap\",\"community_id\":\"1:[^\"]+\",\"smb\":\\{.*}}");
    assertThat(scene.lastSmb()).isEqualTo(smb("KEEPALIVE", OK));
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
    assertThat(scene.smb()).containsExactly(smb(name, OK));
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
        .isEqualTo(smb("CHANGE_NOTIFY", "\"session_id\":4398046511117,\"tree_id\":1"));
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
            smb(
                1,
                "2.10",
                "NEGOTIATE_PROTOCOL",
                "\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\",\"session_id\":0,"
                    + "\"tree_id\":0,\"client_dialects\":[\"2.02\",\"2.10\",\"3.11\",\"2457\"],"
                    + "\"client_guid\":\"00112233-4455-6677-9988-bbaaffeeddcc\","
                    + "\"server_guid\":\"aaaaaaaa-bbbb-cccc-0201-040308070605\","
                    + "\"max_read_size\":1048576,\"max_write_size\":8388608"));
    scene.smb2(Smb2Command.ECHO, NOTHING, NOTHING).told();
    assertThat(scene.lastSmb()).isEqualTo(smb(2, "2.10", "KEEPALIVE", OK));
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
            smb(
                    "SESSION_SETUP",
                    OK
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
            smb(
                "TREE_CONNECT",
                OK + ",\"share\":\"\\\\\\\\10.0.0.12\\\\smb2\",\"share_type\":\"FILE\""));
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
            smb(
                "TREE_CONNECT",
                "\"status\":\"STATUS_ACCESS_DENIED\",\"status_code\":\"0xc0000022\","
                    + "\"session_id\":4398046511117,\"tree_id\":0,"
                    + "\"share\":\"\\\\\\\\s\\\\c$\",\"share_type\":\"UNKNOWN\""));
  }

  private static Create.Request wish(String name, long disposition, long options) {
    return new Create.Request(0, 2, 0, 0, 7, disposition, options, name, List.of());
  }

  private static Create.Response opened() {
    // 2011-12-06T20:18:15.5Z and two before 1970.
    long time = 116_444_736_000_000_000L + 13_232_026_955_000_000L;
    return new Create.Response(0, 0, 1, time, 1, 0, time, 4096, 1234, 0, FILE, List.of());
  }

  @Test
  void createTellsWhatWasAskedAndWhatIsThere() {
    scene.smb2(Smb2Command.CREATE, wish("a\\b.txt", 2, 0), opened()).told();
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb(
                "CREATE",
                OK
                    + ",\"filename\":\"a\\\\b.txt\",\"disposition\":\"FILE_CREATE\","
                    + "\"access\":\"normal\",\"created\":1323202695,\"accessed\":0,"
                    + "\"modified\":0,\"changed\":1323202695,\"size\":1234,\"fuid\":\""
                    + FUID
                    + "\""));
    scene.smb2(Smb2Command.CREATE, wish("d", 1, 0x1001), opened()).told();
    assertThat(scene.lastSmb())
        .contains(
            "\"directory\":\"d\",\"disposition\":\"FILE_OPEN\",\"access\":\"delete on close\"");
    scene.smb2(Smb2Command.CREATE, wish("", 9, 1), opened()).told();
    assertThat(scene.lastSmb())
        .contains("\"filename\":\"<share_root>\",\"disposition\":\"UNKNOWN\"");
  }

  @Test
  void aRefusedCreateHasNoFile() {
    scene
        .smb2(Smb2Command.CREATE, wish("a", 1, 0), ERROR)
        .status(NtStatus.OBJECT_NAME_NOT_FOUND)
        .told();
    assertThat(scene.lastSmb())
        .endsWith(
            "\"created\":0,\"accessed\":0,\"modified\":0,\"changed\":0,\"size\":0,\"fuid\":\"\"}");
  }

  private void read(String name) {
    scene
        .smb2(
            Smb2Command.READ,
            new Read.Request(0, 100, 0, FILE, 0, 0, 0),
            new Read.Response(100, 0, 0, Bytes.EMPTY))
        .open(EveScene.open(name))
        .told();
  }

  private EveScene.Smb2 write(Bytes data) {
    return scene.smb2(
        Smb2Command.WRITE,
        new Write.Request(100, 0, FILE, 0, 0, 0, data),
        new Write.Response(100, 0));
  }

  private void close(String name) {
    scene
        .smb2(
            Smb2Command.CLOSE,
            new Close.Request(0, FILE),
            new Close.Response(0, 0, 0, 0, 0, 0, 0, 0))
        .open(EveScene.open(name))
        .told();
  }

  @Test
  void readsAndWritesOfAFileAreATransactionEachThatCloseCompletes() {
    read("f");
    read("f");
    write(Bytes.EMPTY).open(EveScene.open("f")).told();
    write(Bytes.EMPTY).open(EveScene.open("f")).told();
    assertThat(scene.smb()).isEmpty();
    close("f");
    String file = ",\"filename\":\"f\",\"share\":\"\\\\\\\\srv\\\\data\",\"fuid\":\"" + FUID + "\"";
    assertThat(scene.smb())
        .containsExactly(
            smb(2, "unknown", "WRITE", OK + file),
            smb(1, "unknown", "READ", OK + file),
            smb(3, "unknown", "CLOSE", OK));
  }

  @Test
  void aFileThatStaysOpenIsToldAtTheFlowsEnd() {
    write(Bytes.EMPTY).open(EveScene.open("f")).told();
    scene.end();
    assertThat(scene.smb()).hasSize(1);
    assertThat(scene.lastSmb()).contains("\"command\":\"SMB2_COMMAND_WRITE\",\"session_id\"");
  }

  @Test
  void filesWhoseOpenWasNotSeenHaveTheNamesThatSuricataGivesThem() {
    scene
        .smb2(
            Smb2Command.READ,
            new Read.Request(0, 100, 0, FILE, 0, 0, 0),
            new Read.Response(100, 0, 0, Bytes.EMPTY))
        .on(null)
        .told();
    write(Bytes.EMPTY).on(null).told();
    scene.end();
    assertThat(scene.smb().get(0)).contains("\"filename\":\"<unknown>\",\"share\":\"\"");
    assertThat(scene.smb().get(1)).contains("\"filename\":\"\",\"share\":\"\"");
  }

  @Test
  void aReadThatFailsIsNone() {
    scene
        .smb2(Smb2Command.READ, new Read.Request(0, 100, 0, FILE, 0, 0, 0), ERROR)
        .status(NtStatus.END_OF_FILE)
        .told();
    scene.end();
    assertThat(scene.smb()).isEmpty();
  }

  @Test
  void whatGoesThroughPipesBelongsToTheirCalls() {
    write(Bytes.EMPTY).on(EveScene.IPC).open(EveScene.pipe("srvsvc")).told();
    write(Bytes.of(new byte[] {5, 0})).on(null).told();
    write(Bytes.EMPTY).on(null).open(EveScene.pipe("x")).told();
    scene.end();
    assertThat(scene.smb()).isEmpty();
  }

  @Test
  void manyFilesThatStayOpenMakeTheOldestGo() {
    for (int i = 0; i < 1_025; i++) {
      scene
          .smb2(
              Smb2Command.WRITE,
              new Write.Request(1, 0, new FileId(1, i), 0, 0, 0, Bytes.EMPTY),
              new Write.Response(1, 0))
          .told();
    }
    assertThat(scene.smb()).hasSize(1);
    assertThat(scene.lastSmb()).contains("\"fuid\":\"00000001-0000-0000-0000-000000000000\"");
  }

  private EveScene.Smb2 control(long code) {
    return scene.smb2(
        Smb2Command.IOCTL, new Ioctl.Request(code, FILE, 0, 0, 0, 0, 1, null), NOTHING);
  }

  @Test
  void ioctlTellsItsFunction() {
    control(0x0014_0204L).told();
    assertThat(scene.lastSmb())
        .isEqualTo(smb("IOCTL", OK + ",\"function\":\"FSCTL_VALIDATE_NEGOTIATE_INFO\""));
    control(0x1234).told();
    assertThat(scene.lastSmb()).endsWith("\"function\":\"4660\"}");
  }

  @Test
  void aCallToAServiceThatSuricataKnowsIsNoIoctl() {
    control(0x0011_C017L).on(EveScene.IPC).open(EveScene.pipe("\\samr")).told();
    assertThat(scene.smb()).isEmpty();
    control(0x0011_C017L).on(EveScene.IPC).open(EveScene.pipe("wkssvc")).told();
    assertThat(scene.lastSmb()).endsWith("\"function\":\"FSCTL_PIPE_TRANSCEIVE\"}");
  }

  private EveScene.Smb2 set(int infoClass, FileInformation information) {
    return scene
        .smb2(
            Smb2Command.SET_INFO,
            new SetInfo.Request(1, infoClass, 8, 0, FileId.OF_COMPOUND, information),
            new SetInfo.Response())
        .open(EveScene.open("old"));
  }

  @Test
  void setInfoTellsNewNamesAndDeletion() {
    set(10, new FileInformation.Rename(false, 0, "new")).told();
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb(
                "SET_INFO",
                OK
                    + ",\"set_info\":{\"class\":\"FILE_INFO\","
                    + "\"info_level\":\"SMB2_FILE_RENAME_INFO\"},"
                    + "\"rename\":{\"from\":\"old\",\"to\":\"new\"},\"fuid\":\""
                    + FUID
                    + "\""));
    set(13, new FileInformation.Disposition(true)).told();
    assertThat(scene.lastSmb())
        .endsWith("\"filename\":\"old\",\"access\":\"delete on close\",\"fuid\":\"" + FUID + "\"}");
    set(20, new FileInformation.EndOfFile(5)).told();
    set(65, new FileInformation.Rename(false, 0, "new")).told();
    assertThat(scene.smb()).hasSize(2);
  }
}
