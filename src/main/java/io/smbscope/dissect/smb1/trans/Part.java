package io.smbscope.dissect.smb1.trans;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Setup words, parameters or data of a transaction, and how far they have been shown. */
final class Part {
  private static final Field UNKNOWN = Fields.named("smb.unknown_data");

  private final Smb1Command command;
  private final Region region;
  private int at;
  private boolean cut;

  /**
   * @param region these octets alone; its length is what the transaction says
   */
  Part(Smb1Command command, Region region) {
    this.command = command;
    this.region = region;
  }

  Smb1Command command() {
    return command;
  }

  Region region() {
    return region;
  }

  FrameTree tree() {
    return command.tree();
  }

  /** Opens a node for all of it. */
  void open(String name) {
    tree().open(name, region.origin(), region.length());
  }

  /** Where the next structure stands. */
  int at() {
    return at;
  }

  /** Octets from here on. */
  int left() {
    return Math.max(0, region.length() - at);
  }

  /** A structure ended early, so that no more can be said. */
  boolean isCut() {
    return cut;
  }

  /** What is not shown yet. */
  Region rest() {
    return region.from(at);
  }

  /** Goes on behind what another has shown. */
  void moveTo(int position) {
    at = Math.max(at, position);
  }

  /** What is said to be here is not all there. */
  void cut() {
    cut = true;
  }

  /** All was said. */
  void end() {
    at = region.length();
  }

  /**
   * Shows the structure that stands next.
   *
   * @return null when it was not there wholly
   */
  <T extends KaitaiStruct.ReadOnly> T next(Function<KaitaiStream, T> make, Consumer<T> read) {
    return next(command.unicode(), make, read);
  }

  /** One that is told the form of its text. */
  <T extends KaitaiStruct.ReadOnly> T text(
      BiFunction<KaitaiStream, Boolean, T> make, Consumer<T> read) {
    return next(command.unicode(), stream -> make.apply(stream, command.unicode()), read);
  }

  /** As {@link #next(Function, Consumer)}, of text in this form. */
  <T extends KaitaiStruct.ReadOnly> T next(
      boolean unicode, Function<KaitaiStream, T> make, Consumer<T> read) {
    KaitaiStream stream = region.stream();
    stream.seek(Math.min(at, region.octets().length()));
    T structure = make.apply(stream);
    boolean whole = Grammar.show(tree(), region, unicode, structure, () -> read.accept(structure));
    at = Math.max(at, stream.pos());
    cut |= !whole;
    return whole ? structure : null;
  }

  /** Shows what nothing defines, when all before it was there. */
  void unknown() {
    if (!cut && left() > 0) {
      if (region.has(at, left()) && tree().wants(UNKNOWN)) {
        Region rest = rest();
        tree().value(UNKNOWN, rest.octets().copy(), rest.origin(), rest.length());
      }
      end();
    }
  }
}
