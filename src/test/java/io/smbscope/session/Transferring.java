package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.smb.FileOctets;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Write;
import java.util.Arrays;

/** What a client reads and writes, octet by octet, on one connection. */
final class Transferring {
  /** As if segments brought the octets. */
  private static final int SEGMENT = 1448;

  private final Smb2Client client;

  Transferring(Smb2Client client) {
    this.client = client;
  }

  void read(FileId file, long offset, byte[] octets) {
    askToRead(file, offset, octets.length);
    answerRead(octets);
  }

  void askToRead(FileId file, long offset, int length) {
    client.ask(
        client.request(Smb2Command.READ, new Read.Request(0, length, offset, file, 0, 0, 0)));
  }

  /** Answers the newest request. */
  void answerRead(byte[] octets) {
    pass(false, octets);
    client.answer(
        client.success(Smb2Command.READ, new Read.Response(octets.length, 0, 0, Bytes.EMPTY)));
  }

  void write(FileId file, long offset, byte[] octets) {
    write(file, offset, octets, octets.length);
  }

  /** The server takes {@code taken} of the octets. */
  void write(FileId file, long offset, byte[] octets, int taken) {
    askToWrite(file, offset, octets);
    client.answer(client.success(Smb2Command.WRITE, new Write.Response(taken, 0)));
  }

  void refusedWrite(FileId file, long offset, byte[] octets) {
    askToWrite(file, offset, octets);
    client.answer(client.error(Smb2Command.WRITE, NtStatus.ACCESS_DENIED));
  }

  void askToWrite(FileId file, long offset, byte[] octets) {
    pass(true, octets);
    client.ask(
        client.request(
            Smb2Command.WRITE,
            new Write.Request(octets.length, offset, file, 0, 0, 0, Bytes.EMPTY)));
  }

  /** The octets of a message, before the message itself. */
  void pass(boolean fromClient, byte[] octets) {
    for (int at = 0; at < octets.length; at += SEGMENT) {
      byte[] segment = Arrays.copyOfRange(octets, at, Math.min(at + SEGMENT, octets.length));
      client.wire.scene.tracker.fileOctets(
          client.wire.scene.next(),
          client.wire.flow,
          fromClient,
          new FileOctets(0, at, octets.length, Bytes.of(segment)));
      Arrays.fill(segment, (byte) 0);
    }
  }
}
