package io.smbscope.smb.smb1;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.grammar.Smb1Read;
import io.smbscope.grammar.Smb1Write;
import io.smbscope.net.FlowInfo;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.PipeTrees;
import io.smbscope.smb.smb1.Smb1Message.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the SMB1 messages of one connection, both directions, in their order. Reports {@code
 * MALFORMED_SMB1}, once a message, and {@code LIMIT_REACHED}, never throws.
 */
public final class Smb1Decoder {
  /** Data of a READ_ANDX response or WRITE_ANDX request up to this size come whole. */
  private static final int SMALL = 4096;

  /** Octets from the header's start to its TID. */
  private static final int TID = 24;

  private static final int STATUS_CLASS_AND_CODE = 0xFFFF_00FF;
  private static final int NO_ANDX_COMMAND = 0xFF;
  private static final String PIPE_SERVICE = "IPC";
  private static final Smb1Body EMPTY = new Smb1Body.Empty();

  private final long flow;
  private final Limits limits;
  private final AnomalySink sink;
  private final Transactions transactions;
  private final PipeTrees pipes = new PipeTrees();
  private final FileParts files;

  /** Of this message it was already said that it is malformed. */
  private boolean malformed;

  /** Tells {@code files} what messages carry of files. */
  public Smb1Decoder(FlowInfo flow, Limits limits, FileParts files, AnomalySink sink) {
    this.flow = flow.id();
    this.limits = limits;
    this.files = files;
    this.sink = sink;
    this.transactions = new Transactions(limits);
  }

  /**
   * How much of a message is needed: of one that is mostly file data, header and parameters or as
   * much as is wanted; of what goes through a pipe, all.
   *
   * @param head its first octets, 128 where it has as many
   * @param length octets of the message
   * @return octets from its start
   */
  public int wanted(boolean fromClient, Bytes head, int length) {
    if (length <= SMALL || head.length() < Smb1Header.SIZE + 2) {
      return length;
    }
    Smb1Command command = Smb1Command.of(head.u8(4));
    boolean response = (head.u8(9) & 0x80) != 0;
    boolean fileData =
        response
            ? command == Smb1Command.SMB_COM_READ_ANDX
            : command == Smb1Command.SMB_COM_WRITE_ANDX;
    int wordCount = head.u8(Smb1Header.SIZE);
    if (!fileData || wordCount < 2 || head.u8(Smb1Header.SIZE + 1) != NO_ANDX_COMMAND) {
      return length;
    }
    int fixed = Smb1Header.SIZE + 1 + 2 * wordCount + 2;
    ByteBufferKaitaiStream stream = new ByteBufferKaitaiStream(head.toByteBuffer());
    stream.seek(Smb1Header.SIZE);
    int start;
    long count;
    try {
      if (response) {
        Smb1Read.ReadAndxResponse read = new Smb1Read.ReadAndxResponse(stream);
        start = read.ofsData();
        count = read.lenData() | (long) read.lenDataHigh() << 16;
      } else {
        Smb1Write.WriteAndxRequest write = new Smb1Write.WriteAndxRequest(stream);
        start = write.ofsData();
        count = write.lenData() | (long) write.lenDataHigh() << 16;
      }
    } catch (RuntimeException unreadable) {
      return fixed;
    }
    Bytes payload = head.from(Math.min(start, head.length()));
    return pipes.holds(Smb1Header.tree(head.u16le(TID)), payload)
        ? Math.min(length, fixed + PipeTrees.LARGEST)
        : files.begin(fromClient, head, fixed, start, count);
  }

  /**
   * One message.
   *
   * @param message from the SMB header on, as much as is there or was wanted; not kept
   * @param length octets of the message, as its frame says
   * @param missing octets of it that were lost
   * @return null when not even the header is there
   */
  public Smb1Message decode(Bytes message, int length, int missing, Stamp at) {
    boolean cut = message.length() < length;
    malformed = false;
    Smb1Header header;
    try {
      header = header(message);
    } catch (RuntimeException e) {
      if (!cut) {
        sink.anomaly(
            new Anomaly(
                AnomalyKind.MALFORMED_SMB1,
                at,
                flow,
                "MS-CIFS 2.2.3.1",
                "header in " + message.length() + " octets: " + e.getClass().getSimpleName()));
      }
      return null;
    }
    return new Smb1Message(length, header, chain(header, message, cut, at), missing);
  }

  private static Smb1Header header(Bytes message) {
    io.smbscope.grammar.Smb1Header header =
        new io.smbscope.grammar.Smb1Header(
            new ByteBufferKaitaiStream(message.toByteBuffer()), false);
    boolean ntStatus = (header.flags2() & 0x4000) != 0;
    return new Smb1Header(
        header.command(),
        ntStatus ? header.status() : header.status() & STATUS_CLASS_AND_CODE & 0xFFFF_FFFFL,
        header.flags(),
        header.flags2(),
        (long) header.pidHigh() << 16 | header.pidLow(),
        header.tid(),
        header.uid(),
        header.mid(),
        header.securityFeatures() == 0);
  }

  /** The header's command and those that AndX words add. [MS-CIFS] 2.2.3.4 */
  private List<Block> chain(Smb1Header header, Bytes message, boolean cut, Stamp at) {
    List<Block> blocks = new ArrayList<>(1);
    int command = header.command();
    int offset = Smb1Header.SIZE;
    while (true) {
      CommandBlock block = block(header, command, blocks.size(), message, cut, offset, at);
      Smb1Body body = body(block);
      if (body instanceof TreeConnectAndX.Response connected) {
        pipes.connected(Smb1Header.tree(header.tid()), connected.service().equals(PIPE_SERVICE));
      }
      int next = block.hasAndX() ? message.u16le(offset + 3) : 0;
      blocks.add(new Block(command, body, block.wordCount(), next));
      if (!block.hasAndX() || message.u8(offset + 1) == NO_ANDX_COMMAND) {
        return List.copyOf(blocks);
      }
      if (next < offset + 1 + 2 * block.wordCount() || next >= message.length()) {
        block.malformed(
            "AndXOffset " + next + " after " + offset + " in " + message.length() + " octets");
        return List.copyOf(blocks);
      }
      if (blocks.size() >= limits.chainDepth()) {
        block.report(AnomalyKind.LIMIT_REACHED, blocks.size() + " commands in one chain");
        return List.copyOf(blocks);
      }
      command = message.u8(offset + 1);
      offset = next;
    }
  }

  private CommandBlock block(
      Smb1Header header, int command, int index, Bytes message, boolean cut, int offset, Stamp at) {
    int wordCount = offset < message.length() ? message.u8(offset) : 0;
    int words = NtCreateAndX.words(header, command, wordCount);
    int byteCountAt = offset + 1 + 2 * words;
    int byteCount = byteCountAt + 2 <= message.length() ? message.u16le(byteCountAt) : 0;
    int end = byteCountAt + 2 + byteCount;
    CommandBlock block =
        new CommandBlock(
            header,
            command,
            index,
            message,
            cut,
            offset,
            wordCount,
            byteCount,
            Math.min(message.length(), end),
            transactions,
            pipes,
            files,
            this::report,
            flow,
            at);
    if (end > message.length() && words == wordCount) {
      block.malformed(
          "WordCount "
              + wordCount
              + ", ByteCount "
              + byteCount
              + " at "
              + offset
              + " of "
              + message.length()
              + " octets");
    }
    return block;
  }

  private Smb1Body body(CommandBlock block) {
    if (block.wordCount() == 0 && block.byteCount() == 0) {
      if (block.header().response() && block.header().status() != 0) {
        transactions.failed(block.header());
      }
      return EMPTY;
    }
    try {
      return Smb1Command.decode(block);
    } catch (RuntimeException | StackOverflowError e) {
      block.malformed(
          "at " + block.offset() + " of " + block.message().length() + " octets: " + reason(e));
      return new Smb1Body.Unparsed(block.wordCount(), block.byteCount());
    }
  }

  /** Of one malformed message the first reason is enough. */
  private void report(Anomaly anomaly) {
    boolean again = anomaly.kind() == AnomalyKind.MALFORMED_SMB1 && malformed;
    malformed |= anomaly.kind() == AnomalyKind.MALFORMED_SMB1;
    if (!again) {
      sink.anomaly(anomaly);
    }
  }

  /** A buffer underflow says no text. */
  private static String reason(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }
}
