package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Pdus;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Write;
import java.util.List;

/** An open pipe of SMB2, and the DCE/RPC calls that are told of it. */
final class Smb2Pipe {
  private static final long FSCTL_PIPE_TRANSCEIVE = 0x0011_C017L;

  final Scene scene = new Scene();
  final Smb2Client client =
      new Smb2Client(scene.connect())
          .negotiated(0x0302)
          .loggedOn(0x77, "alice")
          .connected(5, "\\\\srv\\IPC$", Smb2Client.PIPE, 0);
  final FileId id = client.open("atsvc");

  Stamp askWrite(byte[] octets) {
    return client.ask(client.request(Smb2Command.WRITE, write(id, octets, octets.length)));
  }

  static Write.Request write(FileId file, byte[] octets, int length) {
    return new Write.Request(length, 0, file, 0, 0, 0, Bytes.of(octets));
  }

  void write(byte[] octets) {
    askWrite(octets);
    client.answer(client.success(Smb2Command.WRITE, Smb2Bodies.written(octets.length)));
  }

  Stamp read(byte[] octets) {
    return read(octets, NtStatus.SUCCESS);
  }

  Stamp read(byte[] octets, long status) {
    client.ask(client.request(Smb2Command.READ, Smb2Bodies.read(id, 1024)));
    Read.Response response = new Read.Response(octets.length, 0, 0, Bytes.of(octets));
    return client.answer(client.response(Smb2Command.READ, status, response));
  }

  Stamp askTransceive(byte[] octets) {
    return client.ask(
        client.request(
            Smb2Command.IOCTL,
            new Ioctl.Request(
                FSCTL_PIPE_TRANSCEIVE,
                id,
                octets.length,
                0,
                0,
                1024,
                1,
                new IoctlData.Pipe(Bytes.of(octets)))));
  }

  Stamp answerTransceive(byte[] octets, FileId fileId, long status) {
    Ioctl.Response response =
        new Ioctl.Response(
            FSCTL_PIPE_TRANSCEIVE,
            fileId,
            0,
            octets.length,
            0,
            new IoctlData.Pipe(Bytes.of(octets)));
    return client.answer(client.response(Smb2Command.IOCTL, status, response));
  }

  /** With the answer, so that calls have names. */
  void bound() {
    write(Pdus.recorded("schedule-bind"));
    read(Pdus.recorded("schedule-ack"));
  }

  List<RpcEvent> calls() {
    return scene.told(RpcEvent.class);
  }

  RpcEvent last() {
    return calls().get(calls().size() - 1);
  }
}
