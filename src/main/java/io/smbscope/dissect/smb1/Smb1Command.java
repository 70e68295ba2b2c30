package io.smbscope.dissect.smb1;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.Smb1Header;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One command of a message; several when they are chained by AndX.
 *
 * @param message from its header on, where offsets in commands count from
 * @param code the command's; the header's only for the first of a chain
 * @param at where WordCount stands, from the header
 * @param exchange the request this is, or answers; of a response nobody asked for one without frame
 */
public record Smb1Command(
    Dissection dissection,
    Region message,
    Smb1Header header,
    int code,
    int at,
    Smb1Exchange exchange) {
  /** Words that Windows says an extended response has, and those it has. [MS-SMB] 2.2.4.9.2 */
  private static final int EXTENDED_CREATE_SAYS = 42;

  private static final int EXTENDED_CREATE_HAS = 50;
  private static final int FLAGS_REPLY = 0x80;
  private static final int FLAGS2_NT_STATUS = 0x4000;
  private static final int FLAGS2_UNICODE = 0x8000;

  public FrameTree tree() {
    return dissection.tree;
  }

  public boolean isResponse() {
    return (header.flags() & FLAGS_REPLY) != 0;
  }

  /** 0 when the response tells an error of DOS. */
  long ntStatus() {
    return (header.flags2() & FLAGS2_NT_STATUS) == 0 ? 0 : header.status();
  }

  /** The form of its text. */
  public boolean unicode() {
    return (header.flags2() & FLAGS2_UNICODE) != 0;
  }

  /** What is known of the connection: opens, trees, users. */
  public Smb1Session session() {
    return dissection.conversation.state(Smb1Session.class, Smb1Session::new);
  }

  /** Words of parameters, 0 when they were not captured. */
  public int wordCount() {
    return message.has(at, 1) ? message.octets().u8(at) : 0;
  }

  /** Where ByteCount stands, from the header. */
  public int byteCountAt() {
    int words = wordCount();
    boolean extended =
        code == CommandCode.NT_CREATE_ANDX && isResponse() && words == EXTENDED_CREATE_SAYS;
    return at + 1 + 2 * (extended ? EXTENDED_CREATE_HAS : words);
  }

  /** Octets of data the command says it has, 0 when they were not captured. */
  int byteCount() {
    return message.has(byteCountAt(), 2) ? message.octets().u16le(byteCountAt()) : 0;
  }

  /** Where the data stand, from the header. */
  int dataAt() {
    return byteCountAt() + 2;
  }

  /** From the header to the end of the command's data. */
  Region region() {
    return message.part(0, dataAt() + byteCount());
  }

  /** Begins at the header, ends with the command's data, and stands at WordCount. */
  KaitaiStream body() {
    KaitaiStream stream = region().stream();
    stream.seek(at);
    return stream;
  }

  /** Reads and shows a structure that begins at WordCount. */
  public <T extends KaitaiStruct.ReadOnly> T show(
      Function<KaitaiStream, T> structure, Consumer<T> read) {
    T body = structure.apply(body());
    Grammar.show(tree(), region(), unicode(), body, () -> read.accept(body));
    return body;
  }
}
