package io.smbscope.session;

import static io.smbscope.session.Smb1Client.NOTHING;
import static io.smbscope.session.Smb1Client.TIME;
import static io.smbscope.session.Smb1Client.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.NtStatus;
import io.smbscope.event.FileEvent;
import io.smbscope.smb.smb1.CheckDirectory;
import io.smbscope.smb.smb1.CreateDirectory;
import io.smbscope.smb.smb1.CreateDirectory2;
import io.smbscope.smb.smb1.Delete;
import io.smbscope.smb.smb1.DeleteDirectory;
import io.smbscope.smb.smb1.FindClose2;
import io.smbscope.smb.smb1.FindFirst2;
import io.smbscope.smb.smb1.FindNext2;
import io.smbscope.smb.smb1.NtRename;
import io.smbscope.smb.smb1.NtTransact;
import io.smbscope.smb.smb1.NtTransactRename;
import io.smbscope.smb.smb1.QueryInformation;
import io.smbscope.smb.smb1.QueryPathInformation;
import io.smbscope.smb.smb1.Rename;
import io.smbscope.smb.smb1.Search;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetFileInformation;
import io.smbscope.smb.smb1.SetInformation;
import io.smbscope.smb.smb1.SetPathInformation;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Transaction2;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What SMB1 does to paths without opening them, its listings, and changes to opens. */
class Smb1PathTest {
  private static final Transaction2.Parameters DONE = new Transaction2.Undecoded();

  private final Scene scene = new Scene();
  private final Smb1Client client = Smb1Client.at(scene);

  static Stream<Arguments> operations() {
    return Stream.of(
        Arguments.of(Smb1Command.SMB_COM_DELETE, new Delete.Request(6, "\\a"), "delete", null),
        Arguments.of(
            Smb1Command.SMB_COM_CREATE_DIRECTORY,
            new CreateDirectory.Request("\\a"),
            "mkdir",
            "directory"),
        Arguments.of(
            Smb1Command.SMB_COM_DELETE_DIRECTORY,
            new DeleteDirectory.Request("\\a"),
            "rmdir",
            "directory"),
        Arguments.of(
            Smb1Command.SMB_COM_CHECK_DIRECTORY, new CheckDirectory.Request("\\a"), "query", null),
        Arguments.of(
            Smb1Command.SMB_COM_QUERY_INFORMATION,
            new QueryInformation.Request("\\a"),
            "query",
            null),
        Arguments.of(
            Smb1Command.SMB_COM_SET_INFORMATION,
            new SetInformation.Request(0x20, TIME, "\\a"),
            "set-info",
            null),
        Arguments.of(
            Smb1Command.SMB_COM_TRANSACTION2,
            new Transaction2.Request(5, 0, 10, 0, new QueryPathInformation.Request(0x101, "\\a")),
            "query",
            null),
        Arguments.of(
            Smb1Command.SMB_COM_TRANSACTION2,
            new Transaction2.Request(13, 0, 10, 0, new CreateDirectory2.Request("\\a")),
            "mkdir",
            "directory"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationOnAPathIsDone(
      Smb1Command command, Smb1Body request, String operation, String type) {
    client.exchange(command, request, NOTHING);
    FileEvent event = scene.file();
    assertThat(event.operation()).isEqualTo(operation);
    assertThat(event.name()).isEqualTo("\\a");
    assertThat(event.type()).isEqualTo(type);
    assertThat(event.share()).isEqualTo("\\\\srv\\data");
    assertThat(event.status()).isEqualTo("STATUS_SUCCESS");
    assertThat(event.end()).isEqualTo("done");
    assertThat(event.fileId()).isNull();
    assertThat(event.disposition()).isNull();
    assertThat(event.responseNanos()).isEqualTo(Scene.MILLISECOND);
    assertThat(event.deleted()).isEqualTo(operation.equals("delete") ? "delete" : null);
    scene.end();
    assertThat(scene.told(FileEvent.class)).hasSize(1);
    assertThat(scene.tree().opens()).as("it opened nothing").isZero();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationOnAPathMayBeRefused(
      Smb1Command command, Smb1Body request, String operation, String type) {
    client.refuse(command, request, NtStatus.ACCESS_DENIED);
    FileEvent event = scene.file();
    assertThat(event.operation()).isEqualTo(operation);
    assertThat(event.type()).isEqualTo(type);
    assertThat(event.status()).isEqualTo("STATUS_ACCESS_DENIED");
    assertThat(event.end()).isEqualTo("refused");
    assertThat(event.deleted()).isNull();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationOnAPathMayNotBeAnswered(
      Smb1Command command, Smb1Body request, String operation, String type) {
    client.ask(block(command, request));
    client.wire.close();
    assertThat(scene.file().operation()).isEqualTo(operation);
    assertThat(scene.file().type()).isEqualTo(type);
    assertThat(scene.file().status()).isNull();
    assertThat(scene.file().end()).isEqualTo("connection-closed");
  }

  @Test
  void renamesTellBothNames() {
    client.exchange(Smb1Command.SMB_COM_RENAME, new Rename.Request(6, "\\old", "\\new"), NOTHING);
    client.exchange(
        Smb1Command.SMB_COM_NT_RENAME, new NtRename.Request(6, 0x104, "\\one", "\\two"), NOTHING);
    assertThat(scene.file("\\old").operation()).isEqualTo("rename");
    assertThat(scene.file("\\old").renamedTo()).isEqualTo("\\new");
    assertThat(scene.file("\\one").operation()).isEqualTo("rename");
    assertThat(scene.file("\\one").renamedTo()).isEqualTo("\\two");
  }

  @Test
  void setPathInformationRenamesAndDeletes() {
    client.transact(
        new SetPathInformation.Request(1010, "\\old", new SetFileData.Rename(false, 0, "\\new")),
        DONE);
    client.transact(
        new SetPathInformation.Request(0x102, "\\gone", new SetFileData.Disposition(true)), DONE);
    client.transact(
        new SetPathInformation.Request(0x20A, "/unlinked", new SetFileData.PosixUnlink(false)),
        DONE);
    assertThat(scene.file("\\old").operation()).isEqualTo("rename");
    assertThat(scene.file("\\old").renamedTo()).isEqualTo("\\new");
    assertThat(scene.file("\\gone").operation()).isEqualTo("delete");
    assertThat(scene.file("/unlinked").deleted()).isEqualTo("delete");
  }

  @ParameterizedTest
  @CsvSource({
    // [MS-CIFS] 2.2.2.3.4; above 1000 the classes of [MS-FSCC] 2.4
    "0x0001, SMB_INFO_STANDARD",
    "0x0002, SMB_INFO_SET_EAS",
    "0x0101, SMB_SET_FILE_BASIC_INFO",
    "0x0102, SMB_SET_FILE_DISPOSITION_INFO",
    "0x0103, SMB_SET_FILE_ALLOCATION_INFO",
    "0x0104, SMB_SET_FILE_END_OF_FILE_INFO",
    "0x0200, SMB_SET_FILE_UNIX_BASIC",
    "0x0201, SMB_SET_FILE_UNIX_LINK",
    "0x0203, SMB_SET_FILE_UNIX_HLINK",
    "0x0206, 0x0206",
    "1004,   FileBasicInformation",
    "1020,   FileEndOfFileInformation"
  })
  void whatIsSetHasItsName(String level, String name) {
    client.transact(
        new SetPathInformation.Request(Integer.decode(level), "\\a", new SetFileData.Undecoded()),
        DONE);
    assertThat(scene.file().operation()).isEqualTo("set-info");
    assertThat(scene.file().setInfo()).containsExactly(name);
  }

  // Changes to opens

  @Test
  void setFileInformationChangesTheOpen() {
    client.open(1, "old");
    client.transact(
        new SetFileInformation.Request(1, 1010, new SetFileData.Rename(false, 0, "new")), DONE);
    client.transact(new SetFileInformation.Request(1, 0x104, new SetFileData.EndOfFile(77)), DONE);
    client.transact(
        new SetFileInformation.Request(1, 0x102, new SetFileData.Disposition(true)), DONE);
    client.close(1);
    FileEvent event = scene.file();
    assertThat(event.renamedTo()).isEqualTo("new");
    assertThat(event.size()).isEqualTo(77);
    assertThat(event.deleted()).isEqualTo("disposition");
    assertThat(event.setInfo())
        .containsExactly(
            "FileRenameInformation",
            "SMB_SET_FILE_END_OF_FILE_INFO",
            "SMB_SET_FILE_DISPOSITION_INFO");
  }

  @Test
  void aDispositionMayBeTakenBack() {
    client.open(1, "a");
    client.transact(
        new SetFileInformation.Request(1, 0x102, new SetFileData.Disposition(true)), DONE);
    client.transact(
        new SetFileInformation.Request(1, 0x102, new SetFileData.Disposition(false)), DONE);
    client.close(1);
    assertThat(scene.file().deleted()).isNull();
  }

  @Test
  void aRefusedChangeIsNone() {
    client.open(1, "a");
    client.refuse(
        Smb1Command.SMB_COM_TRANSACTION2,
        new Transaction2.Request(
            8,
            0,
            6,
            1,
            new SetFileInformation.Request(1, 0x102, new SetFileData.Disposition(true))),
        NtStatus.ACCESS_DENIED);
    client.refuse(
        Smb1Command.SMB_COM_NT_TRANSACT,
        new NtTransact.Request(5, 10, 0, new NtTransactRename.Request(1, 0, "b")),
        NtStatus.ACCESS_DENIED);
    client.close(1);
    assertThat(scene.file().deleted()).isNull();
    assertThat(scene.file().renamedTo()).isNull();
    assertThat(scene.file().setInfo()).isEmpty();
  }

  @Test
  void ntTransactRenameRenamesTheOpen() {
    client.open(1, "a");
    client.exchange(
        Smb1Command.SMB_COM_NT_TRANSACT,
        new NtTransact.Request(5, 10, 0, new NtTransactRename.Request(1, 0, "b")),
        new NtTransact.Response(5, 0, 0, new NtTransact.Undecoded()));
    client.close(1);
    assertThat(scene.file().renamedTo()).isEqualTo("b");
  }

  // Listings

  private void first(String pattern, int flags, int sid, int entries, boolean end) {
    client.transact(
        new FindFirst2.Request(0x16, 100, flags, 0x104, pattern),
        new FindFirst2.Response(sid, entries, end));
  }

  private void next(int sid, int entries, boolean end) {
    client.transact(
        new FindNext2.Request(sid, 100, 0x104, 0, "x"), new FindNext2.Response(entries, end));
  }

  @Test
  void aListingGoesOnUntilItsEnd() {
    first("\\dir\\*", 6, 55, 100, false);
    next(55, 100, false);
    assertThat(scene.told(FileEvent.class)).isEmpty();
    next(55, 13, true);
    FileEvent event = scene.file();
    assertThat(event.operation()).isEqualTo("search");
    assertThat(event.name()).isEqualTo("\\dir\\*");
    assertThat(event.listings()).isEqualTo(3);
    assertThat(event.listedEntries()).isEqualTo(213);
    assertThat(event.end()).isEqualTo("done");
    scene.end();
    assertThat(scene.told(FileEvent.class)).hasSize(1);
    scene.assertNothingHeld();
  }

  @Test
  void aShortListingIsDoneAtOnce() {
    first("\\a.txt", 6, 0, 1, true);
    assertThat(scene.file().listings()).isEqualTo(1);
    assertThat(scene.file().listedEntries()).isEqualTo(1);
  }

  /** SMB_FIND_CLOSE_AFTER_REQUEST. [MS-CIFS] 2.2.6.2.1 */
  @Test
  void aListingMayBeClosedAfterOneRequest() {
    first("\\dir\\*", 1, 55, 100, false);
    assertThat(scene.file().end()).isEqualTo("done");
  }

  @Test
  void aListingMayBeClosed() {
    first("\\dir\\*", 0, 55, 100, false);
    first("\\other\\*", 0, 56, 50, false);
    client.exchange(Smb1Command.SMB_COM_FIND_CLOSE2, new FindClose2.Request(55), NOTHING);
    assertThat(scene.file().name()).isEqualTo("\\dir\\*");
    assertThat(scene.file().end()).isEqualTo("done");
  }

  @Test
  void aListingLeftOpenIsToldInTheEnd() {
    first("\\dir\\*", 0, 55, 100, false);
    client.wire.close();
    assertThat(scene.file().listedEntries()).isEqualTo(100);
    assertThat(scene.file().end()).isEqualTo("connection-closed");
    scene.assertNothingHeld();
  }

  @Test
  void aListingOfNothingIsRefused() {
    client.refuse(
        Smb1Command.SMB_COM_TRANSACTION2,
        new Transaction2.Request(1, 0, 10, 0, new FindFirst2.Request(0x16, 1, 0, 0x104, "\\none*")),
        NtStatus.NO_SUCH_FILE);
    assertThat(scene.file().listings()).isZero();
    assertThat(scene.file().status()).isEqualTo("STATUS_NO_SUCH_FILE");
    assertThat(scene.file().end()).isEqualTo("refused");
  }

  /** A SID that comes again: the end of the old listing was lost. */
  @Test
  void aSidThatComesAgainEndsTheOldListing() {
    first("\\old\\*", 0, 55, 100, false);
    first("\\new\\*", 0, 55, 100, false);
    scene.end();
    assertThat(scene.told(FileEvent.class))
        .extracting(FileEvent::name)
        .containsExactly("\\old\\*", "\\new\\*");
    scene.assertNothingHeld();
  }

  /** Only its first request names what is searched. [MS-CIFS] 2.2.4.58 */
  @Test
  void theCoreProtocolSearches() {
    client.exchange(
        Smb1Command.SMB_COM_SEARCH,
        new Search.Request(10, 0x16, "\\*.TXT", false),
        new Search.Response(10));
    client.exchange(
        Smb1Command.SMB_COM_SEARCH, new Search.Request(10, 0x16, "", true), new Search.Response(3));
    assertThat(scene.file().operation()).isEqualTo("search");
    assertThat(scene.file().name()).isEqualTo("\\*.TXT");
    assertThat(scene.file().listedEntries()).isEqualTo(10);
  }
}
