package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.FileEvent;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Flush;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done with an open. [MS-SMB2] 3.3.5.11 to 3.3.5.21 */
class Smb2FileUseTest {
  private static final long FSCTL_PIPE_TRANSCEIVE = 0x0011_C017L;
  private static final long FSCTL_SRV_COPYCHUNK = 0x0014_40F2L;
  private static final int FILE = 1;
  private static final int RENAME = 10;
  private static final int DISPOSITION = 13;

  private final Scene scene = new Scene();
  private final Smb2Client client = Smb2Client.at(scene);

  @Test
  void readsAndWritesAreCounted() {
    FileId file = client.open("a.txt");
    client.read(file, 65_536);
    client.read(file, 100);
    client.write(file, 7);
    client.close(file);
    FileEvent event = scene.file();
    assertThat(event.reads()).isEqualTo(2);
    assertThat(event.bytesRead()).isEqualTo(65_636);
    assertThat(event.writes()).isEqualTo(1);
    assertThat(event.bytesWritten()).isEqualTo(7);
  }

  @Test
  void aFailedReadOrWriteMovesNothing() {
    FileId file = client.open("a.txt");
    client.refuse(Smb2Command.READ, Smb2Bodies.read(file, 10), NtStatus.END_OF_FILE);
    client.refuse(Smb2Command.WRITE, Smb2Bodies.write(file, 10), NtStatus.ACCESS_DENIED);
    client.close(file);
    assertThat(scene.file().reads()).isZero();
    assertThat(scene.file().bytesRead()).isZero();
    assertThat(scene.file().writes()).isZero();
    assertThat(scene.file().bytesWritten()).isZero();
  }

  /** The server says how much it wrote, which may be less. [MS-SMB2] 2.2.22 */
  @Test
  void theServersCountCounts() {
    FileId file = client.open("a.txt");
    client.exchange(Smb2Command.WRITE, Smb2Bodies.write(file, 100), Smb2Bodies.written(60));
    client.close(file);
    assertThat(scene.file().bytesWritten()).isEqualTo(60);
  }

  /** A message longer than the buffer: the rest comes with the next READ. [MS-SMB2] 3.3.4.4 */
  @Test
  void aPipesPartialReadCounts() {
    client.connected(6, "\\\\srv\\IPC$", Smb2Client.PIPE, 0);
    FileId pipe = client.open("srvsvc");
    client.ask(client.request(Smb2Command.READ, Smb2Bodies.read(pipe, 1024)));
    client.answer(
        client.response(Smb2Command.READ, NtStatus.BUFFER_OVERFLOW, Smb2Bodies.octetsRead(1024)));
    client.close(pipe);
    assertThat(scene.file().bytesRead()).isEqualTo(1024);
  }

  @Test
  void aTransactionOnAPipeWritesAndReads() {
    client.connected(6, "\\\\srv\\IPC$", Smb2Client.PIPE, 0);
    FileId pipe = client.open("srvsvc");
    client.exchange(
        Smb2Command.IOCTL,
        Smb2Bodies.ioctl(FSCTL_PIPE_TRANSCEIVE, pipe, 72),
        Smb2Bodies.controlled(FSCTL_PIPE_TRANSCEIVE, pipe, 68, null));
    client.close(pipe);
    FileEvent event = scene.file();
    assertThat(event.type()).isEqualTo("pipe");
    assertThat(event.writes()).isEqualTo(1);
    assertThat(event.bytesWritten()).isEqualTo(72);
    assertThat(event.reads()).isEqualTo(1);
    assertThat(event.bytesRead()).isEqualTo(68);
  }

  @Test
  void otherControlsMoveNothing() {
    FileId file = client.open("a.txt");
    long fsctlGetReparsePoint = 0x0009_00A8L;
    client.exchange(
        Smb2Command.IOCTL,
        Smb2Bodies.ioctl(fsctlGetReparsePoint, file, 8),
        Smb2Bodies.controlled(fsctlGetReparsePoint, file, 100, null));
    client.close(file);
    assertThat(scene.file().reads()).isZero();
    assertThat(scene.file().writes()).isZero();
  }

  @Test
  void aCopyOnTheServerIsWritten() {
    FileId file = client.open("copy.txt");
    client.exchange(
        Smb2Command.IOCTL,
        Smb2Bodies.ioctl(FSCTL_SRV_COPYCHUNK, file, 56),
        Smb2Bodies.controlled(
            FSCTL_SRV_COPYCHUNK, file, 12, new IoctlData.CopyChunkResponse(2, 0, 5000)));
    client.close(file);
    assertThat(scene.file().bytesWritten()).isEqualTo(5000);
    assertThat(scene.file().writes()).isEqualTo(1);
  }

  /** Then the same fields are the server's limits. [MS-SMB2] 2.2.32.1 */
  @Test
  void aRefusedCopyTellsLimitsAndWritesNothing() {
    FileId file = client.open("copy.txt");
    client.ask(client.request(Smb2Command.IOCTL, Smb2Bodies.ioctl(FSCTL_SRV_COPYCHUNK, file, 56)));
    client.answer(
        client.response(
            Smb2Command.IOCTL,
            NtStatus.INVALID_PARAMETER,
            Smb2Bodies.controlled(
                FSCTL_SRV_COPYCHUNK,
                file,
                12,
                new IoctlData.CopyChunkResponse(256, 1 << 20, 16 << 20))));
    client.close(file);
    assertThat(scene.file().bytesWritten()).isZero();
  }

  @Test
  void listingsAndTheirEntriesAreCounted() {
    FileId dir = client.open("dir", wish -> {}, grant -> grant.attributes = 0x10);
    client.list(dir, 30);
    client.list(dir, 12);
    client.refuse(Smb2Command.QUERY_DIRECTORY, Smb2Bodies.list(dir), NtStatus.NO_MORE_FILES);
    client.close(dir);
    assertThat(scene.file().listings()).isEqualTo(2);
    assertThat(scene.file().listedEntries()).isEqualTo(42);
  }

  @Test
  void aRenameIsTold() {
    FileId file = client.open("old.txt");
    client.setInfo(file, FILE, RENAME, new FileInformation.Rename(false, 0, "new.txt"));
    client.close(file);
    assertThat(scene.file().name()).isEqualTo("old.txt");
    assertThat(scene.file().renamedTo()).isEqualTo("new.txt");
    assertThat(scene.file().setInfo()).containsExactly("FileRenameInformation");
  }

  @Test
  void aRefusedChangeIsNone() {
    FileId file = client.open("old.txt");
    client.refuse(
        Smb2Command.SET_INFO,
        new SetInfo.Request(
            FILE, RENAME, 8, 0, file, new FileInformation.Rename(false, 0, "new.txt")),
        NtStatus.ACCESS_DENIED);
    client.refuse(
        Smb2Command.SET_INFO,
        new SetInfo.Request(FILE, DISPOSITION, 1, 0, file, new FileInformation.Disposition(true)),
        NtStatus.ACCESS_DENIED);
    client.close(file);
    assertThat(scene.file().renamedTo()).isNull();
    assertThat(scene.file().deleted()).isNull();
    assertThat(scene.file().setInfo()).isEmpty();
  }

  @Test
  void aDispositionDeletes() {
    FileId file = client.open("a.txt");
    client.setInfo(file, FILE, DISPOSITION, new FileInformation.Disposition(true));
    client.close(file);
    assertThat(scene.file().deleted()).isEqualTo("disposition");
  }

  @Test
  void aDispositionMayBeTakenBack() {
    FileId file = client.open("a.txt");
    client.setInfo(file, FILE, DISPOSITION, new FileInformation.Disposition(true));
    client.setInfo(file, FILE, DISPOSITION, new FileInformation.Disposition(false));
    client.close(file);
    assertThat(scene.file().deleted()).isNull();
    assertThat(scene.file().setInfo()).containsExactly("FileDispositionInformation");
  }

  @Test
  void deleteOnCloseDeletes() {
    FileId file = client.open("a.tmp", wish -> wish.options = 0x1000, grant -> {});
    client.close(file);
    assertThat(scene.file().deleted()).isEqualTo("delete-on-close");
  }

  @Test
  void deleteOnCloseOfAFileLeftOpenWhenItsTreeGoesDeletesToo() {
    client.open("a.tmp", wish -> wish.options = 0x1000, grant -> {});
    client.disconnect();
    assertThat(scene.file().end()).isEqualTo("tree-disconnect");
    assertThat(scene.file().deleted()).isEqualTo("delete-on-close");
  }

  @Test
  void whatIsNotClosedIsNotYetDeleted() {
    client.open("a.tmp", wish -> wish.options = 0x1000, grant -> {});
    scene.end();
    assertThat(scene.file().end()).isEqualTo("end-of-capture");
    assertThat(scene.file().deleted()).isNull();
  }

  @Test
  void aNewEndOfFileIsTheSize() {
    FileId file = client.open("a.txt");
    client.setInfo(file, FILE, 20, new FileInformation.EndOfFile(10));
    client.close(file);
    assertThat(scene.file().size()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4,  FileBasicInformation",
    "1, 11, FileLinkInformation",
    "1, 15, FileFullEaInformation",
    "1, 16, FileModeInformation",
    "1, 14, FilePositionInformation",
    "1, 19, FileAllocationInformation",
    "1, 20, FileEndOfFileInformation",
    "1, 23, FilePipeInformation",
    "1, 39, FileValidDataLengthInformation",
    "1, 40, FileShortNameInformation",
    "1, 64, FileDispositionInformationEx",
    "1, 65, FileRenameInformationEx",
    "1, 72, FileLinkInformationEx",
    "1, 99, FileInformationClass99",
    "2, 2,  FileFsLabelInformation",
    "2, 6,  FileFsControlInformation",
    "2, 8,  FileFsObjectIdInformation",
    "2, 9,  FileFsInformationClass9",
    "3, 0,  SecurityInformation",
    "4, 0,  QuotaInformation",
    "5, 3,  InfoType5Class3"
  })
  void whatIsSetHasItsNameOnce(int infoType, int infoClass, String name) {
    FileId file = client.open("a.txt");
    client.setInfo(file, infoType, infoClass, null);
    client.setInfo(file, infoType, infoClass, null);
    client.close(file);
    assertThat(scene.file().setInfo()).containsExactly(name);
  }

  /** A client may set as much as it likes; 32 kinds are named. */
  @Test
  void namesOfWhatWasSetAreBounded() {
    FileId file = client.open("a.txt");
    for (int infoClass = 100; infoClass < 200; infoClass++) {
      client.setInfo(file, FILE, infoClass, null);
    }
    client.close(file);
    assertThat(scene.file().setInfo()).hasSize(32).contains("FileInformationClass131");
  }

  @Test
  void aResponseWithoutRequestMovesNothing() {
    FileId file = client.open("a.txt");
    client.answer(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(10)).id(900));
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(10)).id(901));
    client.answer(client.success(Smb2Command.CLOSE, Smb2Bodies.closed()).id(902));
    client.answer(client.success(Smb2Command.FLUSH, new Flush.Response()).id(903));
    client.answer(client.success(Smb2Command.SET_INFO, new SetInfo.Response()).id(904));
    assertThat(scene.told(FileEvent.class)).isEmpty();
    client.close(file);
    assertThat(scene.file().reads()).isZero();
    assertThat(scene.file().writes()).isZero();
  }

  /** A response to another command than was asked is none to it. */
  @Test
  void aResponseOfAnotherCommandDoesNotFit() {
    FileId file = client.open("a.txt");
    client.ask(client.request(Smb2Command.WRITE, Smb2Bodies.write(file, 10)));
    client.answer(client.success(Smb2Command.READ, Smb2Bodies.octetsRead(10)));
    client.close(file);
    assertThat(scene.file().reads()).isZero();
    assertThat(scene.file().writes()).isZero();
  }
}
