package io.smbscope.session;

import io.smbscope.smb.smb1.Read;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Transaction;
import io.smbscope.smb.smb1.Write;
import io.smbscope.smb.smb1.WriteAndClose;
import io.smbscope.smb.smb1.WriteAndX;
import io.smbscope.smb.smb1.WritePrintFile;
import io.smbscope.smb.smb1.WriteRaw;

/** What is read from and written to opens. [MS-CIFS] 3.3.5.13, 3.3.5.14, 3.3.5.36, 3.3.5.37 */
final class Smb1Content {
  private final Context context;
  private final Smb1Pipes pipes;

  Smb1Content(Context context, Smb1Pipes pipes) {
    this.context = context;
    this.pipes = pipes;
  }

  void register(Smb1Tracker tracker) {
    tracker.on(ReadAndX.Request.class, this::readAndX);
    tracker.on(Read.Request.class, this::read);
    tracker.on(WriteAndX.Request.class, this::writeAndX);
    tracker.on(Write.Request.class, this::write);
    tracker.on(WriteAndClose.Request.class, this::writeAndClose);
    tracker.on(WriteRaw.Request.class, this::writeRaw);
    tracker.on(WritePrintFile.Request.class, this::writePrintFile);
    tracker.on(Transaction.Request.class, this::transaction);
  }

  private void readAndX(Smb1Exchange exchange, ReadAndX.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && answer instanceof ReadAndX.Response response) {
      read(exchange, open, request.offset(), response.dataLength());
      pipes.answered(exchange, open, request, response);
    }
  }

  private void read(Smb1Exchange exchange, Read.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && answer instanceof Read.Response response) {
      read(exchange, open, request.readOffset(), response.countOfBytesReturned());
      pipes.answered(exchange, open, request, response);
    }
  }

  private void writeAndX(Smb1Exchange exchange, WriteAndX.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && answer instanceof WriteAndX.Response response) {
      written(exchange, open, request.offset(), response.count());
      pipes.answered(exchange, open, request, response);
    }
  }

  private void write(Smb1Exchange exchange, Write.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && answer instanceof Write.Response response) {
      written(exchange, open, request.writeOffset(), response.countOfBytesWritten());
      if (request.countOfBytesToWrite() == 0) {
        context.contents().cutOff(open, request.writeOffset());
      }
      pipes.answered(exchange, open, request, response);
    }
  }

  private void writeAndClose(Smb1Exchange exchange, WriteAndClose.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && answer instanceof WriteAndClose.Response response) {
      written(exchange, open, request.writeOffset(), response.countOfBytesWritten());
      pipes.answered(exchange, open, request, response);
      exchange.connection.smb1.opens.remove((Long) open.key);
      open.end(context, exchange.answeredAt, "close");
    }
  }

  private void writeRaw(Smb1Exchange exchange, WriteRaw.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && exchange.succeeded) {
      written(exchange, open, request.offset(), request.countOfBytes());
    }
  }

  private void writePrintFile(
      Smb1Exchange exchange, WritePrintFile.Request request, Object answer) {
    Open open = find(exchange, request.fid());
    if (open != null && exchange.succeeded) {
      written(exchange, open, Contents.APPEND, request.dataLength());
    }
  }

  /** On a pipe: what goes in is written, what comes out is read. [MS-CIFS] 2.2.5.6 */
  private void transaction(Smb1Exchange exchange, Transaction.Request request, Object answer) {
    Open open = request.fid() < 0 ? null : find(exchange, request.fid());
    if (open != null && answer instanceof Transaction.Response response) {
      if (!request.data().isEmpty()) {
        open.written(request.data().length());
      }
      if (!response.data().isEmpty()) {
        open.read(response.data().length());
      }
      pipes.answered(exchange, open, request, response);
    }
  }

  private void read(Smb1Exchange exchange, Open open, long offset, long count) {
    open.read(count);
    context.contents().read(open, exchange.read(offset, count));
  }

  private void written(Smb1Exchange exchange, Open open, long offset, long count) {
    open.written(count);
    context.contents().written(open, exchange.written(offset, count));
  }

  /** The open, inferred where it was not seen but the server accepts its FID. */
  private Open find(Smb1Exchange exchange, int fid) {
    Open open = exchange.find(fid);
    if (open == null && exchange.succeeded) {
      TreeConnect tree = Smb1Tracker.tree(context, exchange);
      open = new Open((long) fid, tree, exchange.connection, exchange.at, "open");
      open.fileId = Access.hexadecimal(fid, 4);
      open.inferred = true;
      exchange.connection.smb1.opens.put((long) fid, open);
      exchange.uses(open);
    }
    return open;
  }
}
