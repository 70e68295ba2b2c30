package io.smbscope.output.zeek;

import static io.smbscope.output.zeek.SmbScene.FILE;
import static io.smbscope.output.zeek.SmbScene.SHARE;
import static io.smbscope.output.zeek.SmbScene.TREE;
import static io.smbscope.output.zeek.SmbScene.grant;
import static io.smbscope.output.zeek.SmbScene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Echo;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.TreeDisconnect;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expected: rows as Zeek makes them of the same commands in captures of its own tests, of
 * Suricata's and in the case of compounds of samba's.
 */
class Smb2ScriptTest {
  private static final int FILE_INFORMATION = 1;
  private static final int BASIC = 4;
  private static final int RENAME = 10;
  private static final int DISPOSITION = 13;
  private static final long DELETE_ON_CLOSE = 0x1000;
  private static final String TIMES =
      "|1657913589.000000|1657913590.000000|1657913591.000000|1657913592.000000";

  @TempDir Path folder;
  private SmbScene scene;

  @BeforeEach
  void connect() {
    scene = new SmbScene(folder, false).connected(SHARE, 1);
  }

  @Test
  void aTreeIsToldWhenItIsConnected() {
    assertThat(scene.rows("smb_mapping")).containsExactly("\\\\\\\\srv\\\\data|-|-|DISK");
  }

  @Test
  void creationAndCloseTellWhatIsKnownOfTheFileByThen() {
    assertThat(scene.opened("dir\\a", 0, 42).closed().rows("smb_cmd"))
        .containsExactly(
            "TREE_CONNECT|-|-|SUCCESS|0.001000|SMB2|-|-|- > -|-|-|0|-|-|-|-|-",
            "CREATE|-|-|SUCCESS|0.001000|SMB2|-|-|- > SMB::FILE_OPEN|-|dir\\\\a|0|-|-|-|-|-",
            "CLOSE|-|-|SUCCESS|0.001000|SMB2|-|-|- > SMB::FILE_CLOSE|\\\\\\\\srv\\\\data|dir\\\\a"
                + "|42|-"
                + TIMES);
  }

  @Test
  void aFileOpenedIsTold() {
    assertThat(scene.opened("a", 0, 42).closed().rows("smb_files"))
        .containsExactly("-|SMB::FILE_OPEN|\\\\\\\\srv\\\\data|a|42|-" + TIMES);
  }

  @Test
  void aFileToBeDeletedOnCloseIsToldTwice() {
    assertThat(scene.opened("a", DELETE_ON_CLOSE, 0).closed().rows("smb_files"))
        .containsExactly(
            "-|SMB::FILE_OPEN|\\\\\\\\srv\\\\data|a|0|-" + TIMES,
            "-|SMB::FILE_DELETE|\\\\\\\\srv\\\\data|a|0|-" + TIMES);
  }

  @Test
  void theSameFileIsToldOnceInThreeMinutes() {
    scene.opened("a", 0, 0).closed().later(170).opened("a", 0, 0).closed();
    scene.later(170).opened("a", 0, 0).closed();
    assertThat(scene.later(190).opened("a", 0, 0).closed().rows("smb_files")).hasSize(2);
  }

  @Test
  void theRootOfAShareHasAName() {
    assertThat(scene.opened("", 1, 0).rows("smb_files"))
        .containsExactly("-|SMB::FILE_OPEN|\\\\\\\\srv\\\\data|<share_root>|0|-" + TIMES);
  }

  @Test
  void aRefusedCreationIsACommandButNoFile() {
    scene.refused(Smb2Command.CREATE, wish("a", 0), 0xC000_0034L);
    assertThat(scene.rows("smb_files")).isEmpty();
    assertThat(scene.rows("smb_cmd"))
        .last()
        .isEqualTo(
            "CREATE|-|-|OBJECT_NAME_NOT_FOUND|0.001000|SMB2|-|-|- > SMB::FILE_OPEN|-|a|0"
                + "|-|-|-|-|-");
  }

  @Test
  void aRenamedFileHasTheFormerNameToo() {
    scene.opened("a", 0, 7);
    scene.smb2(
        Smb2Command.SET_INFO,
        new SetInfo.Request(
            FILE_INFORMATION, RENAME, 20, 0, FILE, new FileInformation.Rename(false, 0, "b")),
        new SetInfo.Response());
    assertThat(scene.rows("smb_files"))
        .last()
        .isEqualTo("-|SMB::FILE_RENAME|\\\\\\\\srv\\\\data|b|7|a" + TIMES);
  }

  @Test
  void aFileMarkedForDeletionIsTold() {
    scene.opened("a", 0, 7);
    dispose(true);
    assertThat(scene.rows("smb_files"))
        .last()
        .isEqualTo("-|SMB::FILE_DELETE|\\\\\\\\srv\\\\data|a|7|-" + TIMES);
  }

  @Test
  void aFileNotToBeDeletedIsNotToldAgain() {
    scene.opened("a", 0, 7);
    dispose(false);
    assertThat(scene.rows("smb_files")).hasSize(1);
  }

  private void dispose(boolean delete) {
    scene.smb2(
        Smb2Command.SET_INFO,
        new SetInfo.Request(
            FILE_INFORMATION, DISPOSITION, 1, 0, FILE, new FileInformation.Disposition(delete)),
        new SetInfo.Response());
  }

  @Test
  void settingTimesIsNoRowOfFiles() {
    scene.opened("a", 0, 7);
    scene.smb2(
        Smb2Command.SET_INFO,
        new SetInfo.Request(FILE_INFORMATION, BASIC, 40, 0, FILE, null),
        new SetInfo.Response());
    assertThat(scene.rows("smb_files")).hasSize(1);
    assertThat(scene.rows("smb_cmd")).last().asString().startsWith("SET_INFO|-|-|SUCCESS");
  }

  @Test
  void readingAllOfAFileEndsItsContent() {
    scene.opened("a", 0, 300).read(0, 100).read(100, 200).read(0, 100);
    assertThat(scene.rows("files"))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .contains("|SMB|0|")
                    .contains("|a|0.002000|")
                    .contains("|300|300|0|0|F|"),
            row -> assertThat(row).contains("|a|0.000000|").contains("|100|300|0|0|"));
  }

  @Test
  void writingIsContentOfTheOtherDirection() {
    scene.opened("a", 0, 0).written(0, 100).written(500, 100).closed();
    assertThat(scene.rows("files"))
        .satisfiesExactly(row -> assertThat(row).contains("|a|").contains("|T|200|-|400|0|F|"));
  }

  @Test
  void whatIsReadOfPipesIsNoFile() {
    SmbScene pipes = new SmbScene(folder.resolve("pipes"), false).connected("\\\\srv\\IPC$", 2);
    pipes.opened("srvsvc", 0, 0).read(0, 100).written(0, 50).closed();
    assertThat(pipes.rows("files")).isEmpty();
    assertThat(pipes.rows("smb_files")).isEmpty();
  }

  @Test
  void everyCommandIsToldWithItsStatus() {
    scene.smb2(Smb2Command.ECHO, new Echo.Request(), new Echo.Response());
    scene.opened("a", 0, 9).refused(Smb2Command.READ, readAll(), 0xC000_0011L);
    assertThat(scene.rows("smb_cmd"))
        .filteredOn(row -> row.startsWith("READ|-|-|END_OF_FILE") || row.startsWith("ECHO|"))
        .hasSize(2);
  }

  private static Read.Request readAll() {
    return new Read.Request(0, 100, 9, FILE, 0, 0, 0);
  }

  @Test
  void anInterimAnswerIsNoRowAndTheCommandStillKnown() {
    scene.smb2(70, false, Smb2Command.CHANGE_NOTIFY, TREE, 0, new Smb2Body.Unparsed(32));
    scene.smb2(70, true, Smb2Command.CHANGE_NOTIFY, TREE, 0x103, new Smb2Body.Unparsed(9));
    scene.smb2(70, true, Smb2Command.CHANGE_NOTIFY, TREE, 0xC000_0120L, new Smb2Body.Unparsed(9));
    assertThat(scene.rows("smb_cmd"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("CHANGE_NOTIFY|-|-|CANCELLED|0.002000|");
  }

  @Test
  void aCommandWithoutAnswerIsNotTold() {
    scene.smb2(70, false, Smb2Command.CREATE, TREE, 0, wish("a", 0));
    assertThat(scene.rows("smb_cmd")).hasSize(1);
    assertThat(scene.rows("smb_files")).isEmpty();
  }

  @Test
  void anAnswerWithoutCommandIsToldWithNoTime() {
    scene.smb2(70, true, Smb2Command.CREATE, TREE, 0, grant(5));
    assertThat(scene.rows("smb_cmd")).last().asString().startsWith("CREATE|-|-|SUCCESS|0.000000|");
  }

  @Test
  void relatedCommandsOfACompoundUseTheIdsOnTheWire() {
    FileId all = new FileId(-1, -1);
    scene.smb2(70, false, Smb2Command.CREATE, TREE, 0, wish("a", 0));
    scene.smb2(71, false, Smb2Command.CLOSE, 0xFFFF_FFFFL, 0, new Close.Request(0, all));
    scene.smb2(70, true, Smb2Command.CREATE, TREE, 0, grant(5));
    scene.smb2(71, true, Smb2Command.CLOSE, TREE, 0, new Close.Response(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(scene.rows("smb_cmd"))
        .last()
        .isEqualTo("CLOSE|-|-|SUCCESS|0.002000|SMB2|-|-|- > SMB::FILE_CLOSE|-|-|0|-|-|-|-|-");
  }

  @Test
  void afterADisconnectTheTreeIsNotKnown() {
    scene.smb2(
        Smb2Command.TREE_DISCONNECT, new TreeDisconnect.Request(), new TreeDisconnect.Response());
    assertThat(scene.opened("a", 0, 1).rows("smb_files"))
        .containsExactly("-|SMB::FILE_OPEN|-|a|1|-" + TIMES);
  }

  @Test
  void whatIsNotReadableIsLostWithTheNextAnswer() {
    scene.smb2(70, false, Smb2Command.CREATE, TREE, 0, new Smb2Body.Unparsed(57));
    scene.smb2(70, true, Smb2Command.CREATE, TREE, 0, grant(5));
    assertThat(scene.opened("b", 0, 1).rows("smb_cmd"))
        .extracting(row -> row.substring(0, row.indexOf('|')))
        .containsExactly("TREE_CONNECT", "CREATE");
  }

  @Test
  void tooManyUnansweredCommandsMakeZeekForgetFiles() {
    scene.opened("a", 0, 5);
    for (int id = 0; id < SmbState.PENDING_LIMIT; id++) {
      scene.smb2(1_000 + id, false, Smb2Command.ECHO, TREE, 0, new Echo.Request());
    }
    assertThat(scene.closed().rows("smb_cmd"))
        .last()
        .asString()
        .contains(" > SMB::FILE_CLOSE|\\\\\\\\srv\\\\data|-|0|");
  }

  @Test
  void numbersOfTheWireAreToldWithColumnsOfOurOwn() {
    SmbScene extra = new SmbScene(folder.resolve("extra"), true).connected(SHARE, 1);
    extra.opened("a", 0, 5);
    assertThat(extra.rows("smb_cmd")).last().asString().endsWith("|-|0x000040000000000d|9|11");
    assertThat(extra.rows("smb_files")).last().asString().endsWith("|-|0x000040000000000d|9");
    assertThat(extra.rows("smb_mapping"))
        .last()
        .asString()
        .endsWith("|DISK|-|0x000040000000000d|9|F|F");
  }

  @Test
  void dataBeyondTheMessageIsNotRead() {
    scene.opened("a", 0, 300);
    scene.smb2(70, false, Smb2Command.READ, TREE, 0, readAll());
    scene.smb2(70, true, Smb2Command.READ, TREE, 0, new Read.Response(100, 0, 0, Bytes.EMPTY));
    assertThat(scene.rows("files")).hasSize(1);
  }
}
