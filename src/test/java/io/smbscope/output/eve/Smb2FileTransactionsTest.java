package io.smbscope.output.eve;

import static io.smbscope.output.eve.ExpectedSmb.SMB2_OK;
import static io.smbscope.output.eve.ExpectedSmb.smb2;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.ErrorResponse;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Suricata makes of SMB2 commands on files and pipes, as {@link Smb2TransactionsTest}. */
class Smb2FileTransactionsTest {
  private static final FileId FILE = new FileId(0x4D, 0xFFFF_FFFF_0000_0009L);
  private static final String FUID = "0000004d-0000-0000-0009-0000ffffffff";
  private static final Smb2Body ERROR = new ErrorResponse(0, 0, null, -1, null);
  private static final Smb2Body NOTHING = new Smb2Body.Unparsed(4);

  private final EveScene scene = new EveScene();

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
            smb2(
                "CREATE",
                SMB2_OK
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
            smb2(2, "unknown", "WRITE", SMB2_OK + file),
            smb2(1, "unknown", "READ", SMB2_OK + file),
            smb2(3, "unknown", "CLOSE", SMB2_OK));
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
        .isEqualTo(smb2("IOCTL", SMB2_OK + ",\"function\":\"FSCTL_VALIDATE_NEGOTIATE_INFO\""));
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
            smb2(
                "SET_INFO",
                SMB2_OK
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
