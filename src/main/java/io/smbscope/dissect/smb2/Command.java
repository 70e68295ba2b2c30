package io.smbscope.dissect.smb2;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.Smb2PacketHeader;
import java.util.function.Consumer;
import java.util.function.Function;

/** One command of a compound, and what is known of its connection and session. */
final class Command {
  static final int BODY = 64;

  private static final int RESPONSE = 1;
  private static final int ASYNC = 2;

  final Dissection dissection;
  final FrameTree tree;

  /** From its header on, to the next one or the end. */
  final Region message;

  final Smb2PacketHeader header;
  final Connection connection;

  /** The session of its id; set with the header. */
  Session session;

  /** Of a response its request, null when that was not heard; of a request what to keep of it. */
  Exchange exchange;

  /** Whether the structure shown last was there to its end. */
  boolean whole;

  /** What of bodies is needed; set before the body is read. */
  Bodies bodies;

  /** What its file id stands for, or that of the request; null when that is not known. */
  Open open;

  Command(Dissection dissection, Region message, Smb2PacketHeader header, Connection connection) {
    this.dissection = dissection;
    this.tree = dissection.tree;
    this.message = message;
    this.header = header;
    this.connection = connection;
  }

  boolean isResponse() {
    return (header.flags() & RESPONSE) != 0;
  }

  boolean isAsync() {
    return (header.flags() & ASYNC) != 0;
  }

  /** Of a response; 0 of a request. */
  long status() {
    return isResponse() ? header.status() : 0;
  }

  /** 0 in the async form, which has none. */
  int treeId() {
    return isAsync() ? 0 : (int) header.treeId();
  }

  long frame() {
    return dissection.frame;
  }

  /** StructureSize of the body; -1 when not even that is there. */
  int structureSize() {
    return message.has(BODY, 2) ? message.octets().u16le(BODY) : -1;
  }

  /** Shows the body; what of it could be read is in the structure. */
  <T extends KaitaiStruct.ReadOnly> T show(Function<KaitaiStream, T> structure, Consumer<T> read) {
    KaitaiStream stream = message.stream();
    if (stream.size() >= BODY) {
      stream.seek(BODY);
    }
    T body = structure.apply(stream);
    whole = Grammar.show(tree, message, true, body, () -> read.accept(body));
    return body;
  }

  /** Shows a structure that a part of the message is. */
  <T extends KaitaiStruct.ReadOnly> T show(
      Region part, Function<KaitaiStream, T> structure, Consumer<T> read) {
    T inner = structure.apply(part.stream());
    whole = Grammar.show(tree, part, true, inner, () -> read.accept(inner));
    return inner;
  }

  /** A buffer of the body; null when there is none, or it is not there wholly. */
  Region buffer(long offset, long length) {
    return offset == 0 || length == 0 || !message.has(offset, length)
        ? null
        : message.part((int) offset, (int) length);
  }

  /** A buffer of the body, as far as it is there; null when nothing of it is. */
  Region bufferThatIsThere(long offset, long length) {
    return offset == 0 || length == 0 || offset >= message.octets().length()
        ? null
        : message.part((int) offset, (int) Math.min(length, Integer.MAX_VALUE));
  }
}
