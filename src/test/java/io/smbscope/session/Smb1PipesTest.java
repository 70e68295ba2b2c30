package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Pdus;
import io.smbscope.rpc.RpcPdu;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Transaction;
import io.smbscope.smb.smb1.TransactionSubcommand;
import io.smbscope.smb.smb1.WriteAndX;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DCE/RPC over SMB1. */
class Smb1PipesTest {
  private static final int FID = 0x4001;
  private static final int RAW_AND_START = 0x0C;

  private final Scene scene = new Scene();
  private final Smb1Client client =
      Smb1Client.at(scene)
          .negotiated("NT LM 0.12")
          .loggedOn(7, "alice")
          .connected(3, "\\\\SRV\\IPC$", "IPC");

  private List<RpcEvent> calls() {
    return scene.told(RpcEvent.class);
  }

  private RpcEvent last() {
    return calls().get(calls().size() - 1);
  }

  private void open() {
    client.exchange(
        Smb1Command.SMB_COM_NT_CREATE_ANDX,
        Smb1Client.wish("\\atsvc", 0),
        Smb1Client.grant(FID, 0, 2, false));
  }

  private static WriteAndX.Request write(byte[] octets, int mode) {
    return new WriteAndX.Request(FID, 0, 0, mode, 0, octets.length, 60, Bytes.of(octets));
  }

  private Stamp read(byte[] octets) {
    client.ask(
        Smb1Client.block(Smb1Command.SMB_COM_READ_ANDX, new ReadAndX.Request(FID, 0, 1024, 1024)));
    return client.answer(
        0,
        Smb1Client.block(
            Smb1Command.SMB_COM_READ_ANDX,
            new ReadAndX.Response(0, octets.length, 60, Bytes.of(octets))));
  }

  private static Transaction.Request transact(byte[] octets) {
    return new Transaction.Request(
        "\\PIPE\\",
        0,
        0,
        0,
        1024,
        List.of(TransactionSubcommand.TRANS_TRANSACT_NMPIPE.code(), FID),
        Bytes.EMPTY,
        Bytes.of(octets));
  }

  private static Transaction.Response transacted(byte[] octets) {
    return new Transaction.Response(List.of(), Bytes.EMPTY, Bytes.of(octets));
  }

  @Test
  void writtenAndRead() {
    open();
    Stamp asked =
        client.ask(
            Smb1Client.block(
                Smb1Command.SMB_COM_WRITE_ANDX, write(Pdus.recorded("schedule-bind"), 0)));
    client.answer(
        0, Smb1Client.block(Smb1Command.SMB_COM_WRITE_ANDX, new WriteAndX.Response(160, 0)));
    Stamp answered = read(Pdus.recorded("schedule-ack"));

    RpcEvent event = last();
    assertThat(event.requestAt()).isEqualTo(asked);
    assertThat(event.responseAt()).isEqualTo(answered);
    assertThat(event.carrier()).isEqualTo(1);
    assertThat(event.carrierCommand()).isEqualTo(Smb1Command.SMB_COM_WRITE_ANDX.code());
    assertThat(event.carrierStatus()).isZero();
    assertThat(event.sessionId()).isEqualTo(7);
    assertThat(event.treeId()).isEqualTo(3);
    assertThat(event.endpoint()).isEqualTo("atsvc");
    assertThat(event.pipe().name()).isEqualTo("\\atsvc");
    assertThat(event.tree().path()).isEqualTo("\\\\SRV\\IPC$");
    assertThat(event.user()).isEqualTo("LAB\\alice");
  }

  @Test
  void transacted() {
    open();
    client.exchange(
        Smb1Command.SMB_COM_TRANSACTION,
        transact(Pdus.recorded("schedule-bind")),
        transacted(Pdus.recorded("schedule-ack")));
    byte[] answer = Pdus.recorded("schedule-response");
    client.exchange(
        Smb1Command.SMB_COM_TRANSACTION,
        transact(Pdus.recorded("schedule-request")),
        transacted(Arrays.copyOf(answer, 20)));
    assertThat(calls()).hasSize(1);
    read(Arrays.copyOfRange(answer, 20, answer.length));

    assertThat(last().operation()).isEqualTo("NetrJobAdd");
    assertThat(last().response()).isInstanceOf(RpcPdu.Response.class);
    assertThat(last().carrierCommand()).isEqualTo(Smb1Command.SMB_COM_TRANSACTION.code());
    client.close(FID);
    scene.end();
    assertThat(calls()).hasSize(2);
    scene.assertNothingHeld();
  }

  /** As Windows NT writes. [MS-CIFS] 2.2.4.43.1 */
  @Test
  void theLengthBeforeARawMessageIsNoPartOfIt() {
    open();
    byte[] bind = Pdus.recorded("schedule-bind");
    client.exchange(
        Smb1Command.SMB_COM_WRITE_ANDX,
        write(Pdus.join(new byte[] {(byte) 160, 0}, bind), RAW_AND_START),
        new WriteAndX.Response(162, 0));
    read(Pdus.recorded("schedule-ack"));
    assertThat(last().request()).isInstanceOf(RpcPdu.Bind.class);
  }

  @Test
  void aCallThatNobodyAnsweredIsToldAtTheEnd() {
    open();
    client.ask(
        Smb1Client.block(
            Smb1Command.SMB_COM_TRANSACTION, transact(Pdus.recorded("schedule-bind"))));
    scene.end();
    assertThat(last().response()).isNull();
    scene.assertNothingHeld();
  }

  @Test
  void aPipeWhoseOpeningWasNotSeenIsKnownByWhatItCarries() {
    Scene later = new Scene();
    Smb1Client midstream = new Smb1Client(later.flow().midstream().open());
    midstream.exchange(
        Smb1Command.SMB_COM_TRANSACTION,
        transact(Pdus.recorded("schedule-bind")),
        transacted(Pdus.recorded("schedule-ack")));
    later.end();
    assertThat(later.told(RpcEvent.class))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.endpoint()).isEqualTo("atsvc");
              assertThat(each.response()).isInstanceOf(RpcPdu.BindAck.class);
            });
    later.assertNothingHeld();
  }
}
