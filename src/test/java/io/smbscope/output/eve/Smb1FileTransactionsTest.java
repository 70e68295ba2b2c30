package io.smbscope.output.eve;

import static io.smbscope.output.eve.EveScene.DISK;
import static io.smbscope.output.eve.EveScene.NT_STATUS;
import static io.smbscope.output.eve.EveScene.step;
import static io.smbscope.output.eve.ExpectedSmb.SMB1_OK;
import static io.smbscope.output.eve.ExpectedSmb.smb1;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.event.Smb1CommandEvent.Step;
import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Rename;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetFileInformation;
import io.smbscope.smb.smb1.SetPathInformation;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.Write;
import io.smbscope.smb.smb1.WriteAndClose;
import io.smbscope.smb.smb1.WriteAndX;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What Suricata makes of SMB1 commands on files, as {@link Smb1TransactionsTest}. */
class Smb1FileTransactionsTest {
  private static final Smb1Body EMPTY = new Smb1Body.Empty();

  private final EveScene scene = new EveScene();

  private void exchange(int command, Smb1Body request, Smb1Body response) {
    scene.smb1(NT_STATUS, 0, DISK, step(command, request, response));
  }

  private void on(String file, int command, Smb1Body request, Smb1Body response) {
    scene.smb1(
        NT_STATUS, 0, DISK, new Step(command, request, response, EveScene.fid(0x4001, file)));
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
            smb1(
                1,
                "NT_CREATE_ANDX",
                SMB1_OK
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
            smb1(
                1,
                "RENAME",
                SMB1_OK + ",\"rename\":{\"from\":\"\\\\a\",\"to\":\"\\\\b\"},\"fuid\":\"\""));
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
            smb1(1, "WRITE_ANDX", file), smb1(2, "READ_ANDX", file), smb1(3, "CLOSE", SMB1_OK));
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
            smb1(
                1,
                "TRANS2",
                SMB1_OK
                    + ",\"filename\":\"\\\\f\",\"access\":\"delete on close\","
                    + "\"subcmd\":\"SET_FILE_INFO\","
                    + "\"level_of_interest\":\"Set Disposition Information\",\"fuid\":\"4001\""));
    exchange(
        0x32,
        set(6, new SetPathInformation.Request(1010, "\\a", new SetFileData.Rename(false, 0, "b"))),
        EMPTY);
    assertThat(scene.lastSmb())
        .isEqualTo(
            smb1(
                2,
                "TRANS2",
                SMB1_OK + ",\"rename\":{\"from\":\"\\\\a\",\"to\":\"b\"},\"fuid\":\"\""));
    exchange(
        0x32,
        set(6, new SetPathInformation.Request(0x102, "\\a", new SetFileData.Disposition(true))),
        EMPTY);
    assertThat(scene.smb()).hasSize(2);
  }
}
