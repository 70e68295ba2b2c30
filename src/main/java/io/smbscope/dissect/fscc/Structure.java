package io.smbscope.dissect.fscc;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a structure of a grammar is shown.
 *
 * @param above the field that has it under it; null for none
 */
record Structure<T extends KaitaiStruct.ReadOnly>(
    Field above, Function<KaitaiStream, T> make, Consumer<T> read) {

  static <T extends KaitaiStruct.ReadOnly> Structure<T> of(
      Function<KaitaiStream, T> make, Consumer<T> read) {
    return new Structure<>(null, make, read);
  }

  static <T extends KaitaiStruct.ReadOnly> Structure<T> of(
      String above, Function<KaitaiStream, T> make, Consumer<T> read) {
    return new Structure<>(Fields.named(above), make, read);
  }

  /**
   * Shows the structure that a region begins with.
   *
   * @return null when it was not there wholly
   */
  T show(FrameTree tree, Region region, boolean unicode) {
    if (above != null) {
      tree.open(above, null, region.origin(), region.length());
    }
    T structure = make.apply(region.stream());
    boolean whole = Grammar.show(tree, region, unicode, structure, () -> read.accept(structure));
    if (above != null) {
      tree.close();
    }
    return whole ? structure : null;
  }

  /** In Unicode, as all of SMB2. */
  T show(FrameTree tree, Region region) {
    return show(tree, region, true);
  }
}
