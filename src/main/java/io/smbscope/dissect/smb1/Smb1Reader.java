package io.smbscope.dissect.smb1;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb1Block;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows one command, structure after structure, from WordCount to the end of its data. */
final class Smb1Reader {
  private static final Field REST = Fields.named("smb.extra_byte_parameters");

  private final Smb1Command command;
  private final Region region;
  private int at;
  private int end;
  private boolean counted;
  private boolean whole = true;

  Smb1Reader(Smb1Command command) {
    this.command = command;
    this.region = command.region();
    this.at = command.at();
    this.end = region.length();
  }

  Smb1Command command() {
    return command;
  }

  FrameTree tree() {
    return command.tree();
  }

  Smb1Exchange exchange() {
    return command.exchange();
  }

  /** From the header to the end of the command's data. */
  Region region() {
    return region;
  }

  /** Where the next structure begins, from the header. */
  int at() {
    return at;
  }

  /** A response that says no more than that there is none; one without words by nature too. */
  boolean isError() {
    return command.isResponse() && command.wordCount() == 0 && command.byteCount() == 0;
  }

  /** Nothing ended early so far. */
  boolean isWhole() {
    return whole;
  }

  /** Octets of the command's data that were not shown. */
  int left() {
    return Math.max(0, end - at);
  }

  /** Reads and shows the next structure, as far as it is there. */
  <T extends KaitaiStruct.ReadOnly> T show(Function<KaitaiStream, T> structure, Consumer<T> read) {
    KaitaiStream stream = region.stream();
    stream.seek(Math.min(at, region.octets().length()));
    T body = structure.apply(stream);
    whole &= Grammar.show(tree(), region, command.unicode(), body, () -> read.accept(body));
    at = stream.pos();
    whole &= at < region.octets().length() || region.octets().length() == region.length();
    counted |= at > command.byteCountAt();
    return body;
  }

  /** As {@link #show}, of a structure that has text. */
  <T extends KaitaiStruct.ReadOnly> T showText(
      BiFunction<KaitaiStream, Boolean, T> structure, Consumer<T> read) {
    return show(stream -> structure.apply(stream, command.unicode()), read);
  }

  /** Shows ByteCount, unless a structure had it. */
  void byteCount() {
    if (!counted && whole) {
      Smb1Block.ByteCount told = show(Smb1Block.ByteCount::new, Smb1Block.ByteCount::_read);
      end = whole ? Math.min(end, at + told.byteCount()) : end;
      counted = true;
    }
  }

  /** Shows octets that are there wholly, as a field. */
  void octets(Field field, int length) {
    if (whole && region.has(at, length)) {
      tree().value(field, region.octets().slice(at, length).copy(), region.origin() + at, length);
      at += length;
    } else {
      whole = false;
    }
  }

  /** Passes over octets that were shown otherwise. */
  void skip(int length) {
    at = Math.min(end, at + length);
  }

  /** Shows what of the command's data nothing has shown. */
  void finish() {
    byteCount();
    if (whole && left() > 0) {
      octets(REST, left());
    }
  }
}
