package io.smbscope.session;

import static io.smbscope.session.Smb1Client.NOTHING;
import static io.smbscope.session.Smb1Client.TIME;
import static io.smbscope.session.Smb1Client.block;
import static io.smbscope.session.Smb1Client.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.event.FileEvent;
import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.NtTransact;
import io.smbscope.smb.smb1.NtTransactRename;
import io.smbscope.smb.smb1.OpenAndX;
import io.smbscope.smb.smb1.Read;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.SetFileData;
import io.smbscope.smb.smb1.SetFileInformation;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Transaction;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.Write;
import io.smbscope.smb.smb1.WriteAndClose;
import io.smbscope.smb.smb1.WriteAndX;
import io.smbscope.smb.smb1.WritePrintFile;
import io.smbscope.smb.smb1.WriteRaw;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading, writing and closing in SMB1, and chains of it. [MS-CIFS] 3.3.5 */
class Smb1ContentTest {
  private final Scene scene = new Scene();
  private final Smb1Client client = Smb1Client.at(scene);

  @Test
  void readsAndWritesAreCounted() {
    client.open(1, "a.txt");
    client.read(1, 100_000);
    client.read(1, 1);
    client.write(1, 7);
    client.exchange(
        Smb1Command.SMB_COM_WRITE_RAW,
        new WriteRaw.Request(1, 5000, 0, 0, 0, 5000),
        new WriteRaw.Response(0));
    client.close(1);
    assertThat(scene.file().reads()).isEqualTo(2);
    assertThat(scene.file().bytesRead()).isEqualTo(100_001);
    assertThat(scene.file().writes()).isEqualTo(2);
    assertThat(scene.file().bytesWritten()).isEqualTo(5007);
  }

  @Test
  void aFailedReadOrWriteMovesNothing() {
    client.open(1, "a.txt");
    client.refuse(
        Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Request(1, 0, 10, 0), NtStatus.ACCESS_DENIED);
    client.refuse(
        Smb1Command.SMB_COM_WRITE,
        new Write.Request(1, 30, 0, Bytes.EMPTY),
        NtStatus.ACCESS_DENIED);
    client.refuse(
        Smb1Command.SMB_COM_WRITE_PRINT_FILE,
        new WritePrintFile.Request(1, 500, Bytes.EMPTY),
        NtStatus.ACCESS_DENIED);
    client.close(1);
    assertThat(scene.file().reads()).isZero();
    assertThat(scene.file().writes()).isZero();
  }

  @Test
  void writeAndCloseDoesBoth() {
    client.open(1, "a.tmp", 0x1000);
    client.exchange(
        Smb1Command.SMB_COM_WRITE_AND_CLOSE,
        new WriteAndClose.Request(1, 100, 0, TIME, Bytes.EMPTY),
        new WriteAndClose.Response(90));
    assertThat(scene.file().bytesWritten()).isEqualTo(90);
    assertThat(scene.file().end()).isEqualTo("close");
    assertThat(scene.file().deleted()).isEqualTo("delete-on-close");
  }

  @Test
  void aTransactionOnAPipeWritesAndReads() {
    client.connected(8, "\\\\srv\\IPC$", "IPC");
    client.open(2, "\\srvsvc");
    client.exchange(
        Smb1Command.SMB_COM_TRANSACTION,
        new Transaction.Request(
            "\\PIPE\\", 0, 0, 0, 1024, List.of(0x26, 2), Bytes.EMPTY, octets(72)),
        new Transaction.Response(List.of(), Bytes.EMPTY, octets(68)));
    client.close(2);
    assertThat(scene.file().type()).isEqualTo("pipe");
    assertThat(scene.file().bytesWritten()).isEqualTo(72);
    assertThat(scene.file().bytesRead()).isEqualTo(68);
    assertThat(scene.file().writes()).isEqualTo(1);
    assertThat(scene.file().reads()).isEqualTo(1);
  }

  /** A transaction larger than a message: its last part is a command of its own. */
  @Test
  void aTransactionInPartsIsAnsweredAsOne() {
    client.connected(8, "\\\\srv\\IPC$", "IPC");
    client.open(2, "\\srvsvc");
    Transaction.Request whole =
        new Transaction.Request(
            "\\PIPE\\", 0, 0, 0, 1024, List.of(0x26, 2), Bytes.EMPTY, octets(72));
    client.ask(block(Smb1Command.SMB_COM_TRANSACTION, new Smb1Body.Fragment(0, 40)));
    client.mid--;
    client.ask(block(Smb1Command.SMB_COM_TRANSACTION_SECONDARY, whole));
    client.answer(
        NtStatus.SUCCESS,
        block(
            Smb1Command.SMB_COM_TRANSACTION,
            new Transaction.Response(List.of(), Bytes.EMPTY, octets(68))));
    client.close(2);
    assertThat(scene.file().bytesWritten()).isEqualTo(72);
    assertThat(scene.file().bytesRead()).isEqualTo(68);
  }

  /** The same for the other kinds of transactions. */
  @Test
  void everyKindOfTransactionMayComeInParts() {
    client.open(1, "a.txt");
    client.ask(
        block(
            Smb1Command.SMB_COM_TRANSACTION2_SECONDARY,
            new Transaction2.Request(
                8,
                0,
                6,
                8,
                new SetFileInformation.Request(1, 0x104, new SetFileData.EndOfFile(9)))));
    client.answer(
        NtStatus.SUCCESS,
        block(
            Smb1Command.SMB_COM_TRANSACTION2,
            new Transaction2.Response(8, 2, 0, new Transaction2.Undecoded())));
    client.ask(
        block(
            Smb1Command.SMB_COM_NT_TRANSACT_SECONDARY,
            new NtTransact.Request(5, 10, 0, new NtTransactRename.Request(1, 0, "b.txt"))));
    client.answer(
        NtStatus.SUCCESS,
        block(
            Smb1Command.SMB_COM_NT_TRANSACT,
            new NtTransact.Response(5, 0, 0, new NtTransact.Undecoded())));
    client.close(1);
    assertThat(scene.file().size()).isEqualTo(9);
    assertThat(scene.file().renamedTo()).isEqualTo("b.txt");
  }

  static Stream<Arguments> uses() {
    return Stream.of(
        Arguments.of(Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Request(1, 0, 10, 0)),
        Arguments.of(Smb1Command.SMB_COM_READ, new Read.Request(1, 10, 0)),
        Arguments.of(
            Smb1Command.SMB_COM_WRITE_ANDX,
            new WriteAndX.Request(1, 0, 0, 0, 0, 10, 64, Bytes.EMPTY)),
        Arguments.of(Smb1Command.SMB_COM_WRITE, new Write.Request(1, 10, 0, Bytes.EMPTY)),
        Arguments.of(
            Smb1Command.SMB_COM_WRITE_AND_CLOSE,
            new WriteAndClose.Request(1, 10, 0, TIME, Bytes.EMPTY)),
        Arguments.of(Smb1Command.SMB_COM_WRITE_RAW, new WriteRaw.Request(1, 10, 0, 0, 0, 10)),
        Arguments.of(
            Smb1Command.SMB_COM_WRITE_PRINT_FILE, new WritePrintFile.Request(1, 10, Bytes.EMPTY)),
        Arguments.of(
            Smb1Command.SMB_COM_TRANSACTION,
            new Transaction.Request(
                "\\PIPE\\", 0, 0, 0, 0, List.of(0x26, 1), Bytes.EMPTY, octets(10))),
        Arguments.of(Smb1Command.SMB_COM_CLOSE, new Close.Request(1, null)));
  }

  @ParameterizedTest
  @MethodSource("uses")
  void aFidTheServerDoesNotKnowIsNoOpen(Smb1Command command, Smb1Body request) {
    client.refuse(command, request, NtStatus.INVALID_HANDLE);
    scene.end();
    assertThat(scene.told(FileEvent.class)).isEmpty();
    scene.assertNothingHeld();
  }

  @ParameterizedTest
  @MethodSource("uses")
  void aRefusedUseMovesNothing(Smb1Command command, Smb1Body request) {
    client.open(1, "a.txt");
    client.refuse(command, request, NtStatus.ACCESS_DENIED);
    scene.end();
    assertThat(scene.file().reads() + scene.file().writes()).isZero();
    assertThat(scene.file().end()).isEqualTo("end-of-capture");
  }

  // Closing

  @Test
  void deleteOnCloseDeletes() {
    client.open(1, "a.tmp", 0x1000);
    client.close(1);
    assertThat(scene.file().deleted()).isEqualTo("delete-on-close");
  }

  @Test
  void aRefusedCloseLeavesItOpen() {
    client.open(1, "a.txt");
    client.refuse(Smb1Command.SMB_COM_CLOSE, new Close.Request(1, null), NtStatus.INVALID_HANDLE);
    assertThat(scene.told(FileEvent.class)).isEmpty();
  }

  @Test
  void aFidIsUsedAgainAfterItsClose() {
    client.open(1, "one");
    client.close(1);
    client.open(1, "two");
    client.read(1, 5);
    client.close(1);
    assertThat(scene.told(FileEvent.class))
        .extracting(FileEvent::name)
        .containsExactly("one", "two");
    assertThat(scene.told(FileEvent.class))
        .extracting(FileEvent::bytesRead)
        .containsExactly(0L, 5L);
  }

  /** Its CLOSE was lost in a gap; it is told all the same. */
  @Test
  void aFidThatComesAgainEndsTheOldOpen() {
    client.open(1, "old");
    client.open(1, "new");
    scene.end();
    assertThat(scene.told(FileEvent.class))
        .extracting(FileEvent::name)
        .containsExactly("old", "new");
    scene.assertNothingHeld();
  }

  // Chains

  /** READ_ANDX with FID 0xFFFF reads what the chain opened. [MS-CIFS] 2.2.3.4 */
  @Test
  void oneChainOpensAndReads() {
    client.ask(
        block(
            Smb1Command.SMB_COM_OPEN_ANDX,
            new OpenAndX.Request(0, 0x40, 6, 0, null, 1, 0, 0, "\\A.TXT")),
        block(Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Request(0xFFFF, 0, 100, 0)));
    client.answer(
        NtStatus.SUCCESS,
        block(
            Smb1Command.SMB_COM_OPEN_ANDX,
            new OpenAndX.Response(5, 0x20, TIME, 700, 2, 0, 0, 1, null)),
        block(Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Response(0, 100, 60, Bytes.EMPTY)));
    client.close(5);
    assertThat(scene.file().name()).isEqualTo("\\A.TXT");
    assertThat(scene.file().bytesRead()).isEqualTo(100);
    scene.end();
    assertThat(scene.told(FileEvent.class)).hasSize(1);
  }

  @Test
  void aChainEndsWhereItFails() {
    client.ask(
        block(
            Smb1Command.SMB_COM_OPEN_ANDX,
            new OpenAndX.Request(0, 0x40, 6, 0, null, 1, 0, 0, "\\NONE.TXT")),
        block(Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Request(0xFFFF, 0, 100, 0)));
    client.answer(NtStatus.OBJECT_NAME_NOT_FOUND, block(Smb1Command.SMB_COM_OPEN_ANDX, NOTHING));
    scene.end();
    assertThat(scene.file().end()).isEqualTo("refused");
    assertThat(scene.file().reads()).isZero();
  }

  /** A response answers the request of the same PID, MID and command. */
  @Test
  void aResponseOfAnotherCommandDoesNotFit() {
    client.open(1, "a.txt");
    client.ask(block(Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Request(1, 0, 10, 0)));
    client.answer(
        NtStatus.SUCCESS, block(Smb1Command.SMB_COM_READ, new Read.Response(10, Bytes.EMPTY)));
    client.close(1);
    assertThat(scene.file().reads()).isZero();
  }
}
