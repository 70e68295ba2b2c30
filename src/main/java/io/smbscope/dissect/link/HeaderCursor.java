package io.smbscope.dissect.link;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is left of a frame behind the headers already shown, and how the next one is shown. */
final class HeaderCursor {
  /** No header follows that is shown here. */
  static final int END = -1;

  final FrameTree tree;
  Region rest;

  HeaderCursor(FrameTree tree) {
    this.tree = tree;
  }

  boolean has(int octets) {
    return rest.has(0, octets);
  }

  Bytes octets() {
    return rest.octets();
  }

  int skip(int octets, int next) {
    rest = rest.from(octets);
    return rest.octets().isEmpty() ? END : next;
  }

  /** A header of fixed length, which has the type of the next at a place. */
  <T extends KaitaiStruct.ReadOnly> int typed(
      Field protocol,
      String text,
      int length,
      int typeAt,
      Class<T> type,
      Function<KaitaiStream, T> structure,
      Consumer<T> read) {
    if (!has(length)) {
      return END;
    }
    int next = rest.octets().u16be(typeAt);
    show(protocol, text, length, type, structure, read);
    tree.through("ethertype");
    return skip(length, next);
  }

  <T extends KaitaiStruct.ReadOnly> void show(
      Field protocol,
      String text,
      int length,
      Class<T> type,
      Function<KaitaiStream, T> structure,
      Consumer<T> read) {
    tree.protocol(protocol, text, rest.origin(), length);
    if (Grammar.shows(tree, type)) {
      T header = structure.apply(rest.stream());
      Grammar.show(tree, rest, false, header, () -> read.accept(header));
    }
    tree.close();
  }
}
