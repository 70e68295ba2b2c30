package io.smbscope.smb.smb2;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.grammar.Smb2PacketHeader;
import io.smbscope.grammar.Smb2Read;
import io.smbscope.grammar.Smb2Write;
import io.smbscope.net.FlowInfo;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.PipeTrees;
import io.smbscope.smb.SmbObserver;
import java.util.Arrays;

/** Reads SMB2 messages of one flow: each command of a compound is told on its own. */
public final class Smb2Decoder {
  /** 0xFE 'S' 'M' 'B', little-endian. */
  public static final long PROTOCOL_ID = 0x424D53FEL;

  private static final String HEADER_SECTION = "MS-SMB2 2.2.1";
  private static final String COMPOUND_SECTION = "MS-SMB2 3.2.4.1.4";

  /** Longer messages are gathered only in part when they carry file data. Octets. */
  private static final int LONG_MESSAGE = 4096;

  /** Octets of a READ response and a WRITE request before what is read or written. */
  private static final int READ_RESPONSE_FIXED = Smb2Header.SIZE + 16;

  private static final int WRITE_REQUEST_FIXED = Smb2Header.SIZE + 48;

  /** TreeId of a related command. 3.2.4.1.4 */
  private static final long RELATED_TREE = 0xFFFF_FFFFL;

  private static final int SHARE_TYPE_PIPE = 2;

  private static final byte[] ZERO_SIGNATURE = new byte[16];

  private final FlowContext context;

  /** Tells {@code files} what messages carry of files. */
  public Smb2Decoder(FlowInfo flow, Limits limits, FileParts files, SmbObserver observer) {
    this.context = new FlowContext(flow, limits, new PipeTrees(), files, observer);
  }

  /**
   * As {@link io.smbscope.netbios.MessageHandler#wanted}, for a message of {@link #PROTOCOL_ID}.
   */
  public int wanted(boolean fromClient, Bytes head, int length) {
    if (length <= LONG_MESSAGE || head.length() < WRITE_REQUEST_FIXED) {
      return length;
    }
    KaitaiStream stream = new ByteBufferKaitaiStream(head.toByteBuffer());
    Smb2Header header;
    try {
      header = header(stream);
    } catch (RuntimeException unreadable) {
      return Smb2Header.SIZE;
    }
    if (header.nextCommand() != 0) {
      return length;
    }
    try {
      if (header.response()) {
        if (header.command() != Smb2Command.READ.code() || head.u16le(64) != 17) {
          return length;
        }
        Smb2Read.Response read = new Smb2Read.Response(stream);
        return wanted(
            fromClient, header, head, READ_RESPONSE_FIXED, read.ofsData(), read.lenData(), length);
      }
      if (header.command() != Smb2Command.WRITE.code()) {
        return length;
      }
      Smb2Write.Request write = new Smb2Write.Request(stream);
      return wanted(
          fromClient, header, head, WRITE_REQUEST_FIXED, write.ofsData(), write.lenData(), length);
    } catch (RuntimeException unreadable) {
      return WRITE_REQUEST_FIXED;
    }
  }

  /** Of what is read from or written to a pipe all, of a file the fixed part or as wanted. */
  private int wanted(
      boolean fromClient,
      Smb2Header header,
      Bytes head,
      int fixed,
      int dataOffset,
      long dataLength,
      int length) {
    int whole = fixed + PipeTrees.LARGEST;
    long tree = tree(header, PipeTrees.UNTOLD);
    Bytes payload = head.from(Math.min(dataOffset, head.length()));
    boolean likely = tree != PipeTrees.UNTOLD || length <= whole;
    return likely && context.pipes().holds(tree, payload)
        ? Math.min(length, whole)
        : context.files().begin(fromClient, head, fixed, dataOffset, dataLength);
  }

  /** What {@link PipeTrees} knows the tree of a command by. */
  private static long tree(Smb2Header header, long previous) {
    if (header.related() && header.treeId() == RELATED_TREE) {
      return previous;
    }
    return header.async()
        ? PipeTrees.UNTOLD
        : Long.rotateLeft(header.sessionId(), Integer.SIZE) ^ header.treeId();
  }

  /** As {@link io.smbscope.netbios.MessageHandler#message}. */
  public void decode(boolean fromClient, Bytes message, int length, int missing, Stamp at) {
    int start = 0;
    long tree = PipeTrees.UNTOLD;
    for (int index = 0; ; index++) {
      Smb2Input in = command(message.from(start), length - start, missing, tree, at);
      if (in == null) {
        return;
      }
      tree = in.tree();
      Smb2Body body = body(in);
      if (body instanceof TreeConnect.Response connected) {
        context.pipes().connected(tree, connected.shareType() == SHARE_TYPE_PIPE);
      }
      Smb2Message decoded = new Smb2Message(in.header(), body, in.length(), index, in.missing());
      context.files().tell(fromClient, at);
      context.observer().smb(at, context.flow(), fromClient, decoded);
      start += in.length();
      if (start >= message.length()) {
        return;
      }
      if (index + 1 >= context.limits().chainDepth()) {
        in.limitReached(COMPOUND_SECTION, "compound of more than " + (index + 1) + " commands");
        return;
      }
    }
  }

  /**
   * The first command of what is left of a compound, up to the next one.
   *
   * @param previous tree of the command before it
   * @return null when its header cannot be read
   */
  private Smb2Input command(Bytes rest, int length, int missing, long previous, Stamp at) {
    KaitaiStream stream = new ByteBufferKaitaiStream(rest.toByteBuffer());
    Smb2Header header;
    try {
      header = header(stream);
    } catch (RuntimeException unreadable) {
      boolean whole = rest.length() == length;
      context.unreadable(at, HEADER_SECTION, "SMB2 header", whole, unreadable);
      return null;
    }
    long tree = tree(header, previous);
    Smb2Input in = new Smb2Input(context, at, header, rest, length, missing, tree, stream);
    long next = header.nextCommand();
    if (next == 0) {
      return in;
    }
    if (next < Smb2Header.SIZE || next > length - Smb2Header.SIZE) {
      in.malformed(HEADER_SECTION, "NextCommand " + next + " with " + length + " octets left");
      return in;
    }
    if (next % 8 != 0) {
      in.malformed(COMPOUND_SECTION, "NextCommand " + next + " is no multiple of 8");
    }
    int part = (int) next;
    Bytes octets = rest.slice(0, Math.min(part, rest.length()));
    KaitaiStream bounded = new ByteBufferKaitaiStream(octets.toByteBuffer());
    bounded.seek(Smb2Header.SIZE);
    int lost = Math.min(part - octets.length(), missing);
    return new Smb2Input(context, at, header, octets, part, lost, tree, bounded);
  }

  private static Smb2Header header(KaitaiStream stream) {
    Smb2PacketHeader parsed = new Smb2PacketHeader(stream);
    boolean async = (parsed.flags() & 2) != 0;
    return new Smb2Header(
        parsed.command(),
        parsed.creditCharge(),
        parsed.status(),
        parsed.credits(),
        parsed.flags(),
        parsed.nextCommand(),
        parsed.messageId(),
        async ? parsed.treeId() << 32 | parsed.processId() : 0,
        async ? 0 : parsed.processId(),
        async ? 0 : parsed.treeId(),
        parsed.sessionId(),
        Arrays.equals(parsed.signature(), ZERO_SIGNATURE));
  }

  private static Smb2Body body(Smb2Input in) {
    Smb2Header header = in.header();
    Smb2Command command = Smb2Command.of(header.command());
    int length = in.length() - Smb2Header.SIZE;
    if (command == null) {
      in.malformed(HEADER_SECTION, "unknown command " + Smb2Command.name(header.command()));
      return new Smb2Body.Unparsed(length);
    }
    boolean response = header.response();
    boolean error = response && command.isError(header.status(), in.structureSize());
    BodyDecoder decoder;
    if (error) {
      decoder = ErrorResponse::decode;
    } else {
      decoder = response ? command.response() : command.request();
    }
    String direction = response ? " response" : " request";
    if (decoder == null) {
      in.malformed(HEADER_SECTION, "there is no " + command + direction);
      return new Smb2Body.Unparsed(length);
    }
    try {
      return decoder.decode(in);
    } catch (RuntimeException | StackOverflowError unreadable) {
      String section = error ? ErrorResponse.SECTION : command.section(response);
      in.unreadable(section, command + (error ? " error" : "") + direction, unreadable);
      return new Smb2Body.Unparsed(length);
    }
  }
}
