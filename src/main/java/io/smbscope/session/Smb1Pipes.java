package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.smb.smb1.Read;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Message.Block;
import io.smbscope.smb.smb1.Transaction;
import io.smbscope.smb.smb1.TransactionSubcommand;
import io.smbscope.smb.smb1.Write;
import io.smbscope.smb.smb1.WriteAndClose;
import io.smbscope.smb.smb1.WriteAndX;
import java.util.List;

/** What reads, writes and transactions on named pipes carry. [MS-CIFS] 3.3.5.57 */
final class Smb1Pipes {
  /** WriteMode: raw, and the start of a message. [MS-CIFS] 2.2.4.43.1 */
  private static final int START_OF_RAW_MESSAGE = 0x0C;

  /** The message's length comes before it then. */
  private static final int LENGTH_OF_MESSAGE = 2;

  private final Pipes pipes;

  Smb1Pipes(Pipes pipes) {
    this.pipes = pipes;
  }

  /**
   * Takes what a request carries when it comes, where its open is known. In a chain it may be the
   * chain that opens.
   */
  void request(Smb1Exchange exchange) {
    List<Block> blocks = exchange.request.blocks();
    Smb1Body body = blocks.get(0).body();
    int fid = blocks.size() == 1 ? fid(body) : -1;
    Open open = fid < 0 ? null : exchange.find(fid);
    if (open != null && Pipes.carriesRpc(open)) {
      written(exchange, open, body);
      exchange.carried = true;
    }
  }

  /** Takes what the request carries where that was not done when it came, and the response. */
  void answered(Smb1Exchange exchange, Open open, Smb1Body request, Object response) {
    if (!Pipes.carriesRpc(open)) {
      return;
    }
    if (!exchange.carried) {
      written(exchange, open, request);
    }
    if (response instanceof ReadAndX.Response read) {
      read(exchange, open, read.data(), read.dataLength());
    } else if (response instanceof Read.Response read) {
      read(exchange, open, read.data(), read.countOfBytesReturned());
    } else if (response instanceof Transaction.Response transaction
        && request instanceof Transaction.Request asked
        && reads(asked)) {
      read(exchange, open, transaction.data(), transaction.data().length());
    }
  }

  /** Of the pipe that a request may write to, else -1. */
  private static int fid(Smb1Body body) {
    if (body instanceof WriteAndX.Request write) {
      return write.fid();
    }
    if (body instanceof Write.Request write) {
      return write.fid();
    }
    if (body instanceof WriteAndClose.Request write) {
      return write.fid();
    }
    return body instanceof Transaction.Request transaction && writes(transaction)
        ? transaction.fid()
        : -1;
  }

  private void written(Smb1Exchange exchange, Open open, Smb1Body body) {
    if (body instanceof WriteAndX.Request write) {
      boolean prefixed = (write.writeMode() & START_OF_RAW_MESSAGE) == START_OF_RAW_MESSAGE;
      int skipped = prefixed ? Math.min(LENGTH_OF_MESSAGE, write.data().length()) : 0;
      written(exchange, open, write.data().from(skipped), write.dataLength() - skipped);
    } else if (body instanceof Write.Request write) {
      written(exchange, open, write.data(), write.countOfBytesToWrite());
    } else if (body instanceof WriteAndClose.Request write) {
      written(exchange, open, write.data(), write.countOfBytesToWrite());
    } else if (body instanceof Transaction.Request transaction && writes(transaction)) {
      written(exchange, open, transaction.data(), transaction.data().length());
    }
  }

  private void written(Smb1Exchange exchange, Open open, Bytes octets, long length) {
    pipes.written(open, exchange.carrier(), exchange.at, octets, length);
  }

  private void read(Smb1Exchange exchange, Open open, Bytes octets, long length) {
    pipes.read(open, exchange.carrier(), exchange.answeredAt, octets, length);
  }

  private static boolean writes(Transaction.Request transaction) {
    int subcommand = transaction.subcommand();
    return subcommand == TransactionSubcommand.TRANS_TRANSACT_NMPIPE.code()
        || subcommand == TransactionSubcommand.TRANS_WRITE_NMPIPE.code()
        || subcommand == TransactionSubcommand.TRANS_RAW_WRITE_NMPIPE.code();
  }

  private static boolean reads(Transaction.Request transaction) {
    int subcommand = transaction.subcommand();
    return subcommand == TransactionSubcommand.TRANS_TRANSACT_NMPIPE.code()
        || subcommand == TransactionSubcommand.TRANS_READ_NMPIPE.code()
        || subcommand == TransactionSubcommand.TRANS_RAW_READ_NMPIPE.code();
  }
}
